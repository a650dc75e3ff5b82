import { sql } from "kysely";
import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { skippedDays } from "../holidays/queries.ts";
import { daysOf } from "./days.ts";
import { lockSeries } from "./queries.ts";

/** How far ahead every occurrence is a row. */
export const monthsAhead = 18;

/** What an expansion did: rows added and redone, and those that are no more. */
export type Expanded = {
  added: number;
  changed: number;
  removed: { id: string; seriesId: string; day: string }[];
};

/** The last day that has its rows, seen from a day. */
export function horizonOf(today: string): string {
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + monthsAhead);
  return date.toISOString().slice(0, 10);
}

/**
 * Makes the rows of these series say what their patterns say, from a day (today, unless told) to 18 months ahead. Done twice
 * it does nothing more; what was moved or cancelled by hand stays as it is, and so does the past.
 * The series are held first, the holidays read after: a work that waited reads those of the work before it.
 */
export async function expand(
  tx: Tx,
  seriesIds: readonly string[],
  now: Date,
  from = dayOf(now),
): Promise<Expanded> {
  const held = await lockSeries(tx, seriesIds);
  if (!held.length) return { added: 0, changed: 0, removed: [] };
  const to = horizonOf(dayOf(now));
  const skipped = await skippedDays(tx, from, to);
  const wanted = held.flatMap((series) =>
    daysOf(
      series,
      from,
      series.rhythm.kind === "once" ? farthest(series.firstDay, to) : to,
      skipped,
    ).map((day) => ({ id: series.id, day })),
  );
  const ids = held.map(({ id }) => id);
  const [seriesOfDay, days] = [wanted.map(({ id }) => id), wanted.map(({ day }) => day)];
  const { rows: removed } = await sql<Expanded["removed"][number]>`
    delete from occurrence
    where series_id = any(${ids}::uuid[]) and original_day >= ${from} and state = 'planned'
      and (series_id, original_day) not in (select * from unnest(${seriesOfDay}::uuid[], ${days}::date[]))
    returning occurrence_id as id, series_id as "seriesId", day`.execute(tx);
  const { rows: written } = await sql<{ added: boolean }>`
    insert into occurrence (series_id, original_day, day, start_minute, duration_minutes, starts_at, ends_at, changed_at)
    select series_id, wanted.day, wanted.day, start_minute, duration_minutes, instant_in(wanted.day, start_minute, zone),
      end_in(wanted.day, start_minute, duration_minutes, zone), ${now}
    from unnest(${seriesOfDay}::uuid[], ${days}::date[]) as wanted(series_id, day) join series using (series_id)
    on conflict on constraint occurrence_once do update set
      start_minute = excluded.start_minute, duration_minutes = excluded.duration_minutes, starts_at = excluded.starts_at,
      ends_at = excluded.ends_at, sequence = occurrence.sequence + 1, changed_at = excluded.changed_at
    where occurrence.state = 'planned' and (occurrence.start_minute, occurrence.duration_minutes, occurrence.starts_at,
      occurrence.ends_at) is distinct from (excluded.start_minute, excluded.duration_minutes, excluded.starts_at, excluded.ends_at)
    returning xmax = 0 as added`.execute(tx);
  const added = written.filter((row) => row.added).length;
  return { added, changed: written.length - added, removed };
}

const farthest = (one: string, other: string): string => (one > other ? one : other);
