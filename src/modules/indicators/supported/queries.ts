import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { SupportKind } from "../../associations/index.ts";
import type { Period } from "../../communes/index.ts";

/** What was done for associations in a period. */
export type Supported = {
  associations: number;
  events: number;
  /** Those of them designated as employers at some time in the period (I5.1). */
  employers: number;
  /** Distinct associations by kind: one supported in two ways is in both. */
  byKind: Partial<Record<SupportKind, number>>;
};

// A merge leaves on the record it absorbed only what the one kept already says.
const counted = sql`support_event e
  join association a on a.association_id = e.association_id and a.merged_into is null`;

const employer = (first: unknown, last: unknown) => sql<boolean>`exists (
  select from association_designation d where d.association_id = e.association_id and d.kind = 'employer'
    and d.since <= ${last} and coalesce(d.ended_on >= ${first}, true))`;

/** The same question for several periods at once, in their order. */
export async function supportedOver(tx: Tx, periods: readonly Period[]): Promise<Supported[]> {
  const { rows } = await sql<Supported>`
    with asked as (
      select n, first, last
      from unnest(${periods.map(({ from }) => from)}::date[], ${periods.map(({ to }) => to)}::date[])
        with ordinality as list (first, last, n)
    ), seen as (
      select n, e.association_id, e.kind, ${employer(sql`asked.first`, sql`asked.last`)} as employer from asked join ${counted}
        on e.removed_at is null and e.day between first and last
    ), kinds as (
      select n, kind, count(distinct association_id) as many from seen group by n, kind)
    select
      (select count(distinct association_id)::int from seen s where s.n = asked.n) as associations,
      (select count(distinct association_id)::int from seen s where s.n = asked.n and s.employer) as employers,
      (select count(*)::int from seen s where s.n = asked.n) as events,
      coalesce((select jsonb_object_agg(kind, many) from kinds k where k.n = asked.n), '{}') as "byKind"
    from asked order by n`.execute(tx);
  return rows;
}

export type SupportedRow = {
  name: string;
  slug: string;
  kind: SupportKind;
  day: string;
  employer: boolean;
};

/** The supports behind the figure, association by association. */
export async function supportedRows(tx: Tx, { from, to }: Period): Promise<SupportedRow[]> {
  const { rows } = await sql<SupportedRow>`
    select a.name, a.slug, e.kind, e.day,
      ${employer(sql`${from}::date`, sql`${to}::date`)} as employer
    from ${counted}
    where e.removed_at is null and e.day between ${from}::date and ${to}::date
    order by a.name_sort, a.association_id, e.day, e.event_id`.execute(tx);
  return rows;
}
