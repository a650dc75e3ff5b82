import type { Tx } from "../../../platform/db/database.ts";
import { addDays, dayOf } from "../../../platform/clock.ts";
import { record, type Actor } from "../../journal/index.ts";
import { expand, type Expanded } from "./expand.ts";
import type { Pattern } from "./pattern.ts";
import { columnsOf, lockSeries, type Series } from "./queries.ts";

export type Act = { actor: Actor; at: Date };

/** "All", or "this one and those that follow": from the original day of the one that is meant, wherever it was moved. */
export type Scope = "all" | { from: string };

/** Adds a series with its rows, those of the past too; gives its identifier. */
export async function addSeries(tx: Tx, by: Act, pattern: Pattern): Promise<string> {
  const id = await insertSeries(tx, by, pattern, null);
  await expand(tx, [id], by.at, pattern.firstDay);
  await trace(tx, by, id, "series.added", told(undefined, pattern));
  return id;
}

/**
 * Changes a series. From a day, the old one ends the day before and a new one, which says which it follows, takes its
 * occurrences from there; `id` is the series that holds the days to come. The past stays as it was, and so does what was
 * moved or cancelled by hand. `removed` says which occurrences are no more: whoever keeps something of them must act.
 */
export async function changeSeries(
  tx: Tx,
  by: Act,
  seriesId: string,
  scope: Scope,
  pattern: Pattern,
): Promise<({ id: string } & Expanded) | undefined> {
  const [old] = await lockSeries(tx, [seriesId]);
  if (!old) return undefined;
  if (scope === "all" || scope.from <= old.firstDay) return changeWhole(tx, by, old, pattern);
  const { from } = scope;
  await writeSeries(tx, by, old, { ...old, lastDay: earliest(old.lastDay, dayBefore(from)) });
  const next = { ...pattern, firstDay: pattern.firstDay > from ? pattern.firstDay : from };
  const id = await insertSeries(tx, by, next, old.id);
  await tx
    .updateTable("occurrence")
    .set({ series_id: id })
    .where("series_id", "=", old.id)
    .where("original_day", ">=", from)
    .execute();
  const done = await expand(tx, [id], by.at);
  await trace(tx, by, old.id, "series.continued", { from, next: id });
  await trace(tx, by, id, "series.added", { ...told(old, next), follows: old.id });
  return { id, ...done };
}

async function changeWhole(
  tx: Tx,
  by: Act,
  old: Series,
  pattern: Pattern,
): Promise<{ id: string } & Expanded> {
  const change = told(old, pattern);
  if (!Object.keys(change).length) return { id: old.id, added: 0, changed: 0, removed: [] };
  await writeSeries(tx, by, old, pattern);
  const done = await expand(tx, [old.id], by.at);
  await trace(tx, by, old.id, "series.changed", change);
  return { id: old.id, ...done };
}

/**
 * Ends a series after a day, even before its first. What was planned later is no more, what was moved later is cancelled and
 * stays to be told.
 */
export async function endSeries(
  tx: Tx,
  by: Act,
  seriesId: string,
  lastDay: string,
): Promise<Expanded | undefined> {
  const [old] = await lockSeries(tx, [seriesId]);
  if (!old) return undefined;
  const before = dayBefore(old.firstDay);
  const end = lastDay < before ? before : lastDay;
  await writeSeries(tx, by, old, { ...old, lastDay: end });
  await tx
    .updateTable("occurrence")
    .set((eb) => ({
      state: "cancelled",
      sequence: eb("sequence", "+", 1),
      changed_at: by.at,
    }))
    .where("series_id", "=", seriesId)
    .where("state", "=", "moved")
    .where("day", ">", end)
    .execute();
  const done = await expand(tx, [seriesId], by.at, soonest(addDays(end, 1), dayOf(by.at)));
  await trace(tx, by, seriesId, "series.ended", { lastDay: [old.lastDay, end] });
  return done;
}

async function insertSeries(
  tx: Tx,
  by: Act,
  pattern: Pattern,
  followed: string | null,
): Promise<string> {
  const { series_id } = await tx
    .insertInto("series")
    .values({
      ...columnsOf(pattern),
      follows_series_id: followed,
      created_at: by.at,
      changed_at: by.at,
    })
    .returning("series_id")
    .executeTakeFirstOrThrow();
  return series_id;
}

const writeSeries = (tx: Tx, by: Act, old: Series, pattern: Pattern) =>
  tx
    .updateTable("series")
    .set({ ...columnsOf(pattern), sequence: old.sequence + 1, changed_at: by.at })
    .where("series_id", "=", old.id)
    .execute();

/** What changes of a pattern, column by column: old and new. */
function told(old: Pattern | undefined, next: Pattern): Record<string, unknown> {
  const before: Record<string, unknown> = old ? columnsOf(old) : {};
  return Object.fromEntries(
    Object.entries(columnsOf(next))
      .filter(([name, value]) => value !== (before[name] ?? null))
      .map(([name, value]) => [name, [before[name] ?? null, value]]),
  );
}

/** One line of the history of a series. What people are told of a change may name someone: it stays out. */
export const trace = (
  tx: Tx,
  by: Act,
  seriesId: string,
  action: string,
  change: Record<string, unknown>,
) => record(tx, { ...by, subject: { kind: "series", id: seriesId }, action, change });

/** The day before, where a series ends when another begins. */
const dayBefore = (day: string): string => addDays(day, -1);

const soonest = (one: string, other: string): string => (one < other ? one : other);
const earliest = (known: string | null, day: string): string =>
  known === null ? day : soonest(known, day);
