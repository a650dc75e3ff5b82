import { sql } from "kysely";
import type { Tx } from "../../../../platform/db/database.ts";
import type { Period } from "../../../communes/index.ts";
import { dayIn, within } from "../days.ts";

/**
 * What was refused in a period, one line a thing: by a rule as it was asked, or by somebody (`decided`). The same thing asked again
 * for the same days by the same association counts once, with the most it asked for.
 */
export const refusedIn = (period: Period) => sql`
  refused as (
    select distinct on (coalesce(r.association_id, r.refusal_id), r.rule, r.model_id, r.from_day, r.until_day) r.*
    from (
      select refusal_id, association_id, model_id, rule, quantity, from_day, until_day, ${dayIn(sql`at`)} as on_day
      from loan_refusal where ${within(dayIn(sql`at`), period)}
      union all
      select l.loan_id, l.association_id, p.model_id, 'decided', n.quantity, ${dayIn(sql`l.from_at`)}, ${dayIn(sql`l.until_at`)}, ${dayIn(sql`l.decided_at`)}
      from loan l join loan_line n on n.loan_id = l.loan_id join equipment_pool p on p.pool_id = n.pool_id
      where l.state = 'refused' and l.decided_how <> 'rules' and ${within(dayIn(sql`l.decided_at`), period)}
    ) r
    order by coalesce(r.association_id, r.refusal_id), r.rule, r.model_id, r.from_day, r.until_day, r.quantity desc nulls last, r.on_day
  )`;

export type RefusalCount = {
  rule: string | null;
  modelId: string | null;
  /** The name of the model. */
  model: string | null;
  /** `YYYY-MM`. */
  month: string | null;
  refusals: number;
  /** Units asked for, where a number was said. */
  units: number;
  associations: number;
  /** Which of the columns above the line is about. */
  about: "all" | "rule" | "model" | "modelRule" | "month";
};

/** Refusals by cause, by model, by both, by month, and in all. */
export async function refusalCounts(tx: Tx, period: Period): Promise<RefusalCount[]> {
  const { rows } = await sql<RefusalCount>`
    with ${refusedIn(period)}
    select r.rule, r.model_id as "modelId", max(m.name) as model, r.month, count(*)::integer as refusals,
      coalesce(sum(r.quantity), 0)::integer as units, count(distinct r.association_id)::integer as associations,
      case grouping(r.rule, r.model_id, r.month) when 7 then 'all' when 3 then 'rule' when 5 then 'model' when 1 then 'modelRule' else 'month' end as about
    from (select refused.*, to_char(on_day, 'YYYY-MM') as month from refused) r left join equipment_model m on m.model_id = r.model_id
    group by grouping sets ((), (r.rule), (r.model_id), (r.rule, r.model_id), (r.month))
    order by refusals desc, r.rule, lower(max(m.name))`.execute(tx);
  return rows;
}

/** The most units of a model that were missing on one day, and the first such day. */
export type Shortage = { modelId: string; units: number; day: string };

/** What to buy: the days asked for and not free are swept once, edge by edge. */
export async function shortagesOf(tx: Tx, period: Period): Promise<Shortage[]> {
  const { rows } = await sql<Shortage>`
    with ${refusedIn(period)}, edge as (
      select model_id, from_day as day, coalesce(quantity, 1) as change from refused where rule = 'not_free' and model_id is not null
      union all
      select model_id, until_day + 1, -coalesce(quantity, 1) from refused where rule = 'not_free' and model_id is not null
    ), step as (
      select model_id, day, sum(sum(change)) over (partition by model_id order by day) as units from edge group by model_id, day
    )
    select distinct on (model_id) model_id as "modelId", units::integer, to_char(day, 'YYYY-MM-DD') as day
    from step order by model_id, units desc, day`.execute(tx);
  return rows;
}

export type RefusalRow = {
  onDay: string;
  rule: string;
  model: string | null;
  quantity: number | null;
  fromDay: string;
  untilDay: string;
  associationId: string | null;
  association: string | null;
  total: number;
};

export type RefusalWhich = {
  rule?: string | undefined;
  modelId?: string | undefined;
  month?: string | undefined;
  associationId?: string | undefined;
};

/** The refusals behind a figure, latest first. */
export async function refusalRows(
  tx: Tx,
  period: Period,
  { rule, modelId, month, associationId }: RefusalWhich,
  limit?: number,
): Promise<RefusalRow[]> {
  const { rows } = await sql<RefusalRow>`
    with ${refusedIn(period)}
    select to_char(r.on_day, 'YYYY-MM-DD') as "onDay", r.rule, m.name as model, r.quantity, to_char(r.from_day, 'YYYY-MM-DD') as "fromDay",
      to_char(r.until_day, 'YYYY-MM-DD') as "untilDay", a.association_id as "associationId", a.name as association, count(*) over ()::integer as total
    from refused r
    left join equipment_model m on m.model_id = r.model_id
    left join association a on a.association_id = r.association_id
    where (${rule ?? null}::text is null or r.rule = ${rule ?? null})
      and (${modelId ?? null}::uuid is null or r.model_id = ${modelId ?? null}::uuid)
      and (${associationId ?? null}::uuid is null or coalesce(a.merged_into, a.association_id) = ${associationId ?? null}::uuid)
      and (${month ?? null}::text is null or to_char(r.on_day, 'YYYY-MM') = ${month ?? null})
    order by r.on_day desc, lower(m.name), lower(a.name), r.refusal_id limit ${limit ?? null}`.execute(
    tx,
  );
  return rows;
}
