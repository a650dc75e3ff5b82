import { addDays } from "../../../platform/clock.ts";
import type { Period } from "../indicator.ts";
import { seasonOf } from "../season.ts";

/** What kind of period it is: a calendar year, a season of associations (1 September to 31 August), or any days. */
export type PeriodKind = "year" | "season" | "days";

export const yearOf = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** The calendar year of a day. */
export const yearAround = (day: string): Period => yearOf(Number(day.slice(0, 4)));

export function kindOfPeriod({ from, to }: Period): PeriodKind {
  const year = Number(from.slice(0, 4));
  if (same({ from, to }, yearOf(year))) return "year";
  return same({ from, to }, seasonOf(year)) ? "season" : "days";
}

/** The period before: the year or season before, else as many days just before. */
export function before(period: Period): Period {
  const year = Number(period.from.slice(0, 4));
  switch (kindOfPeriod(period)) {
    case "year":
      return yearOf(year - 1);
    case "season":
      return seasonOf(year - 1);
    case "days":
      return { from: addDays(period.from, -daysIn(period)), to: addDays(period.from, -1) };
  }
}

/** How many days a period has. */
export const daysIn = ({ from, to }: Period): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

/** `count` periods of the same kind that end with this one, oldest first. */
export function seriesOf(period: Period, count: number): Period[] {
  const series = [period];
  while (series.length < count) series.unshift(before(series[0] ?? period));
  return series;
}

export type PeriodRefusal = "not_days" | "reversed" | "too_long";

/** Reads two days of an address; without any, the calendar year of today. */
export function readPeriod(
  from: string | null,
  to: string | null,
  today: string,
): Period | { refused: PeriodRefusal } {
  if (!from && !to) return yearAround(today);
  if (!isDay(from) || !isDay(to)) return { refused: "not_days" };
  if (from > to) return { refused: "reversed" };
  return daysIn({ from, to }) > 3660 ? { refused: "too_long" } : { from, to };
}

function isDay(value: string | null): value is string {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) &&
    date.toISOString().slice(0, 10) === value &&
    value >= "1900-01-01"
  );
}

const same = (one: Period, other: Period) => one.from === other.from && one.to === other.to;
