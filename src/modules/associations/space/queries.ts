import { sql } from "kysely";
import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { historyOf, type HistoryLine } from "../../journal/index.ts";

export type Month = { month: string; views: number };

/** Views of the page of an association over the last twelve months, those without any included. */
export async function viewsByMonth(tx: Tx, id: string, now: Date): Promise<Month[]> {
  const { rows } = await sql<Month>`
    select to_char(m, 'YYYY-MM') as month, coalesce(sum(v.views), 0)::integer as views
    from generate_series(date_trunc('month', ${dayOf(now)}::date) - interval '11 months',
      date_trunc('month', ${dayOf(now)}::date), interval '1 month') m
    left join visit_count v on v.page_kind = 'association' and v.subject_id = ${id}
      and v.day >= m::date and v.day < (m + interval '1 month')::date
    group by m order by m`.execute(tx);
  return rows;
}

export type Referent = { name: string; phone: string | null; email: string };

/** The agent an association knows by name, while they work for the commune. */
export const referentOf = (tx: Tx, personId: string | null): Promise<Referent | undefined> =>
  tx
    .selectFrom("person as p")
    .select(["name", "phone", "email"])
    .where("person_id", "=", sql<string>`${personId}::uuid`)
    .where(
      sql<boolean>`exists (select from staff_role s where s.commune_id = p.commune_id and s.person_id = p.person_id)`,
    )
    .executeTakeFirst();

/** Everything an association said or that was said in its name, for a file of its own. */
export async function confirmationsOf(tx: Tx, id: string) {
  return tx
    .selectFrom("confirmation")
    .select(["section", "confirmed_at as confirmedAt", "by_kind as by", "how"])
    .where("association_id", "=", id)
    .orderBy("confirmed_at")
    .orderBy("section")
    .execute();
}

/** What agents write for each other is not the association's to read, not even that they wrote it. */
const agentsOnly = /^association\.(noted|note_)/;

/** The history of an association as its own people read it, the latest first. */
export const historyOfSpace = async (tx: Tx, id: string, most: number): Promise<HistoryLine[]> =>
  (await historyOf(tx, "association", id, most)).filter(({ action }) => !agentsOnly.test(action));
