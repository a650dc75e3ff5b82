import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Period } from "../../communes/index.ts";

export type Counted = { code: string; views: number };

/** All views of a period. */
export async function totalViews(tx: Tx, period: Period): Promise<number> {
  const { rows } = await sql<{ views: number }>`
    select coalesce(sum(views), 0)::int as views from visit_count
    where day between ${period.from}::date and ${period.to}::date`.execute(tx);
  return rows[0]?.views ?? 0;
}

/** Views of a period by kind of page or by channel, most first. */
export async function viewsBy(
  tx: Tx,
  period: Period,
  what: "page_kind" | "channel",
): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select ${sql.ref(what)} as code, sum(views)::int as views from visit_count
    where day between ${period.from}::date and ${period.to}::date
    group by 1 order by 2 desc, 1`.execute(tx);
  return rows;
}

/** Views of each day or month of a period, those without any included. */
export async function viewsOver(
  tx: Tx,
  period: Period,
  step: "day" | "month",
): Promise<{ start: string; views: number }[]> {
  const { rows } = await sql<{ start: string; views: number }>`
    with step as (
      select generate_series(
        date_trunc(${step}, ${period.from}::date::timestamp), ${period.to}::date::timestamp, ('1 ' || ${step})::interval
      )::date as start
    )
    select to_char(step.start, 'YYYY-MM-DD') as start, coalesce(sum(v.views), 0)::int as views
    from step left join visit_count v
      on date_trunc(${step}, v.day::timestamp)::date = step.start
      and v.day between ${period.from}::date and ${period.to}::date
    group by step.start order by step.start`.execute(tx);
  return rows;
}

export type ViewRow = {
  day: string;
  kind: string;
  channel: string;
  views: number;
  name: string | null;
  slug: string | null;
};

/** The counts behind the figure, latest day first; the association seen, when the page is one. */
export async function viewRows(tx: Tx, period: Period, limit?: number): Promise<ViewRow[]> {
  const { rows } = await sql<ViewRow>`
    select v.day, v.page_kind as kind, v.channel, v.views, a.name, a.slug
    from visit_count v left join association a on a.association_id::text = v.subject_id
    where v.day between ${period.from}::date and ${period.to}::date
    order by v.day desc, v.views desc, v.page_kind, v.channel, v.subject_id limit ${limit ?? null}`.execute(
    tx,
  );
  return rows;
}

export async function countViewRows(tx: Tx, period: Period): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from visit_count
    where day between ${period.from}::date and ${period.to}::date`.execute(tx);
  return rows[0]?.count ?? 0;
}
