import { addDays } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { dayStart, peaksOf, weekdayOf, type Use } from "../../scheduling/index.ts";
import { usesAround } from "../asking/queries.ts";

/** How far the calendar of a model goes: three months. */
export const calendarDays = 92;

type Stock = { counterId: string; count: number; timetable: { zone: string } };

/** Days of one week with as many free on each. */
export type FreeDays = { from: string; until: string; free: number };

/**
 * How many are free on each day from one on, of each stock, days alike made one, week by week. A day is free for who keeps it whole,
 * until what comes back is ready again.
 */
export async function freeWeeks(
  tx: Tx,
  stocks: readonly Stock[],
  { today, now, bufferMinutes }: { today: string; now: Date; bufferMinutes: number },
): Promise<FreeDays[][][]> {
  const days = { from: today, until: addDays(today, calendarDays - 1) };
  const uses = await usesAround(tx, stocks, days, now, 0);
  return stocks.map((stock) =>
    weeksOf(stock, uses.get(stock.counterId) ?? [], today, bufferMinutes * 60_000),
  );
}

function weeksOf(
  { count, timetable: { zone } }: Stock,
  uses: readonly Use[],
  today: string,
  bufferMs: number,
): FreeDays[][] {
  const peak = peaksOf(uses);
  const weeks: FreeDays[][] = [];
  for (let nth = 0; nth < calendarDays; nth += 1) {
    const day = addDays(today, nth);
    const until = dayStart(zone, addDays(day, 1)) + bufferMs;
    const free = Math.max(0, count - peak({ from: dayStart(zone, day), until }));
    if (nth === 0 || weekdayOf(day) === 0) weeks.push([]);
    const week = weeks.at(-1);
    const last = week?.at(-1);
    if (last?.free === free) last.until = day;
    else week?.push({ from: day, until: day, free });
  }
  return weeks;
}
