import type { Pattern } from "../series/pattern.ts";

/** The rhythms the form offers, the commonest first. Other intervals only come from imports. */
export const formRhythms = ["weekly", "biweekly", "monthly", "daily", "once"] as const;
export type FormRhythm = (typeof formRhythms)[number];

/** An hour as a time field wants it: 1110 is `18:30`. */
export const clockTyped = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** The values of the fields for a pattern: what a form of change is opened on. */
export function patternTyped(pattern: Pattern): Record<string, string | string[]> {
  const { rhythm } = pattern;
  return {
    rhythm: rhythm.kind === "weekly" && rhythm.every > 1 ? "biweekly" : rhythm.kind,
    days:
      rhythm.kind === "weekly"
        ? [...rhythm.days]
        : rhythm.kind === "monthly"
          ? rhythm.on.map(({ day }) => day)
          : [],
    rank: rhythm.kind === "monthly" ? String(rhythm.on[0]?.rank ?? "") : "",
    from: clockTyped(pattern.startMinute),
    to: clockTyped((pattern.startMinute + pattern.durationMinutes) % 1440),
    first_day: pattern.firstDay,
    last_day: pattern.lastDay ?? "",
    skip: [
      ...(pattern.skipSchoolHolidays ? ["school"] : []),
      ...(pattern.skipPublicHolidays ? ["public"] : []),
    ],
  };
}
