import { instantOf, openingsOn, type OpeningCalendar, type Span } from "../../scheduling/index.ts";
import type { Days } from "../rules/rules.ts";
import type { Shelf } from "./offer.ts";

/** The first hour one may come, the last one may bring it back, as minutes of their day; nothing when any hour does. */
export type Within = { from: number | undefined; until: number | undefined };

/**
 * What is free between hours of the first and of the last day when it is not over the whole of them: the longest such time, and how
 * many. What comes back at noon goes out again in the afternoon. `peak`: the most that is promised of the shelf over a time.
 */
export function partOfDays(
  shelf: Shelf,
  days: Days,
  { calendar, peak, bufferMinutes }: { calendar: OpeningCalendar; peak: (span: Span) => number; bufferMinutes: number }, // prettier-ignore
): { free: number; within: Within } | undefined {
  const on = (day: string) =>
    slotsOn(shelf, day, calendar).map((minute) => {
      let at: number | undefined;
      return { minute, at: () => (at ??= instantOf(shelf.timetable.zone, day, minute).getTime()) };
    });
  const [outs, backs] = [on(days.from), on(days.until)];
  const ready = (shelf.slotMinutes + bufferMinutes) * 60_000;
  const free = (out: Slot, back: Slot) =>
    shelf.capacity - peak({ from: out.at(), until: back.at() + ready });
  const sameDay = days.from === days.until;
  const [lastOut, firstBack] = [outs.at(-1), backs[0]];
  // What is not free for the shortest time is not for any: most of what is taken is told at once.
  if (!lastOut || !firstBack || (!sameDay && free(lastOut, firstBack) <= 0)) return undefined;
  let best: { out: Slot; back: Slot } | undefined;
  for (const out of outs) {
    const first = sameDay ? backs.find(({ minute }) => minute > out.minute) : firstBack;
    if (!first || free(out, first) <= 0) continue;
    const back = backs.findLast((one) => one.minute >= first.minute && free(out, one) > 0) ?? first;
    if (!best || back.minute - out.minute > best.back.minute - best.out.minute)
      best = { out, back };
  }
  if (!best) return undefined;
  const { out, back } = best;
  return {
    free: free(out, back),
    within: {
      from: out === outs[0] ? undefined : out.minute,
      until: back === backs.at(-1) ? undefined : back.minute,
    },
  };
}

type Slot = { minute: number; at: () => number };

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
