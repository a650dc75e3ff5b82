import { addDays } from "../../../platform/clock.ts";
import type { Loan } from "../loans/queries.ts";
import type { Days } from "../rules/rules.ts";

/** What is over may be asked for again. */
export const mayAgain = ({ state, regime }: Pick<Loan, "state" | "regime">): boolean =>
  regime === "loan" && ["returned", "closed", "refused", "cancelled"].includes(state);

/** The same days a year later, on the same days of the week; nothing when they are past, or too far to be asked for. */
export function yearLater(
  { from, until }: Days,
  today: string,
  furthestDays: number,
): Days | undefined {
  const later = { from: addDays(from, 364), until: addDays(until, 364) };
  return later.from > today && later.from <= addDays(today, furthestDays) ? later : undefined;
}
