import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import type { Pattern } from "./rules.ts";
import { ruleOf } from "./rules.ts";

/** Days when nothing takes place if a series says so, by what they are. */
export type DaysOff = { public: ReadonlySet<string>; school: ReadonlySet<string> };

/** The days a series takes place, from a day to another, both included, days off left out. */
export function daysOf(pattern: Pattern, from: string, to: string, off: DaysOff): string[] {
  const end = pattern.lastDay && pattern.lastDay < to ? pattern.lastDay : to;
  const begin = pattern.firstDay > from ? pattern.firstDay : from;
  if (begin > end) return [];
  const skipped = (day: string) =>
    (pattern.skipPublicHolidays && off.public.has(day)) ||
    (pattern.skipSchoolHolidays && off.school.has(day));
  return ruleDays(pattern, begin, end).filter((day) => !skipped(day));
}

/** A whole day, in a zone without changes of hour: the clock of the place comes after. */
const at = (day: string) => Temporal.ZonedDateTime.from(`${day}T00:00:00[UTC]`);

function ruleDays(pattern: Pattern, begin: string, end: string): string[] {
  const rule = ruleOf(pattern.repeat);
  if (rule === null) return pattern.firstDay >= begin ? [pattern.firstDay] : [];
  const recurrence = new RRuleTemporal({
    rruleString: rule,
    dtstart: at(pattern.firstDay),
    temporal: Temporal,
  });
  return recurrence
    .between(at(begin), at(end), true)
    .map((found) => found.toPlainDate().toString());
}

/** The instants of a local time in its zone: an hour that a change of hour skips or repeats follows RFC 5545 (the later, the first). */
export function instantsOf(
  day: string,
  startMinute: number,
  durationMinutes: number,
  zone: string,
): { startsAt: Date; endsAt: Date } {
  const start = Temporal.PlainDate.from(day)
    .toPlainDateTime({ hour: Math.floor(startMinute / 60), minute: startMinute % 60 })
    .toZonedDateTime(zone, { disambiguation: "compatible" });
  return {
    startsAt: new Date(start.epochMilliseconds),
    endsAt: new Date(start.add({ minutes: durationMinutes }).epochMilliseconds),
  };
}
