import { freshnessLevels, type Freshness } from "../associations/index.ts";

/** The same day some months before; the last day of the month when that day does not exist. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Where a listing stands when browsing: fresh first, dormant after, ceased and archived never (9). */
export const browseRank = (state: string, freshness: Freshness): number =>
  state === "ceased" || freshness === "archived"
    ? 9
    : freshnessLevels.indexOf(freshness) + (state === "dormant" ? 3 : 0);

/** Results on one page. */
export const pageSize = 20;

/** Under so many results, other rooms say what they have beside. */
export const fewResults = 5;
