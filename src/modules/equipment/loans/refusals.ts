import type { Tx } from "../../../platform/db/database.ts";
import type { Days, RequestRule } from "../rules/rules.ts";

export type RefusedWish = {
  associationId: string;
  days: Days;
  at: Date;
  rules: readonly RequestRule[];
  hindered: readonly { model: { id: string }; quantity: number; whyNot: string | undefined }[];
};

/** Keeps what was asked and refused, by which rule, for what it says of what is missing. */
export async function noteRefusals(tx: Tx, refused: RefusedWish): Promise<void> {
  const common = {
    association_id: refused.associationId,
    from_day: refused.days.from,
    until_day: refused.days.until,
    at: refused.at,
  };
  const rows = [
    ...refused.rules.map((rule) => ({ ...common, rule, model_id: null, quantity: null })),
    ...refused.hindered.map(({ model, quantity, whyNot }) => ({
      ...common,
      rule: whyNot ?? "not_free",
      model_id: model.id,
      quantity,
    })),
  ];
  if (rows.length) await tx.insertInto("loan_refusal").values(rows).execute();
}
