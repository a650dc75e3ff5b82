import { weekdays, type Weekday } from "../../series/pattern.ts";
import {
  joined,
  seasonsOf,
  type OpeningException,
  type OpeningRule,
  type Timetable,
} from "../timetable.ts";
import { mostExceptions } from "./reading.ts";
import { hoursShown } from "./typed-hours.ts";

/** The values of the fields for opening hours: what a form of change is opened on. What is over is left out, and goes when it is saved. */
export function timetableTyped(timetable: Timetable, today: string): Record<string, string> {
  const { usual, school, differ, periods } = seasonsOf(timetable);
  const rule = timetable.rules.find(({ season: kind }) => kind !== "period");
  const period = periods.find(({ lastDay }) => lastDay >= today);
  const season = !differ ? "same" : school.length ? "other" : "off";
  const values: Record<string, string> = {
    season,
    public: timetable.publicHolidays,
    ...(timetable.closedDays && { commune_days: "on" }),
    period_first: rule?.firstDay ?? "",
    period_last: rule?.lastDay ?? "",
    other_first: period?.firstDay ?? "",
    other_last: period?.lastDay ?? "",
  };
  for (const day of weekdays) {
    values[`week_${day}`] = shownOn(usual, day);
    values[`weeks_${day}`] = usual.find(({ weekday }) => weekday === day)?.weeks ?? "every";
    values[`other_${day}`] = shownOn(period?.rules ?? [], day);
    values[`school_${day}`] = season === "other" ? shownOn(school, day) : "";
  }
  const lines = linesOf(timetable.exceptions.filter(({ lastDay }) => lastDay >= today));
  for (const [at, [first, ...more]] of lines.slice(0, mostExceptions).entries()) {
    if (!first) continue;
    const hours = [first, ...more].flatMap((one) => one.hours ?? []);
    values[`exception_first_${at + 1}`] = first.firstDay;
    values[`exception_last_${at + 1}`] = first.lastDay === first.firstDay ? "" : first.lastDay;
    values[`exception_hours_${at + 1}`] = hoursShown(joined(hours));
    values[`exception_words_${at + 1}`] = first.words ?? "";
  }
  return values;
}

/** Opening hours nobody has said yet: closed on public holidays and when the commune closes. */
export const blankTimetable = (zone = "Europe/Paris"): Timetable => ({
  zone,
  publicHolidays: "closed",
  closedDays: true,
  rules: [],
  exceptions: [],
});

const shownOn = (rules: readonly OpeningRule[], day: Weekday): string =>
  hoursShown(joined(rules.filter(({ weekday }) => weekday === day)));

/** The exceptions of the same days, said with the same words, are one line. */
function linesOf(exceptions: readonly OpeningException[]): OpeningException[][] {
  const lines = new Map<string, OpeningException[]>();
  for (const one of exceptions) {
    const key = JSON.stringify([one.firstDay, one.lastDay, one.words, one.hours === null]);
    lines.set(key, [...(lines.get(key) ?? []), one]);
  }
  return [...lines.values()];
}
