import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { record } from "../../journal/index.ts";
import type { Absence } from "./rules.ts";

export type Away = {
  name: string;
  until: string;
  replacementId: string | null;
  replacement: string | null;
};

/** Who is away on a day, and who answers for them, by person. */
export async function awayOn(tx: Tx, day: string): Promise<Map<string, Away>> {
  const rows = await tx
    .selectFrom("absence as a")
    .innerJoin("person as p", "p.person_id", "a.person_id")
    .leftJoin("person as r", "r.person_id", "a.replacement_id")
    .select(["a.person_id", "p.name", "a.replacement_id", "r.name as replacement"])
    .select(sql<string>`a.to_day::text`.as("until"))
    .where("a.from_day", "<=", day)
    .where("a.to_day", ">=", day)
    .orderBy("a.to_day")
    .execute();
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        name: row.name,
        until: row.until,
        replacementId: row.replacement_id,
        replacement: row.replacement,
      },
    ]),
  );
}

export type AbsenceLine = Absence & { id: string; name: string; replacement: string | null };

/** Absences that are not over on a day, the next first. */
export async function absencesFrom(tx: Tx, day: string): Promise<AbsenceLine[]> {
  return tx
    .selectFrom("absence as a")
    .innerJoin("person as p", "p.person_id", "a.person_id")
    .leftJoin("person as r", "r.person_id", "a.replacement_id")
    .select(["a.absence_id as id", "a.person_id as personId", "a.replacement_id as replacementId"])
    .select(["p.name", "r.name as replacement"])
    .select([sql<string>`a.from_day::text`.as("from"), sql<string>`a.to_day::text`.as("to")])
    .where("a.to_day", ">=", day)
    .orderBy("a.from_day")
    .orderBy("p.name")
    .orderBy("a.absence_id")
    .execute();
}

type By = { by: string; at: Date };

export async function addAbsence(tx: Tx, absence: Absence, { by, at }: By): Promise<void> {
  await tx
    .insertInto("absence")
    .values({
      person_id: absence.personId,
      replacement_id: absence.replacementId,
      from_day: absence.from,
      to_day: absence.to,
      set_by: by,
      set_at: at,
    })
    .execute();
  const { personId, replacementId, from, to } = absence;
  await record(tx, {
    actor: { kind: "person", id: by },
    at,
    subject: { kind: "person", id: personId },
    action: "person.away",
    change: { from: [null, from], to: [null, to], replacement: [null, replacementId] },
  });
}

/** Takes back an absence that was declared, or ends it. */
export async function removeAbsence(tx: Tx, one: AbsenceLine, { by, at }: By): Promise<void> {
  await tx.deleteFrom("absence").where("absence_id", "=", one.id).execute();
  await record(tx, {
    actor: { kind: "person", id: by },
    at,
    subject: { kind: "person", id: one.personId },
    action: "person.back",
    change: { from: [one.from, null], to: [one.to, null] },
  });
}

/** Forgets absences that ended before a day. */
export const forgetAbsences = (tx: Tx, before: string) =>
  tx.deleteFrom("absence").where("to_day", "<", before).execute();
