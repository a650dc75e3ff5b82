import { addDays } from "../../../../platform/clock.ts";
import type { Problem, Typed } from "../../../../platform/http/form.ts";
import { dayTyped } from "../../../../platform/http/typed-day.ts";
import type { Translate } from "../../../../platform/i18n/index.ts";
import { weekdays, type Weekday } from "../../series/pattern.ts";
import { weeksKinds, type Hours, type OpeningException, type OpeningRule, type Season, type Timetable, type Weeks } from "../timetable.ts"; // prettier-ignore
import { hoursTyped } from "./typed-hours.ts";

/** Lines of exceptions a form may hold. */
export const mostExceptions = 30;

/** What the fields of `TimetableFields` say, or what is to correct, field by field. */
export function readTimetable(
  t: Translate,
  form: Typed,
  zone = "Europe/Paris",
): { value: Timetable } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (field: string, sentence: string) => void problems.push({ field, sentence });
  const hours = hoursReader(t, form, wrong);
  const season = form.get("season");
  if (!["same", "off", "other"].includes(season)) wrong("season", t("hours:problem.choose"));
  const usual = weekdays.map((day): [Weekday, Hours[]] => [
    day,
    hours(`week_${day}`, t(`scheduling:day.${day}`)),
  ]);
  const school = weekdays.map((day): [Weekday, Hours[]] => [
    day,
    season === "other"
      ? hours(`school_${day}`, t("hours:form.schoolDay", { day: t(`scheduling:day.${day}`) }))
      : [],
  ]);
  if (season === "other" && !problems.length && school.every(([, list]) => !list.length))
    wrong("school_MO", t("hours:problem.school"));
  const [firstDay, lastDay] = readPeriod(t, form, wrong);
  const period = readOther(t, form, hours, wrong);
  const exceptions = readExceptions(t, form, hours, wrong);
  const openOn = form.get("public");
  if (openOn !== "closed" && openOn !== "open") wrong("public", t("hours:problem.choose"));
  if (problems.length) return { problems };
  const rules = (list: [Weekday, Hours[]][], kind: Season): OpeningRule[] =>
    list.flatMap(([weekday, ranges]) =>
      ranges.map((range) => ({
        ...range,
        weekday,
        season: kind,
        weeks: kind === "school_holidays" ? "every" : weeksOf(form, weekday),
        firstDay,
        lastDay,
      })),
    );
  return {
    value: {
      zone,
      publicHolidays: openOn === "open" ? "open" : "closed",
      closedDays: form.has("commune_days"),
      rules: [
        ...rules(usual, season === "same" ? "always" : "term"),
        ...rules(school, "school_holidays"),
        ...period,
      ],
      exceptions,
    },
  };
}

type Wrong = (field: string, sentence: string) => void;
type HoursOf = (field: string, what: string) => Hours[];

/** Reads one line of hours; what is wrong of it says of which day. */
const hoursReader =
  (t: Translate, form: Typed, wrong: Wrong): HoursOf =>
  (field, name) => {
    const read = hoursTyped(form.get(field));
    if ("hours" in read) return read.hours;
    const what = name.slice(0, 1).toUpperCase() + name.slice(1);
    if (read.fault === "hour") wrong(field, t("hours:problem.hour", { what, typed: read.typed }));
    else if (read.fault === "order")
      wrong(field, t("hours:problem.order", { what, from: read.from, until: read.until }));
    else wrong(field, t(`hours:problem.${read.fault}`, { what }));
    return [];
  };

function weeksOf(form: Typed, day: Weekday): Weeks {
  const typed = form.get(`weeks_${day}`);
  return weeksKinds.find((kind) => kind === typed) ?? "every";
}

function readPeriod(t: Translate, form: Typed, wrong: Wrong): [string | null, string | null] {
  const day = (field: string, sentence: string): string | null => {
    const typed = form.get(field);
    const read = dayTyped(typed);
    if (typed && !read) wrong(field, sentence);
    return read ?? null;
  };
  const first = day("period_first", t("hours:problem.firstDay"));
  const last = day("period_last", t("hours:problem.lastDay"));
  if (first && last && last < first) wrong("period_last", t("hours:problem.days"));
  return [first, last];
}

/** The week of a period, which takes the place of the usual one: its two days, and one line of hours at least. */
function readOther(t: Translate, form: Typed, hours: HoursOf, wrong: Wrong): OpeningRule[] {
  const said = ["first", "last", ...weekdays].some((name) => form.get(`other_${name}`));
  if (!said) return [];
  const firstDay = dayTyped(form.get("other_first"));
  const lastDay = dayTyped(form.get("other_last"));
  if (!firstDay) wrong("other_first", t("hours:problem.firstDay"));
  else if (!lastDay) wrong("other_last", t("hours:problem.otherLast"));
  else if (lastDay < firstDay || lastDay > addDays(firstDay, 365))
    wrong("other_last", t("hours:problem.days"));
  const week = weekdays.map((day) => ({
    weekday: day,
    ranges: hours(`other_${day}`, t("hours:form.otherDay", { day: t(`scheduling:day.${day}`) })),
  }));
  if (!weekdays.some((day) => form.get(`other_${day}`)))
    wrong("other_MO", t("hours:problem.other"));
  return week.flatMap(({ weekday, ranges }) =>
    ranges.map((range): OpeningRule => ({
      ...range,
      weekday,
      season: "period",
      weeks: "every",
      firstDay: firstDay ?? null,
      lastDay: lastDay ?? null,
    })),
  );
}

function readExceptions(
  t: Translate,
  form: Typed,
  hours: HoursOf,
  wrong: Wrong,
): OpeningException[] {
  const found: OpeningException[] = [];
  for (let line = 1; line <= mostExceptions; line += 1) {
    const field = (name: string) => `exception_${name}_${line}`;
    const typed = ["first", "last", "hours", "words"].map((name) => form.get(field(name)));
    const [first = "", last = "", , words = ""] = typed;
    // A line whose dates were emptied is taken out, whatever else it says.
    if (!first && !last) continue;
    const firstDay = dayTyped(first);
    const lastDay = last ? dayTyped(last) : firstDay;
    if (!firstDay) wrong(field("first"), t("hours:problem.firstDay"));
    else if (!lastDay) wrong(field("last"), t("hours:problem.lastDay"));
    else if (lastDay < firstDay || lastDay > addDays(firstDay, 365))
      wrong(field("last"), t("hours:problem.days"));
    if (words.length > 200) wrong(field("words"), t("hours:problem.words"));
    const ranges = hours(field("hours"), t("hours:form.exception", { number: line }));
    if (firstDay && lastDay)
      for (const range of ranges.length ? ranges : [null])
        found.push({ firstDay, lastDay, hours: range, words: words || null });
  }
  return found;
}
