/** Steps of a climb, in order: two mails, then people. */
export const steps = ["first", "second", "referent", "phone"] as const;
export type Step = (typeof steps)[number];

/** How the commune wants reminders to go. */
export type ReminderRule = {
  active: boolean;
  /** Days a step waits for an answer before the next one; nobody is written to twice within them. */
  answerDays: number;
  /** Months, 1 to 12, when nothing leaves. */
  quietMonths: readonly number[];
};

export const usualRule: ReminderRule = { active: false, answerDays: 21, quietMonths: [8] };

export type ReminderRefusal = "days" | "months";

/** Why a rule cannot be kept: the field at fault, and the reason. */
export function whyNotRule(
  rule: ReminderRule,
): { field: "answerDays" | "quietMonths"; refusal: ReminderRefusal } | undefined {
  const { answerDays, quietMonths } = rule;
  if (!Number.isInteger(answerDays) || answerDays < 7 || answerDays > 90)
    return { field: "answerDays", refusal: "days" };
  if (quietMonths.length > 11) return { field: "quietMonths", refusal: "months" };
  return undefined;
}

/** Whether nothing may leave on a day. */
export const isQuiet = (rule: ReminderRule, day: string): boolean =>
  rule.quietMonths.includes(Number(day.slice(5, 7)));

/** Persons written to in one transaction: what a kill may have to do again, and nothing more. */
export const batchSize = 100;
