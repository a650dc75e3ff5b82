import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { addModel } from "./models/write.ts";
import type { ModelFields } from "./models/queries.ts";
import { newCode } from "./loans/codes.ts";

/** Rows of lending written as they would stand, for the tests of what is read of them. */

const nothing = {
  category: "other",
  purpose: "Servir.",
  notice: null,
  valueCents: null,
  dayValueCents: null,
  holdsData: false,
  checklist: [],
  pieces: [],
  decision: null,
  longestDays: null,
  leadOpenDays: null,
  bufferMinutes: null,
  onSiteOnly: false,
  ownerRules: null,
} satisfies Omit<ModelFields, "name">;

/** A model with only what is said of it. */
export const aModel = (
  tx: Tx,
  fields: Pick<ModelFields, "name"> & Partial<ModelFields>,
  at: Date,
  ownerId?: string,
): Promise<string> =>
  addModel(tx, { ...nothing, ...fields }, { actor: { kind: "system" }, at }, ownerId);

export type LentLoan = {
  id: string;
  associationId: string | null;
  placeId: string;
  regime?: "loan" | "provision" | "on_site";
  state: string;
  how: "rules" | "agent" | "association" | null;
  created: Date;
  decided: Date | null;
  from: Date;
  until: Date;
  out: Date | null;
  back: Date | null;
  lines: readonly { poolId: string; quantity: number }[];
  units: readonly { poolId: string; unitId: string; out: Date; back: Date | null }[];
};

/** A loan and the units it had; its seats are given back, so that no capacity is in the way. */
export async function writeLoan(tx: Tx, loan: LentLoan): Promise<void> {
  await tx
    .insertInto("loan")
    .values({
      loan_id: loan.id,
      code: newCode(),
      request_id: loan.id,
      association_id: loan.associationId,
      service: loan.associationId ? null : "Service culturel",
      place_id: loan.placeId,
      regime: loan.regime ?? "loan",
      purpose: "Une fête",
      from_at: loan.from,
      until_at: loan.until,
      state: loan.state,
      decided_at: loan.decided,
      decided_how: loan.how,
      review_on: loan.regime === "provision" ? "2027-01-01" : null,
      created_at: loan.created,
      changed_at: loan.created,
      out_at: loan.out,
      back_at: loan.back,
    })
    .execute();
  for (const { poolId, quantity } of loan.lines)
    await sql`with seat as (
        insert into seat (counter_id, quantity, state, created_at, changed_at)
        select counter_id, ${quantity}, 'cancelled', ${loan.created}, ${loan.created} from equipment_pool where pool_id = ${poolId}
        returning seat_id)
      insert into loan_line (loan_id, pool_id, quantity, seat_id) select ${loan.id}, ${poolId}, ${quantity}, seat_id from seat`.execute(
      tx,
    );
  for (const { poolId, unitId, out, back } of loan.units)
    await tx
      .insertInto("allocation")
      .values({
        loan_id: loan.id,
        pool_id: poolId,
        unit_id: unitId,
        state: back ? "back" : "out",
        from_at: loan.from,
        until_at: loan.until,
        out_at: out,
        back_at: back,
      })
      .execute();
}
