import type { Translate } from "../../../platform/i18n/index.ts";
import type { Problem, Typed } from "../../../platform/http/form.ts";
import { weekdays, type Pattern, type Repeat, type Weekday } from "../series/rules.ts";

export const repeats = ["weekly", "fortnightly", "monthly", "daily", "once"] as const;
type RepeatCode = (typeof repeats)[number];
export const nths = ["1", "2", "3", "4", "-1"] as const;

/** What the fields of a pattern hold, by name. */
export type PatternValues = Record<string, string | readonly string[]>;

/** The fields filled from a pattern. */
export const patternValues = (pattern: Pattern): PatternValues => ({
  repeat: repeatCode(pattern.repeat),
  days: pattern.repeat.kind === "weekly" ? pattern.repeat.days.map(String) : [],
  nth: pattern.repeat.kind === "monthly" ? String(pattern.repeat.nth) : "",
  nthDay: pattern.repeat.kind === "monthly" ? String(pattern.repeat.day) : "",
  from: clockTime(pattern.startMinute),
  to: clockTime((pattern.startMinute + pattern.durationMinutes) % 1440),
  firstDay: pattern.firstDay,
  lastDay: pattern.lastDay ?? "",
  skip: [
    ...(pattern.skipSchoolHolidays ? ["school"] : []),
    ...(pattern.skipPublicHolidays ? ["public"] : []),
  ],
});

const repeatCode = (repeat: Repeat): RepeatCode =>
  repeat.kind === "weekly" && repeat.every > 1 ? "fortnightly" : repeat.kind;

/** 1110 is `18:30`, as a time field wants it. */
export const clockTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Minutes since midnight of an hour as people write it: `18:30`, `18h30`, `18 h`, `9`. */
export function minuteTyped(typed: string): number | undefined {
  const read = /^(\d{1,2})\s*(?:[h:.]\s*(\d{2})?)?$/i.exec(typed.trim());
  const [hour, minute] = [Number(read?.[1]), Number(read?.[2] ?? 0)];
  return read && hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

/** A day as a date field gives it, or as people write it: `4/11/2026`. */
export function dayTyped(typed: string): string | undefined {
  const french = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})$/.exec(typed.trim());
  const iso = french
    ? `${french[3]}-${french[2]?.padStart(2, "0")}-${french[1]?.padStart(2, "0")}`
    : typed.trim();
  const date = /^20\d\d-\d\d-\d\d$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined;
  return date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
    ? iso
    : undefined;
}

/** Reads when something takes place; each fault has its sentence, by field. */
export function readPattern(
  t: Translate,
  form: Typed,
): { pattern: Pattern } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = <T>(
    field: string,
    key: "repeat" | "days" | "nth" | "from" | "to" | "firstDay" | "lastDay" | "order",
    value: T,
  ): T => {
    problems.push({ field, sentence: t(`scheduling:problem.${key}`) });
    return value;
  };
  const firstDay = dayTyped(form.get("firstDay")) ?? wrong("firstDay", "firstDay", "2000-01-01");
  const start = minuteTyped(form.get("from")) ?? wrong("from", "from", 0);
  const end = minuteTyped(form.get("to")) ?? wrong("to", "to", 0);
  const duration = (end - start + 1440) % 1440;
  // Past midnight is the next day; the same hour twice is a slip.
  if (!problems.length && duration < 5) wrong("to", "to", 0);
  const repeat = readRepeat(form, wrong);
  const last = form.get("lastDay");
  const lastDay = last === "" || repeat.kind === "once" ? null : dayTyped(last);
  if (lastDay === undefined) wrong("lastDay", "lastDay", null);
  else if (lastDay !== null && lastDay < firstDay) wrong("lastDay", "order", null);
  if (problems.length) return { problems };
  const skip = repeat.kind === "once" ? [] : form.all("skip");
  return {
    pattern: {
      firstDay,
      lastDay: lastDay ?? null,
      startMinute: start,
      durationMinutes: duration,
      repeat,
      skipSchoolHolidays: skip.includes("school"),
      skipPublicHolidays: skip.includes("public"),
    },
  };
}

function readRepeat(
  form: Typed,
  wrong: (field: string, key: "repeat" | "days" | "nth", value: Repeat) => Repeat,
): Repeat {
  const once: Repeat = { kind: "once" };
  const code = repeats.find((one) => one === form.get("repeat"));
  if (code === undefined) return wrong("repeat", "repeat", once);
  if (code === "once" || code === "daily") return { kind: code };
  if (code === "monthly") {
    const nth = nths.find((one) => one === form.get("nth"));
    const day = dayOfWeek(form.get("nthDay"));
    if (!nth || !day) return wrong(nth ? "nthDay" : "nth", "nth", once);
    return { kind: "monthly", nth: Number(nth) as 1, day };
  }
  const days = form.all("days").flatMap((one) => dayOfWeek(one) ?? []);
  const every = code === "fortnightly" ? 2 : 1;
  if (days.length) return { kind: "weekly", every, days: [...new Set(days)].sort() };
  return wrong("days", "days", once);
}

const dayOfWeek = (typed: string): Weekday | undefined =>
  weekdays.find((day) => String(day) === typed);
