import { instantOf, openingsOn, peaksOf, type OpeningCalendar } from "../../scheduling/index.ts";
import type { Days } from "../rules/rules.ts";
import type { Shelf } from "./offer.ts";

/** The first hour one may come, the last one may bring it back, as minutes of their day; nothing when any hour does. */
export type Within = { from: number | undefined; until: number | undefined };

/**
 * What is free between hours of the first and of the last day when it is not over the whole of them: the longest such time, and how
 * many. What comes back at noon goes out again in the afternoon.
 */
export function partOfDays(
  shelf: Shelf,
  days: Days,
  calendar: OpeningCalendar,
  bufferMinutes: number,
): { free: number; within: Within } | undefined {
  if (shelf.capacity === 0) return undefined;
  const [outs, backs] = [slotsOn(shelf, days.from, calendar), slotsOn(shelf, days.until, calendar)];
  const peak = peaksOf(shelf.uses);
  const at = (day: string, minute: number) =>
    instantOf(shelf.timetable.zone, day, minute).getTime();
  const ready = (shelf.slotMinutes + bufferMinutes) * 60_000;
  const free = (out: number, back: number) =>
    shelf.capacity - peak({ from: at(days.from, out), until: at(days.until, back) + ready });
  const sameDay = days.from === days.until;
  let best: { out: number; back: number } | undefined;
  for (const out of outs) {
    const first = backs.find((back) => !sameDay || back > out);
    if (first === undefined || free(out, first) <= 0) continue;
    const back = backs.findLast((one) => one >= first && free(out, one) > 0) ?? first;
    if (!best || back - out > best.back - best.out) best = { out, back };
  }
  if (!best) return undefined;
  const { out, back } = best;
  return {
    free: free(out, back),
    within: {
      from: out === outs[0] ? undefined : out,
      until: back === backs.at(-1) ? undefined : back,
    },
  };
}

/** Whether hours fit what is free. */
export const comesWithin = (within: Within | undefined, minute: number): boolean =>
  minute >= (within?.from ?? 0);
export const backWithin = (within: Within | undefined, minute: number): boolean =>
  minute <= (within?.until ?? Infinity);

/** When hand-overs begin on a day, as minutes of that day: slots that end before the place closes. */
export const slotsOn = (
  { timetable, slotMinutes }: Pick<Shelf, "timetable" | "slotMinutes">,
  day: string,
  calendar: OpeningCalendar,
): number[] =>
  openingsOn(timetable, day, calendar).flatMap(({ from, until }) =>
    Array.from(
      { length: Math.max(0, Math.floor((until - from) / slotMinutes)) },
      (_, nth) => from + nth * slotMinutes,
    ),
  );
