import type { Translate } from "../../../platform/i18n/index.ts";

const causes = [
  "not_free",
  "too_soon",
  "too_long",
  "too_far",
  "past",
  "not_lent",
  "hand_over_closed",
  "slot_full",
  "closed_to_you",
  "no_insurance",
  "no_convention",
  "late_loan",
  "quota",
] as const;

/** A rule that refused, in few words; a rule of another room is said by its name. */
export function ruleWords(t: Translate, rule: string): string {
  const cause = causes.find((one) => one === rule);
  return cause ? t(`inventory:cause.${cause}`) : rule;
}
