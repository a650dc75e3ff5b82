import { cleanInsee, cleanPostcode, cleanTown } from "./cleaning/addresses.ts";
import { cleanEmail, cleanPhone, cleanWebsite } from "./cleaning/contacts.ts";
import { cleanPointInOne } from "./cleaning/coordinates.ts";
import { cleanDate } from "./cleaning/dates.ts";
import { cleanFlag } from "./cleaning/flags.ts";
import { cleanRna, isSiret, passesLuhn } from "./cleaning/identifiers.ts";
import { cleanText } from "./cleaning/text.ts";
import type { Target } from "./targets.ts";

type Test = (cell: string) => boolean;

const decimal =
  (low: number, high: number): Test =>
  (cell) => {
    const number = Number(cell.trim().replace(",", "."));
    return /\d[.,]\d{2,}/.test(cell) && number >= low && number <= high;
  };
const flag: Test = (cell) => cleanFlag(cell) !== undefined;

/** Values that tell a column by themselves; the order is that of trust. */
export const tellingKinds: readonly (readonly [Target, Test])[] = [
  ["email", (cell) => cleanEmail(cell) !== undefined],
  ["rna", (cell) => /^w\d[0-9a-z]\d{7}$/i.test(cell.trim()) && cleanRna(cell) !== undefined],
  ["siret", (cell) => isSiret(cell.replace(/\s/g, ""))],
  ["siren", (cell) => /^\d{9}$/.test(cell.trim()) && passesLuhn(cell.trim())],
  ["website", (cell) => /^\s*(?:https?:|www\.)/i.test(cell) && cleanWebsite(cell) !== undefined],
  ["phone", (cell) => /^\s*(?:\+33|0)/.test(cell) && cleanPhone(cell) !== undefined],
  ["point", (cell) => /[.,]\d+\s*[,; ]\s*-?\d/.test(cell) && cleanPointInOne(cell) !== undefined],
  ["latitude", decimal(41, 51.6)],
  ["longitude", decimal(-5.6, 10)],
  ["postcode", (cell) => /^\s*\d{5}(?:\.0)?\s*$/.test(cell) && cleanPostcode(cell) !== undefined],
];

/** Values a column with this name should mostly hold; a target not listed takes any text. */
const expected: Partial<Record<Target, Test>> = {
  ...Object.fromEntries(tellingKinds),
  siret: (cell) => /^[\d\s]{7,17}(?:\.0)?$/.test(cell.trim()) || cleanRna(cell) !== undefined,
  siren: (cell) => /^[\d\s]{7,11}(?:\.0)?$/.test(cell.trim()),
  rna: (cell) => cleanRna(cell) !== undefined,
  website: (cell) => cleanWebsite(cell) !== undefined || cleanEmail(cell) !== undefined,
  phone: (cell) => cleanPhone(cell) !== undefined,
  postcode: (cell) => cleanPostcode(cell) !== undefined,
  insee: (cell) => cleanInsee(cell) !== undefined,
  town: (cell) => cleanTown(cell) !== undefined || /\p{L}{3}/u.test(cell),
  created: (cell) => cleanDate(cell) !== undefined || cell.startsWith("0001-"),
  ceased: (cell) => cleanDate(cell) !== undefined,
  name: (cell) => /\p{L}/u.test(cell) && cell.length < 250,
  street: (cell) => /\p{L}{2}/u.test(cell),
  latitude: (cell) => /^\s*-?\d{1,2}(?:[.,]\d+)?\s*$/.test(cell),
  longitude: (cell) => /^\s*-?\d{1,3}(?:[.,]\d+)?\s*$/.test(cell),
  public_children: flag,
  public_teens: flag,
  public_adults: flag,
  public_seniors: flag,
  public_disability: flag,
  public_families: flag,
};

/** Share of the cells that say something which this target can take; undefined when none says anything. */
export function shareFor(target: Target, cells: readonly string[]): number | undefined {
  const test = expected[target];
  return test === undefined ? undefined : share(test, cells);
}

/** The target the values tell by themselves. */
export function targetByValues(
  cells: readonly string[],
): { target: Target; share: number } | undefined {
  for (const [target, test] of tellingKinds) {
    const found = share(test, cells) ?? 0;
    if (found >= 0.7) return { target, share: found };
  }
  return undefined;
}

function share(test: Test, cells: readonly string[]): number | undefined {
  const saying = cells.filter((cell) => cleanText(cell) !== undefined);
  if (saying.length === 0) return undefined;
  return saying.filter(test).length / saying.length;
}
