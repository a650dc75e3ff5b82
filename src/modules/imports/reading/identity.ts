import type { AssociationFacts, PlaceFacts } from "../../associations/index.ts";
import { sameWords } from "./cleaning/text.ts";

/** What tells that two lines of a file speak of the same association: a number if there is one, else name and town. */
export function sameLineKey(facts: AssociationFacts): string {
  if (facts.rna !== undefined) return `rna:${facts.rna}`;
  if (facts.siret !== undefined) return `siret:${facts.siret}`;
  if (facts.siren !== undefined) return `siren:${facts.siren}`;
  return `name:${sameWords(facts.name)}|${sameWords(facts.seat?.town ?? "")}`;
}

/** Two lines about one association made one: lists are joined, elsewhere the first value that says something stays. */
export function mergeFacts(a: AssociationFacts, b: AssociationFacts): AssociationFacts {
  const seat =
    a.seat === undefined && b.seat === undefined ? {} : { seat: { ...b.seat, ...a.seat } };
  return {
    ...b,
    ...a,
    ...seat,
    ...union("registryThemes", a.registryThemes, b.registryThemes),
    ...union("themes", a.themes, b.themes),
    ...union("publics", a.publics, b.publics),
    ...union("keywords", a.keywords, b.keywords),
    ...mergedPlaces(a.places, b.places),
  };
}

function union<K extends string, T>(
  key: K,
  a: readonly T[] | undefined,
  b: readonly T[] | undefined,
): { [P in K]?: T[] } {
  if (a === undefined && b === undefined) return {};
  return { [key]: [...new Set([...(a ?? []), ...(b ?? [])])] } as { [P in K]?: T[] };
}

function mergedPlaces(
  a: readonly PlaceFacts[] | undefined,
  b: readonly PlaceFacts[] | undefined,
): { places?: PlaceFacts[] } {
  if (a === undefined && b === undefined) return {};
  const places = new Map<string, PlaceFacts>();
  for (const place of [...(a ?? []), ...(b ?? [])]) {
    const key = `${sameWords(place.name)}|${sameWords(place.town ?? "")}`;
    places.set(key, { ...place, ...places.get(key) });
  }
  return { places: [...places.values()] };
}
