import { sql } from "kysely";
import type { Tx } from "../../../../platform/db/database.ts";
import type { Period } from "../../../communes/index.ts";
import { awayDays, passed } from "../days.ts";
import { refusedIn } from "../refusals/queries.ts";

export type Unserved = {
  id: string;
  name: string;
  /** Things refused to it in the period. */
  refusals: number;
  /** The last day it had something, before or after. */
  lastOn: string | null;
};

/** Active associations that had nothing in a period, those that were refused something first. What a merged record had is that of the one kept. */
export async function unservedIn(tx: Tx, period: Period, now: Date): Promise<Unserved[]> {
  const { rows } = await sql<Unserved>`
    with ${refusedIn(period)}, said as (
      select coalesce(named.merged_into, named.association_id) as association_id, count(*)::integer as refusals
      from refused join association named on named.association_id = refused.association_id group by 1
    ), had as (
      select coalesce(named.merged_into, named.association_id) as association_id, bool_or(not isempty(${awayDays(now)} * ${passed(period, now)})) as served, max(upper(${awayDays(now)}) - 1) as last
      from allocation a join loan l on l.loan_id = a.loan_id
      join association named on named.association_id = l.association_id where a.out_at <= ${now} group by 1
    )
    select a.association_id as id, a.name, coalesce(said.refusals, 0) as refusals, to_char(had.last, 'YYYY-MM-DD') as "lastOn"
    from association a
    left join had on had.association_id = a.association_id
    left join said on said.association_id = a.association_id
    where a.state = 'active' and a.merged_into is null and not coalesce(had.served, false)
    order by 3 desc, a.name_sort`.execute(tx);
  return rows;
}

/** How many associations are active today. */
export async function activeAssociations(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from association where state = 'active' and merged_into is null`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}
