import { sameRna } from "../identity/numbers.ts";
import { nameReasons } from "./compare-names.ts";
import { overlap } from "./likeness.ts";
import { sameStreet, sameTown } from "./place.ts";
import type { DuplicateRecord } from "./record.ts";
import { weights, type Reason, type Weights } from "./reasons.ts";
import { traitsOf, type Traits } from "./traits.ts";

export type Comparison = {
  /** 0 to 1. */
  score: number;
  /** The heaviest first, for and against together. */
  reasons: Reason[];
};

export function comparePair(a: DuplicateRecord, b: DuplicateRecord, table = weights): Comparison {
  return compareTraits(traitsOf(a), traitsOf(b), table);
}

export function compareTraits(one: Traits, other: Traits, table: Weights = weights): Comparison {
  // Words are paired greedily: a fixed order of the two makes the answer the same both ways.
  const [a, b] = one.compact <= other.compact ? [one, other] : [other, one];
  const codes = [...numberReasons(a, b), ...placeAndTimeReasons(a, b), ...contactReasons(a, b)];
  if (isIdentical(a, b)) codes.push("identical");
  const reasons = codes.map((code): Reason => ({ code, points: table[code] }));
  reasons.push(...nameReasons(a, b, table));
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  reasons.sort((x, y) => Math.abs(y.points) - Math.abs(x.points) || (x.code < y.code ? -1 : 1));
  return { score: Math.min(100, Math.max(0, points)) / 100, reasons };
}

function* numberReasons(a: Traits, b: Traits): Generator<Reason["code"]> {
  if (follows(a, b) || follows(b, a)) yield "successor_number";
  else if (a.rna !== undefined && b.rna !== undefined) {
    if (sameRna(a.rna, b.rna)) yield "same_rna";
    else if (a.active && b.active) yield "different_rna_both_active";
    // An old number may have become a current one; the registry never gives two numbers of one kind.
    else if (a.rnaKind === b.rnaKind) yield "different_rna";
  }
  if (a.siret !== undefined && a.siret === b.siret) yield "same_siret";
  else if (a.siren !== undefined && b.siren !== undefined)
    yield a.siren === b.siren ? "same_siren" : "different_siren";
}

const follows = (x: Traits, y: Traits): boolean =>
  x.successorRna !== undefined && y.rna !== undefined && sameRna(x.successorRna, y.rna);

function* placeAndTimeReasons(a: Traits, b: Traits): Generator<Reason["code"]> {
  const town = sameTown(a.place, b.place);
  const [here, there] = [a.place.department, b.place.department];
  if (town !== false && sameStreet(a.place, b.place)) yield "same_address";
  if (town === false)
    yield here !== "" && there !== "" && here !== there ? "different_department" : "different_town";
  if (a.createdDay !== undefined && b.createdDay !== undefined) {
    const apart = Math.abs(a.createdDay - b.createdDay);
    if (apart === 0) yield "same_creation_day";
    else yield apart <= 120 ? "near_creation_day" : "different_creation_day";
  }
  if (a.themes.some((theme) => b.themes.includes(theme))) yield "same_theme";
  if (a.aims.length === 0 || b.aims.length === 0) return;
  const { union, shorter } = overlap(a.aims, b.aims);
  const least = Math.min(a.aims.length, b.aims.length);
  if (union >= 0.85) yield "same_aims";
  else if (union >= 0.5 || (shorter >= 0.75 && least >= 4)) yield "similar_aims";
  else if (union < 0.1 && least >= 6) yield "different_aims";
}

function* contactReasons(a: Traits, b: Traits): Generator<Reason["code"]> {
  if (a.email !== undefined && a.email === b.email) yield "same_email";
  if (a.phone !== undefined && a.phone === b.phone) yield "same_phone";
  if (a.website !== undefined && a.website === b.website) yield "same_website";
}

/** Two lines that say exactly the same things, and more than a name: thousands are called "Familles rurales". */
const isIdentical = (a: Traits, b: Traits): boolean =>
  a.written === b.written &&
  saysMore(a) &&
  a.createdOn === b.createdOn &&
  content(a) === content(b);

const saysMore = ({ place, createdOn, siren, email, phone }: Traits): boolean =>
  [place.insee, place.postcode, place.town[0], createdOn, siren, email, phone].some(
    (fact) => fact !== undefined && fact !== "",
  );

const content = (traits: Traits): string =>
  JSON.stringify({ ...traits, id: "", aims: [...traits.aims] });
