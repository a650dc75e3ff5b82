import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import type { FormState } from "../../../ui/index.ts";
import { decisions } from "../codes.ts";
import { ticked, whole } from "../reading.ts";
import { usualRules, type LendingRules } from "./rules.ts";

export const numbers = [
  "leadOpenDays",
  "longestDays",
  "furthestDays",
  "bufferHours",
  "usefulYears",
] as const;
export const ruleNames = [
  "openTo",
  "decision",
  "insurance",
  "convention",
  "guaranteed",
  "lateWaits",
  "seasonLoans",
  "remindBefore",
  "remindAfter",
  ...numbers,
] as const;
export const openings = ["all", "registered"] as const;

/** A number that must be said. */
const said = (least: number, most: number) =>
  whole(least, most).transform((value, ctx) => {
    if (value !== null) return value;
    ctx.addIssue({ code: "custom", message: say("lending:problem.number") });
    return z.NEVER;
  });

/** The rules as they are typed. */
export const rulesSchema = z
  .object({
    openTo: z.enum(openings, say("lending:problem.choice")),
    decision: z.enum(decisions, say("lending:problem.choice")),
    insurance: ticked,
    convention: ticked,
    guaranteed: ticked,
    lateWaits: ticked,
    seasonLoans: whole(1, 365),
    remindBefore: ticked,
    remindAfter: ticked,
    leadOpenDays: said(0, 90),
    longestDays: said(1, 365),
    furthestDays: said(1, 730),
    bufferHours: said(0, 336),
    usefulYears: whole(1, 30).transform((years) => years ?? usualRules.usefulYears),
  })
  .transform(({ bufferHours, ...rules }): LendingRules => ({ ...rules, bufferMinutes: bufferHours * 60 })); // prettier-ignore

/** The rules as they were typed. */
export const rulesTyped = (rules: LendingRules): FormState["values"] => ({
  openTo: rules.openTo,
  decision: rules.decision,
  insurance: rules.insurance ? "on" : "",
  convention: rules.convention ? "on" : "",
  guaranteed: rules.guaranteed ? "on" : "",
  lateWaits: rules.lateWaits ? "on" : "",
  remindBefore: rules.remindBefore ? "on" : "",
  remindAfter: rules.remindAfter ? "on" : "",
  seasonLoans: rules.seasonLoans === null ? "" : String(rules.seasonLoans),
  leadOpenDays: String(rules.leadOpenDays),
  longestDays: String(rules.longestDays),
  furthestDays: String(rules.furthestDays),
  bufferHours: String(rules.bufferMinutes / 60),
  usefulYears: String(rules.usefulYears),
});
