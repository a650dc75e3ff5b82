import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { skippedDays } from "../holidays/queries.ts";
import { trace, type Act } from "./change.ts";
import { daysOf } from "./days.ts";
import { lockSeries, occurrenceById, type Occurrence, type Series } from "./queries.ts";

/** What is refused of one occurrence: it is unknown, or its series no longer falls on that day. */
export type OccurrenceRefusal = "unknown" | "not_in_series";

type Done = { done: Occurrence } | { refused: OccurrenceRefusal };

/** Cancels one occurrence; it stays, to be told. */
export const cancelOccurrence = (tx: Tx, by: Act, id: string, notice: string | null) =>
  onOne(tx, id, async ({ one }) => {
    await write(tx, by, one, { state: "cancelled", notice });
    await tell(tx, by, one, "occurrence.cancelled", { notice: notice !== null });
  });

/** Moves one occurrence to another day or hour of the clock of its series. */
export const moveOccurrence = (
  tx: Tx,
  by: Act,
  id: string,
  to: { day: string; startMinute: number; durationMinutes: number },
  notice: string | null,
) =>
  onOne(tx, id, async ({ one, series }) => {
    await write(tx, by, one, { state: "moved", notice, ...placed(to, series) });
    await tell(tx, by, one, "occurrence.moved", {
      day: [one.day, to.day],
      startMinute: [one.startMinute, to.startMinute],
      durationMinutes: [one.durationMinutes, to.durationMinutes],
      notice: notice !== null,
    });
  });

/** Puts one occurrence back where its series has it. */
export const restoreOccurrence = (tx: Tx, by: Act, id: string) =>
  onOne(tx, id, async ({ one, series }) => {
    const { originalDay: day } = one;
    const skipped = await skippedDays(tx, day, day);
    if (!daysOf(series, day, day, skipped).length) return "not_in_series";
    const { startMinute, durationMinutes } = series;
    const back = placed({ day, startMinute, durationMinutes }, series);
    await write(tx, by, one, { state: "planned", notice: null, ...back });
    await tell(tx, by, one, "occurrence.restored", { state: [one.state, "planned"] });
    return undefined;
  });

/** Holds the series, then the occurrence: the same order as an expansion. */
async function onOne(
  tx: Tx,
  id: string,
  work: (held: { one: Occurrence; series: Series }) => Promise<OccurrenceRefusal | void>,
): Promise<Done> {
  const known = await occurrenceById(tx, id);
  if (!known) return { refused: "unknown" };
  const [series] = await lockSeries(tx, [known.seriesId]);
  const one = await occurrenceById(tx, id);
  // Changed to another series while we waited: its own lock protects it, and the caller asks again.
  if (!series || !one || one.seriesId !== series.id) return { refused: "unknown" };
  const refused = await work({ one, series });
  if (refused) return { refused };
  return { done: (await occurrenceById(tx, id)) ?? one };
}

const placed = (
  { day, startMinute, durationMinutes }: Parameters<typeof moveOccurrence>[3],
  { zone }: Series,
) => ({
  day,
  start_minute: startMinute,
  duration_minutes: durationMinutes,
  starts_at: sql<Date>`instant_in(${day}, ${startMinute}, ${zone})`,
  ends_at: sql<Date>`end_in(${day}, ${startMinute}, ${durationMinutes}, ${zone})`,
});

const write = (
  tx: Tx,
  by: Act,
  one: Occurrence,
  change: { state: string; notice: string | null } & Partial<ReturnType<typeof placed>>,
) =>
  tx
    .updateTable("occurrence")
    .set({ ...change, sequence: one.sequence + 1, changed_at: by.at })
    .where("occurrence_id", "=", one.id)
    .execute();

const tell = (tx: Tx, by: Act, one: Occurrence, action: string, change: Record<string, unknown>) =>
  trace(tx, by, one.seriesId, action, { occurrence: one.originalDay, ...change });
