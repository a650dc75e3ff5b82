import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { record } from "../../journal/index.ts";
import type { Criterion, DesignationKind } from "./rules.ts";

export type Designation = {
  id: string;
  associationId: string;
  kind: DesignationKind;
  criterion: Criterion;
  words: string | null;
  since: string;
  by: string | null;
  endedOn: string | null;
  endReason: string | null;
  endedBy: string | null;
};

const designations = (tx: Tx) =>
  tx
    .selectFrom("association_designation as d")
    .leftJoin("person as maker", "maker.person_id", "d.made_by")
    .leftJoin("person as ender", "ender.person_id", "d.ended_by")
    .select(["designation_id as id", "association_id as associationId"])
    .select([sql<DesignationKind>`d.kind`.as("kind"), sql<Criterion>`d.criterion`.as("criterion")])
    .select(["words", "since", "maker.name as by", "ended_on as endedOn"])
    .select(["end_reason as endReason", "ender.name as endedBy"]);

/** Every designation of an association, those in force first, then the latest ended. */
export const designationHistory = (tx: Tx, associationId: string): Promise<Designation[]> =>
  designations(tx)
    .where("association_id", "=", associationId)
    .orderBy(sql`ended_on is not null`)
    .orderBy("ended_on", "desc")
    .orderBy("kind")
    .orderBy("made_at", "desc")
    .execute();

/** What some associations are designated as, now; those that are nothing are absent. For other rooms too. */
export async function designationsOf(
  tx: Tx,
  associationIds: readonly string[],
): Promise<ReadonlyMap<string, Designation[]>> {
  const rows = await designations(tx)
    .where("association_id", "=", sql<string>`any(${associationIds}::uuid[])`)
    .where("ended_on", "is", null)
    .orderBy("kind")
    .execute();
  return Map.groupBy(rows, ({ associationId }) => associationId);
}

type Act = { associationId: string; by: string; at: Date };
type Said = { kind: DesignationKind; criterion: Criterion; since: string };

const told = (
  tx: Tx,
  what: "designated" | "designation_ended",
  { associationId, by, at }: Act,
  designation: [Said | null, Said | null],
) =>
  record(tx, {
    actor: { kind: "person", id: by },
    at,
    subject: { kind: "association", id: associationId },
    action: `association.${what}`,
    change: { designation },
  });

/** Designates an association; the database refuses a second of the same kind while one is in force. */
export async function designate(
  tx: Tx,
  { kind, criterion, since, words }: Said & { words: string | null },
  act: Act,
): Promise<void> {
  await tx
    .insertInto("association_designation")
    .values({
      association_id: act.associationId,
      kind,
      criterion,
      since,
      words,
      made_by: act.by,
      made_at: act.at,
    })
    .execute();
  await told(tx, "designated", act, [null, { kind, criterion, since }]);
}

/** Ends a designation on a day, with its reason, unless it is ended already. */
export async function endDesignation(
  tx: Tx,
  { kind, criterion, since, id }: Said & { id: string },
  { on, reason }: { on: string; reason: string },
  act: Act,
): Promise<"ended" | "already"> {
  const { numUpdatedRows } = await tx
    .updateTable("association_designation")
    .set({ ended_on: on, end_reason: reason, ended_by: act.by })
    .where("designation_id", "=", id)
    .where("ended_on", "is", null)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) === 0) return "already";
  await told(tx, "designation_ended", act, [{ kind, criterion, since }, null]);
  return "ended";
}
