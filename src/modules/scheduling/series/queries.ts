import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { repeatOf, type Pattern } from "./rules.ts";

export type Series = {
  id: string;
  zone: string;
  pattern: Pattern;
  followsId: string | null;
  sequence: number;
  expandedTo: string | null;
};

/** One time something takes place, in local time and in instants. */
export type Occurrence = {
  id: string;
  seriesId: string;
  /** The day its rule gives: its name, even moved. */
  originalDay: string;
  day: string;
  startMinute: number;
  durationMinutes: number;
  startsAt: Date;
  endsAt: Date;
  state: "planned" | "moved" | "cancelled";
  /** Why it changed, for those who come. */
  notice: string | null;
  sequence: number;
  updatedAt: Date;
};

/** Some series, in no order. */
export async function seriesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Series>> {
  if (!ids.length) return new Map();
  const rows = await tx
    .selectFrom("series")
    .selectAll()
    .where("series_id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.series_id, seriesRow(row)]));
}

export const seriesById = async (tx: Tx, id: string): Promise<Series | undefined> =>
  (await seriesOf(tx, [id])).get(id);

type Row = {
  series_id: string;
  first_day: string;
  last_day: string | null;
  start_minute: number;
  duration_minutes: number;
  zone: string;
  rule: string | null;
  skip_public_holidays: boolean;
  skip_school_holidays: boolean;
  follows_id: string | null;
  sequence: number;
  expanded_to: string | null;
};

export const seriesRow = (row: Row): Series => ({
  id: row.series_id,
  zone: row.zone,
  pattern: {
    firstDay: row.first_day,
    lastDay: row.last_day,
    startMinute: row.start_minute,
    durationMinutes: row.duration_minutes,
    repeat: repeatOf(row.rule),
    skipPublicHolidays: row.skip_public_holidays,
    skipSchoolHolidays: row.skip_school_holidays,
  },
  followsId: row.follows_id,
  sequence: row.sequence,
  expandedTo: row.expanded_to,
});

/** Occurrences of some series between two days, both included, in order; those cancelled too. */
export async function occurrencesBetween(
  tx: Tx,
  seriesIds: readonly string[],
  from: string,
  to: string,
  most = 2000,
): Promise<Occurrence[]> {
  if (!seriesIds.length) return [];
  const rows = await tx
    .selectFrom("occurrence")
    .selectAll()
    .where("series_id", "=", sql<string>`any(${[...seriesIds]}::uuid[])`)
    .where("day", ">=", from)
    .where("day", "<=", to)
    .orderBy("day")
    .orderBy("start_minute")
    .orderBy("occurrence_id")
    .limit(most)
    .execute();
  return rows.map(occurrenceRow);
}

export async function occurrenceById(tx: Tx, id: string): Promise<Occurrence | undefined> {
  const row = await tx
    .selectFrom("occurrence")
    .selectAll()
    .where("occurrence_id", "=", id)
    .executeTakeFirst();
  return row && occurrenceRow(row);
}

type OccurrenceRow = {
  occurrence_id: string;
  series_id: string;
  original_day: string;
  day: string;
  start_minute: number;
  duration_minutes: number;
  starts_at: Date;
  ends_at: Date;
  state: string;
  notice: string | null;
  sequence: number;
  updated_at: Date;
};

const occurrenceRow = (row: OccurrenceRow): Occurrence => ({
  id: row.occurrence_id,
  seriesId: row.series_id,
  originalDay: row.original_day,
  day: row.day,
  startMinute: row.start_minute,
  durationMinutes: row.duration_minutes,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  state: row.state as Occurrence["state"],
  notice: row.notice,
  sequence: row.sequence,
  updatedAt: row.updated_at,
});
