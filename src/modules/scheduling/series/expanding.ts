import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { addDays } from "../../../platform/clock.ts";
import { daysOffBetween } from "../holidays/queries.ts";
import { daysOf, instantsOf, type DaysOff } from "./expand.ts";
import { seriesOf, seriesRow, type Series } from "./queries.ts";
import { monthsAfter, monthsAhead } from "./rules.ts";

/**
 * Makes the rows of some series tell their rule, from a day to the horizon. What was changed by hand stays: a date moved or
 * cancelled keeps its row while the rule still gives its day. Locks the series, so that two runs write the same rows once.
 */
export async function expand(
  tx: Tx,
  seriesIds: readonly string[],
  options: { from: string; today: string; at: Date },
): Promise<void> {
  const ids = [...seriesIds].sort();
  if (!ids.length) return;
  await sql`select 1 from series where series_id = any(${ids}::uuid[]) order by series_id for update`.execute(
    tx,
  );
  const to = monthsAfter(options.today, monthsAhead + 1);
  const off = await daysOffBetween(tx, options.from, to);
  for (const one of (await seriesOf(tx, ids)).values())
    await writeDays(tx, one, { ...options, to, off });
  await tx
    .updateTable("series")
    .set({ expanded_to: to })
    .where("series_id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
}

type Span = { from: string; to: string; off: DaysOff; at: Date };

async function writeDays(tx: Tx, series: Series, { from, to, off, at }: Span): Promise<void> {
  const { pattern, zone } = series;
  const rows = daysOf(pattern, from, to, off).map((day) => {
    const { startsAt, endsAt } = instantsOf(
      day,
      pattern.startMinute,
      pattern.durationMinutes,
      zone,
    );
    return { day, starts: startsAt.toISOString(), ends: endsAt.toISOString() };
  });
  const given = JSON.stringify(rows);
  // Days the rule no longer gives, unless somebody said something of them that people may have read.
  await sql`
    delete from occurrence o where o.series_id = ${series.id} and o.original_day >= ${from} and o.state = 'planned'
      and not exists (select from jsonb_to_recordset(${given}::jsonb) r (day date) where r.day = o.original_day)`.execute(
    tx,
  );
  await sql`
    insert into occurrence (series_id, original_day, day, start_minute, duration_minutes, starts_at, ends_at, updated_at)
    select ${series.id}, day, day, ${pattern.startMinute}, ${pattern.durationMinutes}, starts, ends, ${at}
    from jsonb_to_recordset(${given}::jsonb) r (day date, starts timestamptz, ends timestamptz)
    on conflict on constraint occurrence_once do update set day = excluded.day, start_minute = excluded.start_minute,
      duration_minutes = excluded.duration_minutes, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      sequence = occurrence.sequence + 1, updated_at = excluded.updated_at
    where occurrence.state = 'planned' and (occurrence.starts_at, occurrence.ends_at) is distinct from (excluded.starts_at, excluded.ends_at)`.execute(
    tx,
  );
}

/** Series whose days are not all written for the months ahead, those that wait longest first. */
async function seriesToExpand(tx: Tx, today: string, most: number) {
  const horizon = monthsAfter(today, monthsAhead);
  return tx
    .selectFrom("series")
    .select(["series_id", "first_day", "expanded_to"])
    .where((eb) => eb.or([eb("expanded_to", "is", null), eb("expanded_to", "<", horizon)]))
    .where((eb) =>
      eb.or([
        eb("last_day", "is", null),
        eb("last_day", ">", sql<string>`coalesce(expanded_to, first_day - 1)`),
      ]),
    )
    .where((eb) => eb.or([eb("rule", "is not", null), eb("expanded_to", "is", null)]))
    .orderBy("expanded_to", (order) => order.asc().nullsFirst())
    .orderBy("series_id")
    .limit(most)
    .execute();
}

/** Writes the days that come in sight for a few series; gives how many series it looked at. */
export async function expandSome(tx: Tx, today: string, at: Date, most = 200): Promise<number> {
  const waiting = await seriesToExpand(tx, today, most);
  const from = waiting
    .map((one) => (one.expanded_to ? addDays(one.expanded_to, 1) : one.first_day))
    .sort()[0];
  const ids = waiting.map((one) => one.series_id);
  if (from) await expand(tx, ids, { from, today, at });
  return ids.length;
}

/** Series that leave out days off of a kind, to write again when those days change. */
export async function seriesMindful(tx: Tx, today: string): Promise<Series[]> {
  const rows = await tx
    .selectFrom("series")
    .selectAll()
    .where((eb) =>
      eb.or([eb("skip_public_holidays", "=", true), eb("skip_school_holidays", "=", true)]),
    )
    .where((eb) => eb.or([eb("last_day", "is", null), eb("last_day", ">=", today)]))
    .execute();
  return rows.map(seriesRow);
}
