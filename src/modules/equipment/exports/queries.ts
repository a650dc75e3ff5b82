import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { LoanState } from "../loans/codes.ts";

/** Days, both taken, on the clock of the commune. */
export type Period = { from: string; until: string };

type LentLine = {
  code: string;
  association: string | null;
  purpose: string;
  name: string;
  quantity: number;
  placeName: string;
  from: Date;
  until: Date;
  state: LoanState;
  askedAt: Date;
  words: string | null;
};

/** What was asked, one line a model: loans that touch a period, or those of some associations. */
export async function lentLines(
  tx: Tx,
  which: { period?: Period; associationIds?: readonly string[] },
): Promise<LentLine[]> {
  const { from, until } = which.period ?? { from: null, until: null };
  const { rows } = await sql<LentLine>`
    select l.code, coalesce(a.name, l.service) as association, l.purpose, m.name, n.quantity, place.name as "placeName", l.from_at as "from",
      l.until_at as "until", l.state, l.created_at as "askedAt", l.words
    from loan l
    join loan_line n on n.loan_id = l.loan_id
    join equipment_pool p on p.pool_id = n.pool_id
    join equipment_model m on m.model_id = p.model_id
    join place on place.place_id = l.place_id
    left join association a on a.association_id = l.association_id
    where (${from}::date is null or (l.until_at at time zone 'Europe/Paris')::date >= ${from}::date)
      and (${until}::date is null or (l.from_at at time zone 'Europe/Paris')::date <= ${until}::date)
      and (${which.associationIds ?? null}::uuid[] is null or l.association_id = any(${which.associationIds ?? null}::uuid[]))
    order by l.from_at, l.code, lower(m.name)`.execute(tx);
  return rows;
}

type RefusedLine = {
  rule: string;
  name: string | null;
  times: number;
  quantity: number | null;
  associations: number;
};

/** Why requests of a period were refused, the most frequent first. */
export async function refusedLines(tx: Tx, { from, until }: Period): Promise<RefusedLine[]> {
  const { rows } = await sql<RefusedLine>`
    select r.rule, m.name, count(*)::integer as times, sum(r.quantity)::integer as quantity,
      count(distinct r.association_id)::integer as associations
    from loan_refusal r left join equipment_model m on m.model_id = r.model_id
    where (r.at at time zone 'Europe/Paris')::date between ${from}::date and ${until}::date
    group by r.rule, m.model_id, m.name order by times desc, r.rule, lower(m.name)`.execute(tx);
  return rows;
}
