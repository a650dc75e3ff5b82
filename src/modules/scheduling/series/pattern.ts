/** Days of the week as RFC 5545 writes them, Monday first. */
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof weekdays)[number];

/** Which of the month: from the first to the fourth, or the last. */
export const ranks = [1, 2, 3, 4, -1] as const;
export type Rank = (typeof ranks)[number];

export type Rhythm =
  | { kind: "once" }
  | { kind: "daily"; every: number }
  | { kind: "weekly"; every: number; days: readonly Weekday[] }
  | { kind: "monthly"; on: readonly { rank: Rank; day: Weekday }[] };

/** When something comes back: the clock is that of `zone`, days are `YYYY-MM-DD`, the last one is included. */
export type Pattern = {
  rhythm: Rhythm;
  firstDay: string;
  lastDay: string | null;
  startMinute: number;
  /** At most a whole day. What passes midnight belongs to the day it starts. */
  durationMinutes: number;
  zone: string;
  /** Also skips the days the commune closes by itself. */
  skipPublicHolidays: boolean;
  skipSchoolHolidays: boolean;
};

/** Monday is 0. */
export const weekdayOf = (day: string): number =>
  (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;

/** The rule as RFC 5545 writes it; null when it happens once. */
export function ruleOf(rhythm: Rhythm): string | null {
  if (rhythm.kind === "once") return null;
  if (rhythm.kind === "monthly")
    return `FREQ=MONTHLY;BYDAY=${rhythm.on.map(({ rank, day }) => `${rank}${day}`).join(",")}`;
  const every = rhythm.every > 1 ? `;INTERVAL=${rhythm.every}` : "";
  if (rhythm.kind === "daily") return `FREQ=DAILY${every}`;
  const days = weekdays.filter((day) => rhythm.days.includes(day));
  return `FREQ=WEEKLY${every};BYDAY=${days.join(",")}`;
}

/** The reverse, for the rules this room writes. */
export function rhythmOf(rule: string | null): Rhythm {
  if (rule === null) return { kind: "once" };
  const part = (name: string) => rule.match(new RegExp(`(?:^|;)${name}=([^;]+)`))?.[1] ?? "";
  const every = Number(part("INTERVAL") || 1);
  const days = part("BYDAY").split(",");
  if (part("FREQ") === "DAILY") return { kind: "daily", every };
  if (part("FREQ") === "WEEKLY") return { kind: "weekly", every, days: days as Weekday[] };
  return {
    kind: "monthly",
    on: days.map((one) => ({
      rank: Number(one.slice(0, -2)) as Rank,
      day: one.slice(-2) as Weekday,
    })),
  };
}

/** The same pattern with what fell on the weekday of a day put on that of another, from that other day when it comes once. */
export function onDay(pattern: Pattern, day: string, other: string): Pattern {
  const [old, next] = [weekdays[weekdayOf(day)], weekdays[weekdayOf(other)]];
  const swapped = (one: Weekday): Weekday => (one === old && next ? next : one);
  const { rhythm } = pattern;
  if (rhythm.kind === "once") return { ...pattern, firstDay: other };
  if (rhythm.kind === "daily" || old === next) return pattern;
  return {
    ...pattern,
    rhythm:
      rhythm.kind === "weekly"
        ? { ...rhythm, days: weekdays.filter((one) => rhythm.days.map(swapped).includes(one)) }
        : { ...rhythm, on: rhythm.on.map(({ rank, day: one }) => ({ rank, day: swapped(one) })) },
  };
}
