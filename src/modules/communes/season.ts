import type { Period } from "./indicator.ts";

/** The season of associations that begins in a year: 1 September to 31 August. */
export const seasonOf = (year: number): Period => ({
  from: `${year}-09-01`,
  to: `${year + 1}-08-31`,
});

/** The year in which the season of a day begins. */
export const seasonYear = (day: string): number => {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= "09-01" ? year : year - 1;
};

/** The year in which the season one prepares on a day begins: from 1 July, the coming one. */
export const seasonPrepared = (day: string): number =>
  day.slice(5) >= "07-01" ? Number(day.slice(0, 4)) : Number(day.slice(0, 4)) - 1;

/** The season of a day: September begins the next one. */
export const seasonAround = (day: string): Period => seasonOf(seasonYear(day));
