import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Period } from "../../communes/index.ts";

/** What is known of the end of associations over a period. */
export type Ceasing = {
  /** Cessations dated in the period and established. */
  ceased: number;
  registry: number;
  declared: number;
  referent: number;
  /** Associations that existed when the period began, and those of them that ceased in it. */
  existing: number;
  ceasedOfExisting: number;
  /** Dated in the period, but only a file says so: not established. */
  unestablished: number;
};

// A merged record is the same association as the one that absorbed it: never counted twice.
const kept = sql`a.merged_into is null`;
// A cessation nobody explains has no source: it is not established, rather than unknown.
const established = sql`a.state = 'ceased' and coalesce(a.state_source, '') in ('registry', 'declared', 'referent')`;

/** The same question for several periods at once, in their order. */
export async function ceasingOver(tx: Tx, periods: readonly Period[]): Promise<Ceasing[]> {
  const { rows } = await sql<Ceasing>`
    with asked as (
      select n, first, last
      from unnest(${periods.map(({ from }) => from)}::date[], ${periods.map(({ to }) => to)}::date[])
        with ordinality as list (first, last, n)
    ), seen as (
      select n, a.association_id, a.state_source,
        ${established} and a.state_on between first and last as ceased,
        a.state = 'ceased' and a.state_on between first and last as dated,
        a.association_id is not null and coalesce(a.created_on < first, true)
          and not (a.state = 'ceased' and coalesce(a.state_on < first, true)) as existing
      from asked left join association a on ${kept}
    )
    select
      count(*) filter (where ceased)::int as ceased,
      count(*) filter (where ceased and state_source = 'registry')::int as registry,
      count(*) filter (where ceased and state_source = 'declared')::int as declared,
      count(*) filter (where ceased and state_source = 'referent')::int as referent,
      count(*) filter (where existing)::int as existing,
      count(*) filter (where existing and ceased)::int as "ceasedOfExisting",
      count(*) filter (where dated and not ceased)::int as unestablished
    from seen group by n order by n`.execute(tx);
  return rows;
}

/** Associations said to have ceased, nobody knows when: in no period, told apart. */
export async function undatedCessations(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from association a
    where ${kept} and a.state = 'ceased' and a.state_on is null`.execute(tx);
  return rows[0]?.count ?? 0;
}

export type CeasedRow = {
  name: string;
  slug: string;
  rna: string | null;
  on: string | null;
  source: "registry" | "declared" | "referent" | "file" | null;
  createdOn: string | null;
  counted: boolean;
};

/** The associations behind the figure, then those told apart (no date, or not established). */
export async function ceasedRows(tx: Tx, period: Period): Promise<CeasedRow[]> {
  const { rows } = await sql<CeasedRow>`
    select name, slug, rna, state_on as "on", state_source as source, created_on as "createdOn",
      coalesce(${established} and a.state_on between ${period.from}::date and ${period.to}::date, false) as counted
    from association a
    where ${kept} and a.state = 'ceased'
      and (a.state_on is null or a.state_on between ${period.from}::date and ${period.to}::date)
    order by counted desc, state_on desc nulls last, name_sort`.execute(tx);
  return rows;
}
