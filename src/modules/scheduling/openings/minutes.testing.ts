import fc from "fast-check";
import { weekdays } from "../series/pattern.ts";
import { seasons, weeksKinds, type Calendar, type OpeningRule, type Timetable } from "./timetable.ts"; // prettier-ignore

/** The brute force the opening hours are compared with: minute by minute, without any of their code. */

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock of a zone shows. */
function shown(zone: string, at: number): { day: string; minute: number } {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "short",
    });
  clocks.set(zone, clock);
  const [day = "", time = ""] = clock.format(at).split(" ");
  const [hour, minute] = time.split(":").map(Number);
  return { day, minute: (hour ?? 0) * 60 + (minute ?? 0) };
}

/** Whether it is open, for each minute from an instant: an hour the clock shows twice has passed the first time. */
export function openMinutes(
  table: Timetable,
  from: number,
  minutes: number,
  calendar: Calendar,
): boolean[] {
  const reached = new Map<string, number>();
  // From the day before: the clock has passed minutes of the day before the first one asked.
  const early = 26 * 60;
  const found: boolean[] = [];
  for (let at = -early; at < minutes; at += 1) {
    const { day, minute } = shown(table.zone, from + at * 60_000);
    const passed = Math.max(reached.get(day) ?? 0, minute);
    reached.set(day, passed);
    if (at >= 0) found.push(openOn(table, day, passed, calendar));
  }
  return found;
}

/** Whether a day is open at a minute, rule by rule. */
export function openOn(table: Timetable, day: string, minute: number, calendar: Calendar): boolean {
  const inside = ({ from, until }: { from: number; until: number }) =>
    minute >= from && minute < until;
  const own = table.exceptions.filter((one) => !(day < one.firstDay || day > one.lastDay));
  if (own.length > 0) return own.some(({ hours }) => hours !== null && inside(hours));
  if (calendar.publicDays.has(day) && table.publicHolidays !== "open") return false;
  if (calendar.closedDays.has(day) && table.closedDays) return false;
  const period = table.rules.filter(
    (one) => one.season === "period" && !(day < (one.firstDay ?? "") || day > (one.lastDay ?? "")),
  );
  const rules = period.length > 0 ? period : table.rules;
  return rules.some((rule) => inside(rule) && holds(rule, day, calendar.schoolDays.has(day)));
}

function holds(rule: OpeningRule, day: string, school: boolean): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  if ("SU MO TU WE TH FR SA".split(" ")[date.getUTCDay()] !== rule.weekday) return false;
  if ((rule.firstDay ?? day) > day || (rule.lastDay ?? day) < day) return false;
  if (rule.season === "term" && school) return false;
  if (rule.season === "school_holidays" && !school) return false;
  if (rule.weeks === "every") return true;
  if (rule.weeks === "even") return weekOf(day) % 2 === 0;
  if (rule.weeks === "odd") return weekOf(day) % 2 === 1;
  // The days of the month that are the same day of the week, written one by one.
  const same: string[] = [];
  const month = date.getUTCMonth();
  for (
    const one = new Date(Date.UTC(date.getUTCFullYear(), month, 1));
    one.getUTCMonth() === month;
    one.setUTCDate(one.getUTCDate() + 1)
  )
    // prettier-ignore
    if (one.getUTCDay() === date.getUTCDay()) same.push(one.toISOString().slice(0, 10));
  return same.at(rule.weeks === "-1" ? -1 : Number(rule.weeks) - 1) === day;
}

/** The Monday of the week that holds the 4 January of a year. */
function firstOf(year: number): number {
  const fourth = new Date(Date.UTC(year, 0, 4));
  return fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000;
}

/** The number of a week, counted Monday by Monday from the one that holds the 4 January of its year. */
function weekOf(day: string): number {
  const asked = Date.parse(`${day}T00:00:00Z`);
  let year = Number(day.slice(0, 4)) + 1;
  while (firstOf(year) > asked) year -= 1;
  let number = 1;
  for (let monday = firstOf(year); monday + 7 * 86_400_000 <= asked; monday += 7 * 86_400_000)
    number += 1;
  return number;
}

const range = fc
  .tuple(fc.integer({ min: 0, max: 94 }), fc.integer({ min: 1, max: 40 }))
  .map(([from, long]) => ({ from: from * 15, until: Math.min(1440, (from + long) * 15) }));

export const dayAround = (start: string, before: number, after: number) =>
  fc.integer({ min: -before, max: after }).map((days) => {
    const date = new Date(`${start}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + days);
    return date.toISOString().slice(0, 10);
  });

/** Any opening hours, with what differs around a day. */
export const timetables = (around: string, zones: readonly string[]): fc.Arbitrary<Timetable> => {
  const edge = fc.option(dayAround(around, 10, 10));
  const rule = fc
    .record({
      hours: range,
      weekday: fc.constantFrom(...weekdays),
      season: fc.constantFrom(...seasons.filter((kind) => kind !== "period")),
      weeks: fc.oneof({ weight: 3, arbitrary: fc.constant("every" as const) }, fc.constantFrom(...weeksKinds)), // prettier-ignore
      days: fc.tuple(edge, edge),
    })
    .map(({ hours, days, ...more }) => {
      const [one, other] = days;
      const swap = one !== null && other !== null && other < one;
      return { ...more, ...hours, firstDay: swap ? other : one, lastDay: swap ? one : other };
    });
  const exception = fc
    .record({
      firstDay: dayAround(around, 6, 6),
      long: fc.integer({ min: 0, max: 3 }),
      hours: fc.option(range),
    })
    .map(({ long, ...one }) => {
      const last = new Date(`${one.firstDay}T00:00:00Z`);
      last.setUTCDate(last.getUTCDate() + long);
      return { ...one, lastDay: last.toISOString().slice(0, 10), words: null };
    });
  // A week of some days, in the place of the usual one.
  const period = fc
    .record({
      days: fc.tuple(dayAround(around, 10, 10), dayAround(around, 10, 10)),
      week: fc.array(fc.record({ hours: range, weekday: fc.constantFrom(...weekdays) }), { minLength: 1, maxLength: 6 }), // prettier-ignore
    })
    .map(({ days, week }) => {
      const [firstDay, lastDay] = days.toSorted();
      return week.map(({ hours, weekday }): OpeningRule => ({ ...hours, weekday, season: "period", weeks: "every", firstDay: firstDay ?? null, lastDay: lastDay ?? null })); // prettier-ignore
    });
  return fc.record({
    zone: fc.constantFrom(...zones),
    publicHolidays: fc.constantFrom("closed" as const, "open" as const),
    closedDays: fc.boolean(),
    rules: fc
      .tuple(fc.array(rule, { maxLength: 12 }), fc.option(period))
      .map(([rules, own]) => [...rules, ...(own ?? [])]),
    exceptions: fc.array(exception, { maxLength: 3 }),
  });
};

/** What the calendar may say of the days around a day. */
export const calendars = (around: string): fc.Arbitrary<Calendar> => {
  const some = fc.array(dayAround(around, 6, 6), { maxLength: 4 }).map((days) => new Set(days));
  return fc.record({ publicDays: some, closedDays: some, schoolDays: some });
};
