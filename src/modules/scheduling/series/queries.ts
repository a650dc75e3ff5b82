import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { OccurrenceRow, SeriesRow } from "../../../platform/db/types.ts";
import type { Selectable } from "kysely";
import { rhythmOf, ruleOf, type Pattern } from "./pattern.ts";

export type OccurrenceState = "planned" | "moved" | "cancelled";

/** One time it happens: where it stands now, and the day it has in its series. */
export type Occurrence = {
  id: string;
  seriesId: string;
  originalDay: string;
  day: string;
  startMinute: number;
  durationMinutes: number;
  startsAt: Date;
  endsAt: Date;
  state: OccurrenceState;
  /** What people are told of a change. */
  notice: string | null;
  sequence: number;
  changedAt: Date;
};

export type Series = Pattern & {
  id: string;
  followsSeriesId: string | null;
  sequence: number;
  createdAt: Date;
  changedAt: Date;
};

export async function seriesById(tx: Tx, id: string): Promise<Series | undefined> {
  const [one] = await seriesByIds(tx, [id]);
  return one;
}

/** The series of these identifiers, in the order of their identifiers. */
export async function seriesByIds(tx: Tx, ids: readonly string[]): Promise<Series[]> {
  if (!ids.length) return [];
  const rows = await tx
    .selectFrom("series")
    .selectAll()
    .where("series_id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy("series_id")
    .execute();
  return rows.map(seriesOf);
}

/** The same, held until the transaction ends: two works on one series follow each other. */
export async function lockSeries(tx: Tx, ids: readonly string[]): Promise<Series[]> {
  if (!ids.length) return [];
  const rows = await tx
    .selectFrom("series")
    .selectAll()
    .where("series_id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy("series_id")
    .forUpdate()
    .execute();
  return rows.map(seriesOf);
}

/** Series with a day to come: those the nightly work extends. */
export async function openSeries(tx: Tx, today: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("series")
    .select("series_id")
    .where((eb) => eb.or([eb("last_day", "is", null), eb("last_day", ">=", today)]))
    .where((eb) => eb.or([eb("rule", "is not", null), eb("first_day", ">=", today)]))
    .orderBy("series_id")
    .execute();
  return rows.map(({ series_id }) => series_id);
}

/** What happens from a day to a day, both included, in order; of every series when none is named. Cancelled ones too. */
export async function occurrencesBetween(
  tx: Tx,
  seriesIds: readonly string[] | null,
  fromDay: string,
  toDay: string,
): Promise<Occurrence[]> {
  if (seriesIds?.length === 0) return [];
  const rows = await tx
    .selectFrom("occurrence")
    .selectAll()
    .where("day", ">=", fromDay)
    .where("day", "<=", toDay)
    .$if(seriesIds !== null, (query) =>
      query.where("series_id", "=", sql<string>`any(${[...(seriesIds ?? [])]}::uuid[])`),
    )
    .orderBy("day")
    .orderBy("start_minute")
    .orderBy("occurrence_id")
    .execute();
  return rows.map(occurrenceOf);
}

/** What comes next in each series and is not over yet, cancelled ones too: at most `most` of each. */
export async function nextOccurrences(
  tx: Tx,
  seriesIds: readonly string[],
  now: Date,
  most = 1,
): Promise<Map<string, Occurrence[]>> {
  const found = new Map<string, Occurrence[]>();
  if (!seriesIds.length) return found;
  const { rows } = await sql<Selectable<OccurrenceRow>>`
    select o.* from unnest(${[...seriesIds]}::uuid[]) as asked(series_id)
    cross join lateral (
      select * from occurrence where occurrence.series_id = asked.series_id and ends_at > ${now}
      order by starts_at limit ${most}) o
    order by o.starts_at`.execute(tx);
  for (const one of rows.map(occurrenceOf))
    found.set(one.seriesId, [...(found.get(one.seriesId) ?? []), one]);
  return found;
}

export async function occurrenceById(tx: Tx, id: string): Promise<Occurrence | undefined> {
  const row = await tx
    .selectFrom("occurrence")
    .selectAll()
    .where("occurrence_id", "=", id)
    .executeTakeFirst();
  return row && occurrenceOf(row);
}

/** The series some occurrences belong to. */
export async function seriesOfOccurrences(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct series_id as id from occurrence where occurrence_id = any(${[...ids]}::uuid[])`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** A pattern as its columns. */
export const columnsOf = (pattern: Pattern) => ({
  first_day: pattern.firstDay,
  last_day: pattern.lastDay,
  start_minute: pattern.startMinute,
  duration_minutes: pattern.durationMinutes,
  zone: pattern.zone,
  rule: ruleOf(pattern.rhythm),
  skip_public_holidays: pattern.skipPublicHolidays,
  skip_school_holidays: pattern.skipSchoolHolidays,
});

const seriesOf = (row: Selectable<SeriesRow>): Series => ({
  id: row.series_id,
  rhythm: rhythmOf(row.rule),
  firstDay: row.first_day,
  lastDay: row.last_day,
  startMinute: row.start_minute,
  durationMinutes: row.duration_minutes,
  zone: row.zone,
  skipPublicHolidays: row.skip_public_holidays,
  skipSchoolHolidays: row.skip_school_holidays,
  followsSeriesId: row.follows_series_id,
  sequence: row.sequence,
  createdAt: row.created_at,
  changedAt: row.changed_at,
});

const occurrenceOf = (row: Selectable<OccurrenceRow>): Occurrence => ({
  id: row.occurrence_id,
  seriesId: row.series_id,
  originalDay: row.original_day,
  day: row.day,
  startMinute: row.start_minute,
  durationMinutes: row.duration_minutes,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  state: row.state as OccurrenceState,
  notice: row.notice,
  sequence: row.sequence,
  changedAt: row.changed_at,
});
