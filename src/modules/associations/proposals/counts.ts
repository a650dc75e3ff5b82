import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** An error a resident reported: when, what became of it, and after how many days. */
export type ReportRow = {
  id: string;
  association: string;
  slug: string | null;
  receivedOn: string;
  state: "waiting" | "accepted" | "refused";
  decidedOn: string | null;
  days: number | null;
};

/** Errors reported from a day to a day, both included, the latest first. */
export async function reportsBetween(tx: Tx, from: string, to: string): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    with dated as (
      select p.*, (p.created_at at time zone 'Europe/Paris')::date as received,
        (p.decided_at at time zone 'Europe/Paris')::date as decided
      from proposal p where p.kind = 'error')
    select d.proposal_id as id, coalesce(a.name, d.name, '') as association, a.slug,
      d.received::text as "receivedOn", d.state, d.decided::text as "decidedOn", d.decided - d.received as days
    from dated d left join association a on a.association_id = d.association_id
    where d.received between ${from}::date and ${to}::date
    order by d.created_at desc, d.proposal_id`.execute(tx);
  return rows;
}
