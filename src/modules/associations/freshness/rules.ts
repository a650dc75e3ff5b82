import type { Section } from "../codes.ts";

/** Steps of the ladder a section goes down with time, and the last one, where a whole listing may end. Worst last. */
export const freshnessLevels = ["up_to_date", "to_confirm", "not_confirmed", "archived"] as const;
export type Freshness = (typeof freshnessLevels)[number];

/** For how many months a confirmation of a section holds, then for how many it asks to be renewed, counted from the same day. */
export type FreshnessRule = { section: Section; upToDateMonths: number; toConfirmMonths: number };

export type FreshnessRules = {
  sections: readonly FreshnessRule[];
  /** Months without any confirmation after which a listing leaves browsing; none: never. */
  archiveMonths: number | undefined;
};

export type RuleRefusal = "months" | "order" | "archive_range" | "archive_order";

/** The limits of the database, and one it cannot see: a listing is not archived while one of its sections still holds. */
export const limits = { upToDate: [1, 60], toConfirm: [2, 120], archive: [12, 240] } as const;

/** Why these rules make no ladder: the field at fault, named as the form does, and the reason. */
export function whyNotRules(
  rules: FreshnessRules,
): { field: string; refusal: RuleRefusal } | undefined {
  for (const { section, upToDateMonths, toConfirmMonths } of rules.sections) {
    if (!within(upToDateMonths, limits.upToDate))
      return { field: `${section}_upToDate`, refusal: "months" };
    if (!within(toConfirmMonths, limits.toConfirm))
      return { field: `${section}_toConfirm`, refusal: "months" };
    if (toConfirmMonths <= upToDateMonths)
      return { field: `${section}_toConfirm`, refusal: "order" };
  }
  const { archiveMonths } = rules;
  if (archiveMonths === undefined) return undefined;
  if (!within(archiveMonths, limits.archive)) return { field: "archive", refusal: "archive_range" };
  if (rules.sections.some(({ toConfirmMonths }) => archiveMonths < toConfirmMonths))
    return { field: "archive", refusal: "archive_order" };
  return undefined;
}

const within = (months: number, [least, most]: readonly [number, number]) =>
  Number.isInteger(months) && months >= least && months <= most;
