import type { Told } from "./cells.ts";
import type { KnownUnit, UnitValues } from "./planned.ts";

export type Change = { field: keyof UnitValues; here: string | null; there: string };

/** What the file says of a unit, by what is kept of it. */
const saidOf = (told: Told): Partial<Record<keyof UnitValues, string | undefined>> => ({
  serial: told.serial,
  state: told.state,
  note: told.note,
  dataPlan: told.plan,
  acquiredOn: told.bought,
});

/**
 * What a file would change of a unit. Safe: nothing was written here, or an inventory wrote it and nobody since. A clash: somebody
 * wrote otherwise. Kept: the file still says what it last did, and somebody changed it here since.
 */
export function differences(
  unit: KnownUnit,
  told: Told,
): { safe: Change[]; clash: Change[]; kept: { here: string; there: string }[] } {
  const found = { safe: [] as Change[], clash: [] as Change[], kept: [] as { here: string; there: string }[] }; // prettier-ignore
  for (const [name, there] of Object.entries(saidOf(told))) {
    const field = name as keyof UnitValues;
    const here = unit[field];
    if (there === undefined || there === here) continue;
    const wrote = unit.last?.[field];
    if (wrote === there) found.kept.push({ here: here ?? "", there });
    else if (here === null || wrote === here) found.safe.push({ field, here, there });
    else found.clash.push({ field, here, there });
  }
  return found;
}
