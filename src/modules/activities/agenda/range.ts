import { addDays } from "../../../platform/clock.ts";
import { weekdayOf } from "../../scheduling/index.ts";

/** How much of time a page of the agenda shows. */
export const spans = ["day", "week", "month"] as const;
export type Span = (typeof spans)[number];

/** The days a page shows, and a day of the page before and of the one after. */
export type Range = { first: string; last: string; before: string; after: string };

/** The day, the week from Monday to Sunday, or the month of a day. */
export function rangeOf(span: Span, day: string): Range {
  if (span === "day") return ends(day, day);
  if (span === "week") {
    const monday = addDays(day, -weekdayOf(day));
    return ends(monday, addDays(monday, 6));
  }
  const first = `${day.slice(0, 8)}01`;
  return ends(first, addDays(`${addDays(first, 31).slice(0, 8)}01`, -1));
}

const ends = (first: string, last: string): Range => ({
  first,
  last,
  before: addDays(first, -1),
  after: addDays(last, 1),
});

/** The days of a range, in order. */
export function daysIn({ first, last }: Pick<Range, "first" | "last">): string[] {
  const days = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
