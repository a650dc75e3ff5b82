import { addDays } from "../../../platform/clock.ts";
import { weekdayOf, weekdays, type Weekday } from "../series/pattern.ts";

/** From a minute of the day until another, on the clock of the place; at most until midnight, 1440. */
export type Hours = { from: number; until: number };

/** `period`: from its first day to its last, and nothing else holds meanwhile. */
export const seasons = ["always", "term", "school_holidays", "period"] as const;
export type Season = (typeof seasons)[number];

/** Every week, those of an even or odd number (ISO 8601), or the weekday of that rank in the month. */
export const weeksKinds = ["every", "even", "odd", "1", "2", "3", "4", "-1"] as const;
export type Weeks = (typeof weeksKinds)[number];

export type OpeningRule = Hours & {
  weekday: Weekday;
  season: Season;
  weeks: Weeks;
  /** When the rule begins and ends; null: it always did, it has no end. */
  firstDay: string | null;
  lastDay: string | null;
};

/** Days that are not as the rules say: closed, or open at these hours. Of several on one day, the hours are added. */
export type OpeningException = {
  firstDay: string;
  lastDay: string;
  hours: Hours | null;
  /** Why, for people to read. */
  words: string | null;
};

export type Timetable = {
  zone: string;
  publicHolidays: "closed" | "open";
  /** Whether the days the commune closes by itself close this too. */
  closedDays: boolean;
  rules: readonly OpeningRule[];
  exceptions: readonly OpeningException[];
};

/** What the calendar of the commune says of the days looked at. */
export type Calendar = {
  publicDays: ReadonlySet<string>;
  closedDays: ReadonlySet<string>;
  schoolDays: ReadonlySet<string>;
};

/** The hours of a day, in order, apart from each other; none: closed. An exception is meant, even on a holiday. */
export function openingsOn(timetable: Timetable, day: string, calendar: Calendar): Hours[] {
  const meant = exceptionsOn(timetable, day);
  if (meant.length) return joined(meant.flatMap(({ hours }) => (hours ? [hours] : [])));
  if (timetable.publicHolidays === "closed" && calendar.publicDays.has(day)) return [];
  if (timetable.closedDays && calendar.closedDays.has(day)) return [];
  const school = calendar.schoolDays.has(day);
  const own = periodOn(timetable, day);
  return joined((own.length ? own : timetable.rules).filter((rule) => applies(rule, day, school)));
}

export const exceptionsOn = ({ exceptions }: Timetable, day: string): OpeningException[] =>
  exceptions.filter(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);

/** The week of a period that holds on a day, in the place of the usual one. */
const periodOn = ({ rules }: Timetable, day: string): OpeningRule[] =>
  rules.filter(
    ({ season, firstDay, lastDay }) =>
      season === "period" && (firstDay ?? day) <= day && day <= (lastDay ?? day),
  );

function applies(rule: OpeningRule, day: string, school: boolean): boolean {
  if (weekdays[weekdayOf(day)] !== rule.weekday) return false;
  if (rule.firstDay !== null && day < rule.firstDay) return false;
  if (rule.lastDay !== null && day > rule.lastDay) return false;
  if (rule.season === "term" && school) return false;
  if (rule.season === "school_holidays" && !school) return false;
  return inWeeks(rule.weeks, day);
}

function inWeeks(weeks: Weeks, day: string): boolean {
  if (weeks === "every") return true;
  if (weeks === "even" || weeks === "odd") return weekNumber(day) % 2 === (weeks === "odd" ? 1 : 0);
  if (weeks === "-1") return addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
  return Math.ceil(Number(day.slice(8)) / 7) === Number(weeks);
}

/** The number of the week, ISO 8601: that of its Thursday. */
function weekNumber(day: string): number {
  const thursday = addDays(day, 3 - weekdayOf(day));
  const after = Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`);
  return Math.floor(after / (7 * 86_400_000)) + 1;
}

/** In order, those that touch or overlap as one. */
export function joined(hours: readonly Hours[]): Hours[] {
  const found: Hours[] = [];
  for (const { from, until } of hours.toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else found.push({ from, until });
  }
  return found;
}

/** The week of some days, which takes the place of the usual one. */
export type PeriodWeek = { firstDay: string; lastDay: string; rules: OpeningRule[] };

/** What holds in and out of school holidays: one week, or two when they differ; and the weeks of periods, in their order. */
export function seasonsOf({ rules }: Timetable): {
  usual: OpeningRule[];
  school: OpeningRule[];
  differ: boolean;
  periods: PeriodWeek[];
} {
  const is = (...kinds: Season[]) => rules.filter(({ season }) => kinds.includes(season));
  const periods: PeriodWeek[] = [];
  for (const rule of is("period")) {
    const { firstDay, lastDay } = rule;
    const known = periods.find((one) => one.firstDay === firstDay && one.lastDay === lastDay);
    if (known) known.rules.push(rule);
    else if (firstDay && lastDay) periods.push({ firstDay, lastDay, rules: [rule] });
  }
  return {
    usual: is("always", "term"),
    school: is("always", "school_holidays"),
    differ: is("term", "school_holidays").length > 0,
    periods: periods.toSorted((one, other) => one.firstDay.localeCompare(other.firstDay)),
  };
}

/** Farther than that nothing is looked for: what never opens would be looked for without end. */
const farthestDays = 800;

/** The day that is the so manieth open one after a day: a delay in open days. Nothing when there are not so many in two years. */
export function openDaysAfter(
  timetable: Timetable,
  day: string,
  count: number,
  calendar: Calendar,
): string | undefined {
  let at = day;
  for (let left = count, seen = 0; left > 0; seen += 1) {
    if (seen > farthestDays) return undefined;
    at = addDays(at, 1);
    if (openingsOn(timetable, at, calendar).length) left -= 1;
  }
  return at;
}

/** How many open days there are after a day, up to another; it stops at `most`. */
export function countOpenDays(
  timetable: Timetable,
  after: string,
  to: string,
  calendar: Calendar,
  most = Infinity,
): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= to && count < most; day = addDays(day, 1))
    if (openingsOn(timetable, day, calendar).length) count += 1;
  return count;
}
