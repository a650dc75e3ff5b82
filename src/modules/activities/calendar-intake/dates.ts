import { addDays } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import {
  addSeries,
  cancelOccurrence,
  occurrencesBetween,
  restoreOccurrence,
  type Occurrence,
  type Pattern,
} from "../../scheduling/index.ts";
import type { Hand } from "../record/history.ts";
import { hoursOf } from "../record/series.ts";
import { addSlot } from "../record/write.ts";
import type { By } from "./apply.ts";
import type { CancelledDate, Proposed } from "./rules.ts";

export async function addHours(tx: Tx, id: string, patterns: readonly Pattern[], hand: Hand) {
  for (const pattern of patterns) {
    const seriesId = await addSeries(tx, hand, pattern);
    await addSlot(tx, id, { seriesId, placeId: null, placeDetail: null });
  }
}

/** Makes the hours and the cancelled dates of an activity those of a calendar. The same hours keep their dates: people may be registered to one. */
export async function hoursTo(
  tx: Tx,
  id: string,
  to: Pick<Proposed, "patterns" | "cancelled">,
  by: By,
): Promise<void> {
  const hours = (await hoursOf(tx, [id])).get(id) ?? [];
  if (
    sameHours(
      hours.map(({ series }) => series),
      to.patterns,
    )
  )
    await giveBack(tx, await datesAhead(tx, id, by), to.cancelled, by);
  else {
    await tx.deleteFrom("activity_slot").where("activity_id", "=", id).execute();
    await addHours(tx, id, to.patterns, by.hand);
  }
  await cancelDates(tx, id, to.cancelled, by);
}

/** What happens once ends on its day, whether it says so or not. */
const told = ({ rhythm, firstDay, lastDay, startMinute, durationMinutes }: Pattern): string => {
  const rule =
    rhythm.kind === "weekly" ? [rhythm.every, [...rhythm.days].sort(), lastDay] : [rhythm];
  return JSON.stringify([rhythm.kind, rule, firstDay, startMinute, durationMinutes]);
};

const sameHours = (some: readonly Pattern[], others: readonly Pattern[]): boolean =>
  some.map(told).sort().join() === others.map(told).sort().join();

/** The dates to come of some activities, each one's own, in two questions. */
export async function datesAheadOf(
  tx: Tx,
  ids: readonly string[],
  { today }: By,
): Promise<Map<string, Occurrence[]>> {
  const hours = [...(await hoursOf(tx, ids))];
  const owners = new Map(hours.flatMap(([id, all]) => all.map(({ series }) => [series.id, id])));
  const dates = await occurrencesBetween(tx, [...owners.keys()], today, addDays(today, 400));
  return Map.groupBy(dates, ({ seriesId }) => owners.get(seriesId) ?? "");
}

export const datesAhead = async (tx: Tx, id: string, by: By): Promise<Occurrence[]> =>
  (await datesAheadOf(tx, [id], by)).get(id) ?? [];

const isOne = (dates: readonly CancelledDate[], one: CancelledDate): boolean =>
  dates.some(({ day, startMinute }) => day === one.day && startMinute === one.startMinute);

/** Dates that were cancelled and no longer are. */
async function giveBack(
  tx: Tx,
  dates: readonly Occurrence[],
  now: readonly CancelledDate[],
  by: By,
) {
  for (const one of dates)
    if (one.state === "cancelled" && !isOne(now, one))
      await restoreOccurrence(tx, { actor: by.hand.actor, at: by.hand.at }, one.id);
}

/** Cancelled in the calendar, cancelled here: the date stays, to be told. */
export async function cancelDates(
  tx: Tx,
  id: string,
  cancelled: readonly CancelledDate[],
  by: By,
): Promise<void> {
  if (!cancelled.length) return;
  for (const one of await datesAhead(tx, id, by))
    if (one.state !== "cancelled" && isOne(cancelled, one))
      await cancelOccurrence(tx, { actor: by.hand.actor, at: by.hand.at }, one.id, by.notice);
}
