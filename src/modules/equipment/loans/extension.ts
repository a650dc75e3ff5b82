import { dayOf } from "../../../platform/clock.ts";
import { daysOf, rulesOfModel, type LendingRules } from "../rules/rules.ts";
import type { Model } from "../models/queries.ts";
import type { Loan } from "./queries.ts";

/** Why an association does not keep longer what it has; each is a rule by its name. */
export const extensionRules = ["late_loan", "too_long", "past"] as const;
export type ExtensionRule = (typeof extensionRules)[number];

/** A short loan accepted or out may be asked for longer; a provision is talked over with the town hall. */
export const mayExtend = ({ state, regime }: Pick<Loan, "state" | "regime">): boolean =>
  regime === "loan" && ["accepted", "prepared", "out"].includes(state);

/** What stands against another day of return, beside what others have or wait for. */
export function againstExtension(
  rules: LendingRules,
  models: readonly Model[],
  loan: Pick<Loan, "from" | "until" | "state">,
  untilDay: string,
  now: Date,
): ExtensionRule | undefined {
  if (loan.state === "out" && loan.until < now) return "late_loan";
  if (untilDay < dayOf(now) || untilDay < dayOf(loan.from)) return "past";
  const days = daysOf({ from: dayOf(loan.from), until: untilDay });
  return models.some((model) => days > rulesOfModel(rules, model).longestDays)
    ? "too_long"
    : undefined;
}
