/** How much each reason of commitment 2.3 weighs, from 0 (not at all) to 10. */
export type Weights = { publics: number; size: number; access: number };
export const reasons = ["publics", "size", "access"] as const satisfies readonly (keyof Weights)[];

export type WeightRefusal = "range" | "nothing";

/** Why these weights make no order: the field at fault and the reason. */
export function whyNotWeights(
  weights: Weights,
): { field: keyof Weights; refusal: WeightRefusal } | undefined {
  for (const field of reasons) {
    const weight = weights[field];
    if (!Number.isInteger(weight) || weight < 0 || weight > 10) return { field, refusal: "range" };
  }
  const all = reasons.reduce((sum, field) => sum + weights[field], 0);
  return all === 0 ? { field: "publics", refusal: "nothing" } : undefined;
}

/** A score in one word. */
export const levelOf = (score: number): "high" | "middle" | "low" =>
  score >= 67 ? "high" : score >= 34 ? "middle" : "low";

type Known = {
  farPublics: readonly string[];
  members: string | null;
  employees: string | null;
  holders: number;
};

/** Why an association comes first or last, a sentence for each reason: keys of `day:priority.because` and what they say. */
export function because(known: Known) {
  return [
    { key: known.farPublics.length ? ("publics" as const) : ("noPublics" as const) },
    { key: known.members || known.employees ? ("size" as const) : ("noSize" as const) },
    { key: "access" as const, count: known.holders },
  ];
}
