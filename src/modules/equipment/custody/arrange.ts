/** A time for which a loan has a unit; `unit` is the one it has, `fixed` when it may not have another. */
export type Kept = { id: string; from: number; until: number; unit: string; fixed: boolean };

/**
 * Gives each time a unit so that no unit is had twice at once; each keeps the one it has when it can. Nothing when there are too few.
 * Earliest first, any unit that is free will do: the times that cross are never more than the units (the counter saw to it), so
 * that what is fixed has begun or begins first.
 */
export function arrange(
  kept: readonly Kept[],
  units: readonly string[],
): Map<string, string> | undefined {
  const given = new Map<string, string>();
  const busy = new Map<string, Kept[]>();
  const give = (one: Kept, unit: string) => {
    given.set(one.id, unit);
    busy.set(unit, [...(busy.get(unit) ?? []), one]);
  };
  for (const one of kept) if (one.fixed) give(one, one.unit);
  const free = (one: Kept, unit: string) =>
    (busy.get(unit) ?? []).every(({ from, until }) => until <= one.from || from >= one.until);
  for (const one of kept.filter(({ fixed }) => !fixed).toSorted((a, b) => a.from - b.from)) {
    const unit = [one.unit, ...units].find((each) => units.includes(each) && free(one, each));
    if (unit === undefined) return undefined;
    give(one, unit);
  }
  return given;
}

/**
 * Arranges all when it can; otherwise what has a unit that is fit, then what lacks one, earliest first, each when there is one for it:
 * what is not given any is left out. Nothing when there are too few for what has one.
 */
export function arrangeMost(
  kept: readonly Kept[],
  units: readonly string[],
): Map<string, string> | undefined {
  const all = arrange(kept, units);
  if (all) return all;
  const lacks = ({ fixed, unit }: Kept) => !fixed && !units.includes(unit);
  let placed = kept.filter((one) => !lacks(one));
  let given = arrange(placed, units);
  if (!given) return undefined;
  for (const one of kept.filter(lacks).toSorted((a, b) => a.from - b.from)) {
    const more = arrange([...placed, one], units);
    if (more) [placed, given] = [[...placed, one], more];
  }
  return given;
}
