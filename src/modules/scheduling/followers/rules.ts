import type { Occurrence, OccurrenceState } from "../series/queries.ts";

/** When a date is: a day and minutes since midnight, on the clock of its place. */
export type When = Pick<Occurrence, "day" | "startMinute" | "durationMinutes">;

/** A date as those who follow it know it; `startsAt` in ISO 8601. */
export type KnownDate = When & { id: string; state: OccurrenceState; startsAt: string };

/** What those who follow a series know: how it comes back, and its dates until a day, those moved further too. */
export type Known = { pattern: string; dates: KnownDate[]; untilDay: string };

/** How a series stands now; the dates it has well beyond `untilDay` as well, so that one moved there is not thought gone. */
export type Seen = { pattern: string; dates: readonly Occurrence[]; untilDay: string };

export type What = "added" | "moved" | "cancelled" | "back";
export type Tiding = { what: What; at: When; before: When | null; notice: string | null };

/** What there is to tell: the days and hours are others, or some dates changed. */
export type News = { hours: boolean; tidings: Tiding[] };

/** How far ahead people are told of a date: sooner, it may change again. */
export const daysAhead = 60;

/**
 * What differs from what people know, whatever made it change. Dates that come near as days pass are not news. When the days
 * and hours themselves change, that is told instead of each date.
 */
export function newsOf(known: Known, seen: Seen, now: Date): News {
  if (known.pattern !== seen.pattern) return { hours: true, tidings: [] };
  const was = new Map(known.dates.map((one) => [one.id, one]));
  const still = new Set(seen.dates.map(({ id }) => id));
  const changed = seen.dates.flatMap((one): Tiding[] => {
    const before = was.get(one.id);
    const what = one.startsAt > now ? whatOf(before, one, known, seen) : undefined;
    const moved = what === "moved" ? (before ?? null) : null;
    return what ? [{ what, at: one, before: moved, notice: one.notice }] : [];
  });
  const gone = known.dates.filter(
    ({ id, state, startsAt }) =>
      !still.has(id) && state !== "cancelled" && new Date(startsAt) > now,
  );
  const lost = gone.map((at): Tiding => ({ what: "cancelled", at, before: null, notice: null }));
  return { hours: false, tidings: [...changed, ...lost].sort(byDay) };
}

function whatOf(
  before: KnownDate | undefined,
  one: Occurrence,
  known: Known,
  seen: Seen,
): What | undefined {
  if (!before) {
    if (one.day > seen.untilDay) return undefined;
    if (one.state !== "planned") return one.state;
    return one.day <= known.untilDay ? "added" : undefined;
  }
  if (one.state === "cancelled") return before.state === "cancelled" ? undefined : "cancelled";
  if (before.state === "cancelled") return "back";
  return sameTime(before, one) ? undefined : "moved";
}

const sameTime = (one: When, other: When): boolean =>
  one.day === other.day &&
  one.startMinute === other.startMinute &&
  one.durationMinutes === other.durationMinutes;

const byDay = ({ at: one }: Tiding, { at: other }: Tiding): number =>
  one.day < other.day ? -1 : one.day > other.day ? 1 : one.startMinute - other.startMinute;

/** What people know once they are told of all that is seen. */
export function knownFrom({ pattern, dates, untilDay }: Seen, before: Known | undefined): Known {
  const was = new Set(before?.dates.map(({ id }) => id));
  const kept = dates.filter(({ id, day }) => day <= untilDay || was.has(id));
  return {
    pattern,
    untilDay,
    dates: kept.map(({ id, day, startMinute, durationMinutes, state, startsAt }) => ({
      id,
      day,
      startMinute,
      durationMinutes,
      state,
      startsAt: startsAt.toISOString(),
    })),
  };
}
