/** Someone away from a day to a day, both included, and who answers meanwhile. */
export type Absence = { personId: string; replacementId: string | null; from: string; to: string };

export type AbsenceRefusal = "days" | "past" | "too_long" | "self" | "overlap";

/** At most so many days: longer, the référent changes. */
export const longest = 366;

/** Why an absence cannot be declared, on a day. */
export function whyNotAbsent(
  absence: Absence,
  known: readonly Pick<Absence, "from" | "to">[],
  today: string,
): AbsenceRefusal | undefined {
  const { from, to, personId, replacementId } = absence;
  if (to < from) return "days";
  if (to < today) return "past";
  if (Date.parse(to) - Date.parse(from) > longest * 86_400_000) return "too_long";
  if (replacementId === personId) return "self";
  if (known.some((one) => one.from <= to && one.to >= from)) return "overlap";
  return undefined;
}

/** Who answers for someone on a day when these are away: their replacement, or the replacement's, and so on. */
export function answeringFor(
  personId: string,
  away: ReadonlyMap<string, { replacementId: string | null }>,
): string | undefined {
  const seen = new Set<string>();
  let one: string | null = personId;
  while (one && away.has(one) && !seen.has(one)) {
    seen.add(one);
    one = away.get(one)?.replacementId ?? null;
  }
  return one && !seen.has(one) ? one : undefined;
}
