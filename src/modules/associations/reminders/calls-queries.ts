import type { Tx } from "../../../platform/db/database.ts";
import { openSteps, type OpenStep } from "./open.ts";

/** Somebody to call. */
export type Phone = { name: string | null; role: string | null; phone: string };
export type Call = OpenStep & { phones: readonly Phone[] };

/** Associations to call: no mail was answered, nor did the référent get one; with every number known of them. */
export async function callsToMake(tx: Tx, day: string): Promise<Call[]> {
  const open = (await openSteps(tx, day)).filter(({ step }) => step === "phone");
  const rows = await tx
    .selectFrom("association_contact")
    .select(["association_id", "name", "role", "phone"])
    .where("phone", "is not", null)
    .orderBy("position")
    .orderBy("contact_id")
    .execute();
  const phones = new Map<string, Phone[]>();
  for (const { association_id, name, role, phone } of rows)
    if (phone)
      phones.set(association_id, [...(phones.get(association_id) ?? []), { name, role, phone }]);
  return open.map((one) => ({ ...one, phones: phones.get(one.id) ?? [] }));
}
