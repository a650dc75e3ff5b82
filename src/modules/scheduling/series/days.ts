import { RRuleTemporal } from "rrule-temporal";
import { addDays } from "../../../platform/clock.ts";
import { ruleOf, weekdayOf, weekdays, type Pattern } from "./pattern.ts";

/** The days a series may not fall on, from a day to a day. */
export type Skipped = { publicDays: ReadonlySet<string>; schoolDays: ReadonlySet<string> };

/**
 * The days of a pattern from a day to a day, both included. Days have no zone: they are counted at noon UTC, the clock and
 * the time zone come after, so that no change of hour can lose one.
 */
export function daysOf(pattern: Pattern, from: string, to: string, skipped: Skipped): string[] {
  const end = pattern.lastDay !== null && pattern.lastDay < to ? pattern.lastDay : to;
  const start = pattern.firstDay > from ? pattern.firstDay : from;
  if (start > end) return [];
  // Who says one day means it, even a holiday.
  if (pattern.rhythm.kind === "once") return rawDays(pattern, start, end);
  return rawDays(pattern, start, end).filter(
    (day) =>
      !(pattern.skipPublicHolidays && skipped.publicDays.has(day)) &&
      !(pattern.skipSchoolHolidays && skipped.schoolDays.has(day)),
  );
}

function rawDays(pattern: Pattern, from: string, to: string): string[] {
  const rule = ruleOf(pattern.rhythm);
  if (rule === null) return pattern.firstDay >= from ? [pattern.firstDay] : [];
  const start = anchorOf(pattern).replaceAll("-", "");
  const found = new RRuleTemporal({ rruleString: `DTSTART:${start}T120000Z\nRRULE:${rule}` });
  return found
    .between(new Date(`${from}T00:00:00Z`), new Date(`${to}T23:59:59Z`), true)
    .map((at) => at.toPlainDate().toString());
}

/**
 * The first day that is one of those of the week: "every two weeks, on Wednesdays, from Thursday 3" begins on Wednesday 9,
 * where the rule alone would skip that week and begin on the 16th.
 */
function anchorOf({ rhythm, firstDay }: Pattern): string {
  if (rhythm.kind !== "weekly" || rhythm.days.length === 0) return firstDay;
  const wanted = rhythm.days.map((day) => weekdays.indexOf(day));
  const after = Math.min(...wanted.map((day) => (day - weekdayOf(firstDay) + 7) % 7));
  return addDays(firstDay, after);
}

/** Every day of stretches, one by one. */
export const eachDay = (stretches: readonly { firstDay: string; lastDay: string }[]): string[] =>
  stretches.flatMap(({ firstDay, lastDay }) => {
    const days: string[] = [];
    for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) days.push(day);
    return days;
  });
