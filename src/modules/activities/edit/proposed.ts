import { seasonOf } from "../../communes/index.ts";

/** The days a form proposes for what comes back in a season: from its first days or today, to the end of June, or of the season once June is over. */
export function seasonDays(year: number, today: string): { first_day: string; last_day: string } {
  const { from, to } = seasonOf(year);
  const first = from > today ? from : today;
  const june = `${to.slice(0, 4)}-06-30`;
  return { first_day: first, last_day: june < first ? to : june };
}
