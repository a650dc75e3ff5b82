import { addDays } from "../../../platform/clock.ts";
import { stretches, type Stretch } from "./stretches.ts";
import { weekdays, type Weekday } from "../series/pattern.ts";
import {
  exceptionsOn,
  joined,
  seasonsOf,
  type Calendar,
  type Hours,
  type OpeningRule,
  type Timetable,
} from "./timetable.ts";

/**
 * The hours as OpenStreetMap and the national schemas write them: `Mo-Fr 09:00-12:00,14:00-18:30; SH Mo 10:00-12:00; PH off`.
 * Rules follow one another, the later over the earlier; what is after a comma is added. With a calendar, the days the commune
 * closes are written too.
 */
export function osmHours(timetable: Timetable, calendar?: Calendar): string {
  if (!timetable.rules.length && !timetable.exceptions.length) return "";
  const { usual, school, periods } = seasonsOf(timetable);
  const differing = weekdays.filter((day) => dayKey(usual, day) !== dayKey(school, day));
  const closed = timetable.closedDays ? stretches([...(calendar?.closedDays ?? [])]) : [];
  return [
    ...weekOf(usual, weekdays, "", false),
    ...weekOf(school, differing, "SH ", true),
    ...periods.flatMap(({ firstDay, lastDay, rules }) =>
      periodWeek(rules, [...usual, ...school], daysOf({ first: firstDay, last: lastDay })),
    ),
    ...(timetable.publicHolidays === "closed" ? ["PH off"] : []),
    ...closed.map((days) => `${daysOf(days)} off`),
    ...exceptionsOf(timetable),
  ].join("; ");
}

/** The week of a period over the usual one: the days of that one which it does not open are closed. */
function periodWeek(own: readonly OpeningRule[], usual: readonly OpeningRule[], days: string) {
  const said = weekdays.filter((day) => [...own, ...usual].some(({ weekday }) => weekday === day));
  const always = own.map((rule) => ({ ...rule, firstDay: null, lastDay: null }));
  return weekOf(always, said, `${days} `, true);
}

/** The rules of some weekdays, those with the same hours together. `off` also writes those that are closed. */
function weekOf(
  rules: readonly OpeningRule[],
  days: readonly Weekday[],
  prefix: string,
  off: boolean,
): string[] {
  const plain = new Map<string, Weekday[]>();
  for (const day of days) {
    const hours = hoursOf(joined(rules.filter((one) => one.weekday === day && isPlain(one))));
    if (hours || off) plain.set(hours, [...(plain.get(hours) ?? []), day]);
  }
  const written = [...plain].map(([hours, of]) => `${prefix}${weekdaysOf(of)} ${hours || "off"}`);
  const added = rules
    .filter((one) => days.includes(one.weekday) && !isPlain(one))
    .map((one) => qualified(one, prefix));
  // Added to what the day already has, not in its place.
  return [...written.slice(0, -1), [...written.slice(-1), ...added].join(", ")].filter(Boolean);
}

const isPlain = ({ weeks, firstDay, lastDay }: OpeningRule): boolean =>
  weeks === "every" && firstDay === null && lastDay === null;

/** A rule that does not hold every week, or not always. */
function qualified(rule: OpeningRule, prefix: string): string {
  const { weeks, weekday, firstDay, lastDay } = rule;
  const period =
    firstDay || lastDay
      ? `${daysOf({ first: firstDay ?? "2000-01-01", last: lastDay ?? "2099-12-31" })} `
      : "";
  const numbers = { even: "week 02-52/2 ", odd: "week 01-53/2 " } as const;
  const selector = weeks === "even" || weeks === "odd" ? numbers[weeks] : "";
  const rank = selector || weeks === "every" ? "" : `[${weeks}]`;
  return `${period}${selector}${prefix}${osmDay(weekday)}${rank} ${hoursOf([rule])}`;
}

/** Two days open alike have the same. */
const dayKey = (rules: readonly OpeningRule[], day: Weekday): string =>
  rules
    .filter(({ weekday }) => weekday === day)
    .map((one) => [one.from, one.until, one.weeks, one.firstDay, one.lastDay].join(" "))
    .toSorted()
    .join(",");

/** The exceptions, in stretches of days that have the same hours. */
function exceptionsOf(timetable: Timetable): string[] {
  const edges = timetable.exceptions
    .flatMap(({ firstDay, lastDay }) => [firstDay, addDays(lastDay, 1)])
    .toSorted();
  const found: string[] = [];
  for (const [at, first] of edges.entries()) {
    const next = edges[at + 1];
    const on = exceptionsOn(timetable, first);
    if (!next || next === first || !on.length) continue;
    const hours = hoursOf(joined(on.flatMap((one) => one.hours ?? [])));
    found.push(`${daysOf({ first, last: addDays(next, -1) })} ${hours || "off"}`);
  }
  return found;
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const dateOf = (day: string): string =>
  `${day.slice(0, 4)} ${months[Number(day.slice(5, 7)) - 1] ?? ""} ${day.slice(8)}`;

const daysOf = ({ first, last }: Stretch): string =>
  first === last ? dateOf(first) : `${dateOf(first)}-${dateOf(last)}`;

/** `Mo-Fr`, `Mo,We`: in the order of the week, three days in a row as one. */
function weekdaysOf(days: readonly Weekday[]): string {
  return runsOf(days)
    .map((run) =>
      run.length > 2 ? `${osmDay(run[0])}-${osmDay(run.at(-1))}` : run.map(osmDay).join(","),
    )
    .join(",");
}

/** Days that follow one another, run by run. */
export function runsOf(days: readonly Weekday[]): Weekday[][] {
  const runs: Weekday[][] = [];
  for (const [at, day] of weekdays.entries()) {
    if (!days.includes(day)) continue;
    const run = runs.at(-1);
    if (run && run.at(-1) === weekdays[at - 1]) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

const osmDay = (day: Weekday | undefined): string =>
  day ? `${day.slice(0, 1)}${day.slice(1).toLowerCase()}` : "";

const hoursOf = (hours: readonly Hours[]): string =>
  hours.map(({ from, until }) => `${clock(from)}-${clock(until)}`).join(",");

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
