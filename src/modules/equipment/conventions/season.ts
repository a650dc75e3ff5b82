import { addDays } from "../../../platform/clock.ts";
import { seasonOf, seasonPrepared, seasonYear } from "../../communes/index.ts";

type Season = { from: string; to: string };

/** The seasons one may agree on, on a day: the one that runs, and the next one when people prepare it (from 1 July). */
export function seasonsOpen(today: string): Season[] {
  const years = new Set([seasonYear(today), seasonPrepared(today)]);
  return [...years].map(seasonOf);
}

/** The season an association still lacks a convention for; nothing when it has them all. */
export const seasonLacking = (
  today: string,
  had: readonly { untilDay: string; withdrawnAt: Date | null }[],
): Season | undefined =>
  seasonsOpen(today).find(
    ({ to }) => !had.some(({ untilDay, withdrawnAt }) => !withdrawnAt && untilDay >= to),
  );

/** The same day a year before. */
export const yearAgo = (today: string): string => addDays(today, -365);
