import { addDays } from "../../../platform/clock.ts";

/** Days that follow one another, both edges included. */
export type Stretch = { first: string; last: string };

export function stretches(days: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  for (const day of days.toSorted()) {
    const last = found.at(-1);
    if (last && addDays(last.last, 1) === day) last.last = day;
    else found.push({ first: day, last: day });
  }
  return found;
}
