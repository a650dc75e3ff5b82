import { weekdayOf, weekdays, type Pattern, type Weekday } from "../../scheduling/index.ts";

/** Times of a day people look for; something may be in two of them. */
export const moments = ["morning", "midday", "afternoon", "evening"] as const;
export type Moment = (typeof moments)[number];

/** First and last minute at which something of that time starts. */
export const minutesOf: Record<Moment, readonly [from: number, until: number]> = {
  morning: [0, 12 * 60 - 1],
  midday: [11 * 60 + 30, 14 * 60 - 1],
  afternoon: [12 * 60, 18 * 60 - 1],
  // Classes for adults begin from half past five.
  evening: [17 * 60 + 30, 24 * 60 - 1],
};

export const momentsOf = (startMinute: number): Moment[] =>
  moments.filter((moment) => {
    const [from, until] = minutesOf[moment];
    return startMinute >= from && startMinute <= until;
  });

/** Days of the week a pattern falls on. */
export function daysOfPattern({ rhythm, firstDay }: Pattern): readonly Weekday[] {
  if (rhythm.kind === "weekly") return rhythm.days;
  if (rhythm.kind === "monthly") return rhythm.on.map(({ day }) => day);
  if (rhythm.kind === "daily") return weekdays;
  return weekdays.filter((_, at) => at === weekdayOf(firstDay));
}

/** Codes of when a pattern falls: `w_WE`, `m_evening`, and `x_WE_evening` for both at once. */
export const whenCodes = (pattern: Pattern): string[] =>
  daysOfPattern(pattern).flatMap((day) => [
    `w_${day}`,
    ...momentsOf(pattern.startMinute).flatMap((moment) => [`m_${moment}`, `x_${day}_${moment}`]),
  ]);
