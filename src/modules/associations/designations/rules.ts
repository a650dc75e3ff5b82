/** What an association the commune counts on may be (commitment 5.1). */
export const designationKinds = ["employer", "structuring"] as const;
export type DesignationKind = (typeof designationKinds)[number];

/** Why it is: its jobs, the publics it reaches, that nobody else does it, that others stand on it. */
export const criteria = ["jobs", "publics", "only_one", "carries_others"] as const;
export type Criterion = (typeof criteria)[number];

/** Every designation that has a sense, as a form proposes it: an employer is one by its jobs. */
export const choices = [
  "employer-jobs",
  "structuring-publics",
  "structuring-only_one",
  "structuring-carries_others",
  "structuring-jobs",
] as const;
export type DesignationChoice = (typeof choices)[number];

export const readChoice = (choice: DesignationChoice) => {
  const [kind, criterion] = choice.split("-") as [DesignationKind, Criterion];
  return { kind, criterion };
};

export const longestWords = 600;

export type DesignationRefusal = "future" | "too_old";

/** Why a day is not one a designation begins on. */
export function whyNotSince(since: string, today: string): DesignationRefusal | undefined {
  if (since > today) return "future";
  return since < "1900-01-01" ? "too_old" : undefined;
}
