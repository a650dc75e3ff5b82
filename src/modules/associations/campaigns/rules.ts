import type { Section, Theme } from "../codes.ts";
import { isQuiet, type ReminderRule } from "../reminders/rules.ts";

export const audiences = ["stale", "all", "theme", "district", "far_from_digital"] as const;
export type Audience = (typeof audiences)[number];

/** What a campaign says and to whom, as the commune writes it. */
export type Plan = {
  name: string;
  audience: Audience;
  theme: Theme | null;
  districtId: string | null;
  sections: Section[];
  /** Day of the first letter, then of its reminders. */
  waves: string[];
  endsOn: string;
  subject: string;
  opening: string;
};

export type Campaign = Plan & {
  id: string;
  state: "draft" | "running" | "stopped";
  startedAt: Date | null;
  stoppedAt: Date | null;
};

/** Where a campaign stands on a day: one that ran until its last day is over. */
export type Standing = "draft" | "planned" | "running" | "over" | "stopped";

export function standingOf(campaign: Campaign, day: string): Standing {
  if (campaign.state !== "running") return campaign.state;
  if (day > campaign.endsOn) return "over";
  return day < (campaign.waves[0] ?? "") ? "planned" : "running";
}

/** The wave whose letters leave on a day, counted from 1; the last one begun, until the campaign ends. */
export function waveOn({ waves, endsOn }: Plan, day: string): number | undefined {
  const begun = waves.filter((wave) => wave <= day).length;
  return begun > 0 && day <= endsOn ? begun : undefined;
}

export type PlanRefusal = "past" | "quiet" | "close" | "order" | "end" | "theme" | "district";
type Fault = { field: string; refusal: PlanRefusal };

export const waveFields = ["first", "second", "third"] as const;

/** Why a plan cannot be carried out: the field at fault, and the reason. */
export function whyNotPlan(plan: Plan, rule: ReminderRule, today: string): Fault | undefined {
  if (plan.audience === "theme" && !plan.theme) return { field: "theme", refusal: "theme" };
  if (plan.audience === "district" && !plan.districtId)
    return { field: "district", refusal: "district" };
  for (const [rank, wave] of plan.waves.entries()) {
    const field = waveFields[rank] ?? "first";
    const before = plan.waves[rank - 1];
    if (wave < today) return { field, refusal: "past" };
    if (isQuiet(rule, wave)) return { field, refusal: "quiet" };
    if (before && wave <= before) return { field, refusal: "order" };
    if (before && daysBetween(before, wave) < rule.answerDays) return { field, refusal: "close" };
  }
  return plan.endsOn <= (plan.waves.at(-1) ?? "") ? { field: "endsOn", refusal: "end" } : undefined;
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** What became of an association in a campaign: an answer, or what it waits for. */
export const outcomes = [
  "confirmed",
  "corrected",
  "by_hand",
  "asked",
  "waiting",
  "refused",
  "bounced",
  "no_address",
] as const;
export type Outcome = (typeof outcomes)[number];

const answers: readonly Outcome[] = ["confirmed", "corrected", "by_hand"];
export const isAnswer = (outcome: Outcome): boolean => answers.includes(outcome);

/** How an answer came: by the link of a mail, by the square of a letter, told to an agent, or signed in to its space. */
export const ways = ["link", "paper", "agent", "space"] as const;
export type Way = (typeof ways)[number];
