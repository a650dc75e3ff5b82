/** Below this many people, a figure seen inside the town hall is masked; open data asks for 11. Source: obligations of the programme. */
export const leastInside = 5;

/** A part of a total: `undefined` once masked. */
export type Part = { label: string; value: number | undefined };

/**
 * Masks the parts that count fewer than `least` people (zero says nothing of anybody), and one more when a single masked
 * part could be found again by subtracting the others from the total. For people only: associations are public bodies,
 * and views are not people.
 */
export function maskParts(
  parts: readonly { label: string; value: number }[],
  least = leastInside,
): Part[] {
  const small = parts.map(({ value }) => value > 0 && value < least);
  if (small.filter(Boolean).length === 1) {
    const rest = parts.filter((part, at) => !small[at] && part.value > 0);
    const [smallest] = rest.toSorted((a, b) => a.value - b.value);
    if (smallest) small[parts.indexOf(smallest)] = true;
  }
  return parts.map(({ label, value }, at) => ({ label, value: small[at] ? undefined : value }));
}
