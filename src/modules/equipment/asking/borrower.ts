import type { Ask } from "../../../platform/http/ask.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { designationsOf, documentsOf } from "../../associations/index.ts";
import { seasonAround } from "../../communes/index.ts";
import { conventionUntil } from "../conventions/queries.ts";
import { loanFacts } from "../loans/queries.ts";
import type { Borrower, Days, LendingRules, RequestRule } from "../rules/rules.ts";

/** What the rules ask about who borrows over some days. */
export async function borrowerOf(
  ask: Pick<Ask, "tx" | "now">,
  associationId: string,
  days: Days,
): Promise<Borrower> {
  const season = seasonAround(days.from);
  const span = { from: new Date(`${season.from}T00:00:00Z`), until: new Date(`${season.to}T23:59:59Z`) }; // prettier-ignore
  const [papers, designations, until, facts] = await Promise.all([
    documentsOf(ask.tx, associationId),
    designationsOf(ask.tx, [associationId]),
    conventionUntil(ask.tx, associationId),
    loanFacts(ask.tx, associationId, span, ask.now),
  ]);
  return {
    insuredUntil: papers.find(({ kind }) => kind === "insurance")?.expiresOn ?? null,
    designated: designations.has(associationId),
    conventionUntil: until,
    ...facts,
  };
}

/** Why a request is refused, in a sentence each. */
export const againstWords = (
  t: Translate,
  { furthestDays, seasonLoans }: LendingRules,
  met: readonly RequestRule[],
): string[] => {
  const counts: Partial<Record<RequestRule, number>> = {
    too_far: furthestDays,
    quota: seasonLoans ?? 0,
  };
  return met.map((rule) => t(`equipment:against.${rule}`, { count: counts[rule] ?? 0 }));
};
