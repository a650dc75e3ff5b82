import { oldNumberOf } from "../identity/numbers.ts";
import { hash, type Traits } from "./traits.ts";

/**
 * Keys of the blocks a record falls in: two records are compared only when they share one. Each key is a hash on 53 bits;
 * a collision costs one comparison too many and never a wrong suggestion.
 */
export function keysOf(traits: Traits): number[] {
  const keys = new Set<number>();
  const add = (kind: string, value: string | undefined): void => {
    if (value !== undefined && value !== "") keys.add(wideHash(`${kind}:${value}`));
  };
  const { place, words, compact } = traits;
  const town = place.insee || place.postcode || place.town.join(" ");
  const [longest = "", second = ""] = words.toSorted(
    (a, b) => b.length - a.length || (a < b ? -1 : 1),
  );
  for (const number of [traits.rna, traits.successorRna])
    if (number !== undefined) add("rna", oldNumberOf(number) ?? number);
  add("siren", traits.siren);
  add("mail", traits.email);
  add("phone", traits.phone);
  add("site", traits.website);
  add("name", traits.skeleton);
  add("begins", compact.slice(0, 12));
  if (second !== "") add("words", `${longest} ${second}`);
  if (town !== "") addLocal();
  if (traits.createdOn !== undefined && longest !== "")
    add("day", `${traits.createdOn} ${longest}`);
  // The smallest hashes stand for the whole text: aims that differ by a few words keep most of them.
  if (traits.aims.length >= 6) {
    add("aims", traits.aims.subarray(0, 2).join(" "));
    add("aims", traits.aims.subarray(-2).join(" "));
  }
  return [...keys];

  function addLocal(): void {
    for (const word of words.slice(0, 8)) add("town", `${town} ${word}`);
    for (const letters of [...traits.acronyms, ...traits.initials])
      add("letters", `${town} ${letters}`);
    if (words.length === 1 && compact.length <= 8) add("letters", `${town} ${compact}`);
    if (place.doors[0] !== undefined)
      add("door", `${town} ${place.doors[0]} ${place.street.at(-1) ?? ""}`);
  }
}

/** Order inside a crowded block: neighbours in it look alike. Ends with the id, so that the order is total. */
export const neighbourKey = (traits: Traits): string =>
  [
    traits.skeleton,
    traits.place.insee || traits.place.postcode,
    traits.createdOn ?? "",
    traits.id,
  ].join("|");

const wideHash = (text: string): number => (hash(text) & 0x1fffff) * 2 ** 32 + hash(`${text}#`);
