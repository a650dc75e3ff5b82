/** Time is passed, never ambient: tests move it. */
export type Clock = { now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

const dayFormat = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" });

/** The day in France at an instant, as `YYYY-MM-DD`. */
export const dayOf = (instant: Date): string => dayFormat.format(instant);

/** Adds days to a day: `addDays("2026-02-28", 1)` is `2026-03-01`. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A clock a test sets and moves. */
export function movableClock(start: string): Clock & { set: (instant: string) => void } {
  let instant = new Date(start);
  return { now: () => new Date(instant), set: (value) => void (instant = new Date(value)) };
}
