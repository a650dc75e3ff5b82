import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** What became of an activity: three parts of this season, two of the one before that have no follow-up in this one. */
export const parts = ["kept", "renewed", "new", "stopped", "waiting"] as const;
export type Part = (typeof parts)[number];

/** How many of each part; `kept + renewed + stopped + waiting` are those of the season before. */
export type Continuing = Record<Part, number>;

/**
 * Regular activities published by a day, each in one part of the season that begins in a year. One of the season before that
 * nobody took up waits for its answer until the first term ends, 31 December, then counts as stopped.
 */
const parted = (season: number, day: string) => sql`
  select a.activity_id, a.slug, a.title, a.season, o.name as association, a.stopped_on, a.confirmed_on,
    case when a.season = ${season} then case a.taken_up when 'kept' then 'kept' when 'changed' then 'renewed' else 'new' end
      when a.stopped_on <= ${day}::date or ${day}::date > make_date(${season}, 12, 31) then 'stopped'
      else 'waiting' end as part
  from activity a
  join association given on given.association_id = a.association_id
  join association o on o.association_id = coalesce(given.merged_into, given.association_id)
  where a.kind = 'regular' and (a.published_at at time zone 'Europe/Paris')::date <= ${day}::date
    and (a.season = ${season} or (a.season = ${season}::integer - 1 and not exists (
      select from activity n where n.continues_id = a.activity_id and n.season = ${season}
        and (n.published_at at time zone 'Europe/Paris')::date <= ${day}::date)))`;

export async function continuingIn(tx: Tx, season: number, day: string): Promise<Continuing> {
  const { rows } = await sql<{ part: Part; count: number }>`
    select part, count(*)::integer as count from (${parted(season, day)}) p group by part`.execute(
    tx,
  );
  const of = (part: Part) => rows.find((row) => row.part === part)?.count ?? 0;
  return {
    kept: of("kept"),
    renewed: of("renewed"),
    new: of("new"),
    stopped: of("stopped"),
    waiting: of("waiting"),
  };
}

export type ContinuingRow = {
  slug: string;
  title: string;
  association: string;
  season: number;
  part: Part;
  on: string | null;
};

/** The activities behind the figure, those that go on first. */
export async function continuingRows(
  tx: Tx,
  season: number,
  day: string,
): Promise<ContinuingRow[]> {
  const { rows } = await sql<ContinuingRow>`
    select slug, title, association, season, part, case when part = 'stopped' then stopped_on else confirmed_on end as "on"
    from (${parted(season, day)}) p
    order by array_position(${[...parts]}::text[], part), association, title, slug`.execute(tx);
  return rows;
}
