import type { Tx } from "../../../platform/db/database.ts";
import { addDays } from "../../../platform/clock.ts";
import { record, type Actor } from "../../journal/index.ts";
import { instantsOf } from "./expand.ts";
import { expand } from "./expanding.ts";
import { occurrenceById, seriesById, type Occurrence } from "./queries.ts";
import { ruleOf, type OccurrenceRefusal, type Pattern } from "./rules.ts";

/** Who changes when things take place, the moment, and the day it is. */
export type When = { actor: Actor; at: Date; today: string };

const columns = (pattern: Pattern) => ({
  first_day: pattern.firstDay,
  last_day: pattern.lastDay,
  start_minute: pattern.startMinute,
  duration_minutes: pattern.durationMinutes,
  rule: ruleOf(pattern.repeat),
  skip_public_holidays: pattern.skipPublicHolidays,
  skip_school_holidays: pattern.skipSchoolHolidays,
});

/** Adds a series and writes its days; gives its id. */
export async function addSeries(
  tx: Tx,
  pattern: Pattern,
  when: When,
  options: { zone?: string; followsId?: string } = {},
): Promise<string> {
  const { series_id: id } = await tx
    .insertInto("series")
    .values({
      ...columns(pattern),
      ...(options.zone ? { zone: options.zone } : {}),
      follows_id: options.followsId ?? null,
      created_at: when.at,
      updated_at: when.at,
    })
    .returning("series_id")
    .executeTakeFirstOrThrow();
  await expand(tx, [id], { from: pattern.firstDay, ...when });
  await note(tx, id, when, "series.added", { pattern: [null, pattern] });
  return id;
}

/**
 * Changes a series: all of it, or from a day on; then the old one ends the day before and a new one, whose id is given,
 * follows it. Days gone by stay as they were.
 */
export async function changeSeries(
  tx: Tx,
  seriesId: string,
  scope: "all" | { from: string },
  pattern: Pattern,
  when: When,
): Promise<string> {
  const known = await seriesById(tx, seriesId);
  if (!known) throw new Error("no such series");
  if (scope !== "all" && scope.from > known.pattern.firstDay) {
    await endSeries(tx, seriesId, addDays(scope.from, -1), when);
    const firstDay = pattern.firstDay > scope.from ? pattern.firstDay : scope.from;
    return addSeries(tx, { ...pattern, firstDay }, when, { zone: known.zone, followsId: seriesId });
  }
  await tx
    .updateTable("series")
    .set((eb) => ({ ...columns(pattern), sequence: eb("sequence", "+", 1), updated_at: when.at }))
    .where("series_id", "=", seriesId)
    .execute();
  await expand(tx, [seriesId], { from: when.today, ...when });
  await note(tx, seriesId, when, "series.changed", { pattern: [known.pattern, pattern] });
  return seriesId;
}

/** Ends a series after a day: what was to come after it comes no more. One that had not begun loses all its days. */
export async function endSeries(
  tx: Tx,
  seriesId: string,
  lastDay: string,
  when: When,
): Promise<void> {
  const known = await seriesById(tx, seriesId);
  if (!known) return;
  const last = lastDay < known.pattern.firstDay ? known.pattern.firstDay : lastDay;
  await tx
    .updateTable("series")
    .set((eb) => ({ last_day: last, sequence: eb("sequence", "+", 1), updated_at: when.at }))
    .where("series_id", "=", seriesId)
    .execute();
  await tx
    .deleteFrom("occurrence")
    .where("series_id", "=", seriesId)
    .where("original_day", ">", lastDay)
    .execute();
  await note(tx, seriesId, when, "series.ended", { lastDay: [known.pattern.lastDay, lastDay] });
}

/** Says that one date does not take place, with a word for those who come. */
export const cancelOccurrence = (tx: Tx, id: string, notice: string | null, when: When) =>
  changeOccurrence(tx, id, when, "occurrence.cancelled", () => ({ state: "cancelled", notice }));

/** Gives one date back its day and its hour. */
export const restoreOccurrence = (tx: Tx, id: string, when: When) =>
  changeOccurrence(tx, id, when, "occurrence.restored", async (known) => {
    const series = await seriesById(tx, known.seriesId);
    if (!series) return undefined;
    const { startMinute, durationMinutes } = series.pattern;
    return {
      state: "planned",
      notice: null,
      ...placed({ day: known.originalDay, startMinute, durationMinutes }, series.zone),
    };
  });

export type NewTime = { day: string; startMinute: number; durationMinutes: number };

/** Moves one date to another day or hour, with a word for those who come. */
export const moveOccurrence = (
  tx: Tx,
  id: string,
  to: NewTime,
  notice: string | null,
  when: When,
) =>
  changeOccurrence(tx, id, when, "occurrence.moved", async (known) => {
    const series = await seriesById(tx, known.seriesId);
    return series && { state: "moved", notice, ...placed(to, series.zone) };
  });

const placed = ({ day, startMinute, durationMinutes }: NewTime, zone: string) => {
  const { startsAt, endsAt } = instantsOf(day, startMinute, durationMinutes, zone);
  return {
    day,
    start_minute: startMinute,
    duration_minutes: durationMinutes,
    starts_at: startsAt,
    ends_at: endsAt,
  };
};

type Change = Record<string, unknown> & { state: Occurrence["state"] };

async function changeOccurrence(
  tx: Tx,
  id: string,
  when: When,
  action: string,
  changed: (known: Occurrence) => Change | undefined | Promise<Change | undefined>,
): Promise<{ refused: OccurrenceRefusal } | { done: Occurrence }> {
  await tx.selectFrom("occurrence").select("day").where("occurrence_id", "=", id).forUpdate().execute(); // prettier-ignore
  const known = await occurrenceById(tx, id);
  const change = known && (await changed(known));
  if (!known || !change) return { refused: "gone" };
  if (known.endsAt <= when.at) return { refused: "past" };
  await tx
    .updateTable("occurrence")
    .set((eb) => ({ ...change, sequence: eb("sequence", "+", 1), updated_at: when.at }))
    .where("occurrence_id", "=", id)
    .execute();
  const now = await occurrenceById(tx, id);
  await note(tx, known.seriesId, when, action, {
    date: [timeOf(known), now && timeOf(now)],
    notice: [known.notice, now?.notice ?? null],
  });
  return { done: now ?? known };
}

const timeOf = ({ day, startMinute, state }: Occurrence) => `${day} ${startMinute} ${state}`;

const note = (tx: Tx, id: string, when: When, action: string, change: Record<string, unknown>) =>
  record(tx, { actor: when.actor, at: when.at, subject: { kind: "series", id }, action, change });
