import type { Decision } from "../codes.ts";

/** The rules of the commune; a model may have its own for the last three and the decision. */
export type LendingRules = {
  openTo: "all" | "registered";
  decision: Decision;
  /** A valid insurance paper on the day it comes back. */
  insurance: boolean;
  /** A convention signed by both, still standing that day. */
  convention: boolean;
  /** An association designated as employer or structuring (axis 5) has no quota, and is accepted at once. */
  guaranteed: boolean;
  /** Who keeps something late borrows nothing more meanwhile. */
  lateWaits: boolean;
  /** Loans in one season, at most. */
  seasonLoans: number | null;
  furthestDays: number;
  leadOpenDays: number;
  longestDays: number;
  bufferMinutes: number;
  /** Over how many years a thing is used up, for the cost of a use and what a provision is worth. */
  usefulYears: number;
  /** Letters before the hand-over and the return; letters once it is late. */
  remindBefore: boolean;
  remindAfter: boolean;
};

export const usualRules: LendingRules = {
  openTo: "all",
  decision: "asked",
  insurance: false,
  convention: false,
  guaranteed: true,
  lateWaits: true,
  seasonLoans: null,
  furthestDays: 180,
  leadOpenDays: 2,
  longestDays: 14,
  bufferMinutes: 60,
  usefulYears: 5,
  remindBefore: true,
  remindAfter: true,
};

/** Why nothing, or one thing, is lent; each is a rule by its name. */
export const requestRules = [
  "closed_to_you",
  "no_insurance",
  "no_convention",
  "late_loan",
  "quota",
  "too_far",
  "past",
] as const;
export const thingRules = ["too_soon", "too_long", "not_lent", "not_free"] as const;
export type RequestRule = (typeof requestRules)[number];
export type ThingRule = (typeof thingRules)[number];

export type Borrower = {
  registered: boolean;
  /** The last day its insurance paper stands; nothing without one. */
  insuredUntil: string | null;
  /** The last day its convention stands; nothing without one. */
  conventionUntil: string | null;
  /** The commune counts on it: employer or structuring. */
  designated: boolean;
  /** Loans it keeps beyond their end. */
  late: number;
  /** Loans of the season of the request, asked or had, without those refused or given up. */
  seasonLoans: number;
};

/** The days asked for: strings, both included. */
export type Days = { from: string; until: string };

const dayMs = 86_400_000;
export const daysOf = ({ from, until }: Days): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / dayMs) + 1;

/** What stands against the whole request. */
export function againstRequest(
  rules: LendingRules,
  borrower: Borrower,
  days: Days,
  today: string,
): RequestRule[] {
  const ahead = Math.round((Date.parse(days.from) - Date.parse(today)) / dayMs);
  const met: Record<RequestRule, boolean> = {
    past: days.from < today,
    too_far: ahead > rules.furthestDays,
    closed_to_you: rules.openTo === "registered" && !borrower.registered,
    no_insurance:
      rules.insurance && (borrower.insuredUntil === null || borrower.insuredUntil < days.until),
    no_convention:
      rules.convention &&
      (borrower.conventionUntil === null || borrower.conventionUntil < days.until),
    late_loan: rules.lateWaits && borrower.late > 0,
    quota:
      rules.seasonLoans !== null &&
      !(rules.guaranteed && borrower.designated) &&
      borrower.seasonLoans >= rules.seasonLoans,
  };
  return requestRules.filter((rule) => met[rule]);
}

export type ThingLimits = {
  longestDays: number | null;
  leadOpenDays: number | null;
  bufferMinutes: number | null;
  decision: Decision | null;
  onSiteOnly: boolean;
};

/** What holds of a model: its own rules, else those of the commune. */
export const rulesOfModel = (rules: LendingRules, model: ThingLimits) => ({
  longestDays: model.longestDays ?? rules.longestDays,
  leadOpenDays: model.leadOpenDays ?? rules.leadOpenDays,
  bufferMinutes: model.bufferMinutes ?? rules.bufferMinutes,
  decision: model.decision ?? rules.decision,
});

/** What stands against one thing, beside its being free; `openDays` is how many the place is open before the hand-over. */
export function againstThing(
  rules: LendingRules,
  model: ThingLimits,
  days: Days,
  openDays: number,
): Exclude<ThingRule, "not_free"> | undefined {
  const own = rulesOfModel(rules, model);
  if (model.onSiteOnly) return "not_lent";
  if (daysOf(days) > own.longestDays) return "too_long";
  return openDays < own.leadOpenDays ? "too_soon" : undefined;
}

/**
 * Whether the rules accept it at once when nothing stands against it. What an association lends itself is answered by hand, unless
 * it lets its own rules do; the guarantee of the commune is for what is the commune's.
 */
export const acceptedAtOnce = (
  rules: LendingRules,
  model: ThingLimits & { owner: unknown },
  designated: boolean,
): boolean =>
  model.owner
    ? model.decision === "rules"
    : (rules.guaranteed && designated) || rulesOfModel(rules, model).decision === "rules";
