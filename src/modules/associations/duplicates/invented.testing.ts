import type { DuplicateRecord } from "./record.ts";

const kinds =
  "Amicale|Association|Club|Comité|Les amis|Union sportive|Chorale|Atelier|Collectif|Foyer".split(
    "|",
  );
const things =
  "des fêtes|de judo|de pétanque|du patrimoine|des parents d'élèves|de danse|des aînés|du jardin partagé|de théâtre|de lecture|des pompiers|de randonnée|de couture|du quartier|des commerçants|de badminton|de musique|d'aide alimentaire|de football|d'histoire locale".split(
    "|",
  );
const syllables = "va|lo|mir|ban|tes|ru|gon|sel|dar|pi|chau|ville|fon|mer|al".split("|");

/** An invented registry, always the same: some names are everywhere, one record in fifty is there twice, mistyped. */
export function inventedRegistry(size: number, towns: number, seed = 1): DuplicateRecord[] {
  let state = seed;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (list: readonly string[]): string => list[draw(list.length)] ?? "";
  const invent = (parts: number): string =>
    Array.from({ length: parts }, () => pick(syllables)).join("");
  const townNames = Array.from({ length: towns }, () => invent(3));
  const records: DuplicateRecord[] = [];
  while (records.length < size) {
    const at = records.length;
    const town = draw(towns);
    const copied = at > 0 && at % 50 === 0 ? records[at - 1] : undefined;
    const own = draw(3) === 0 ? "" : ` ${invent(2)} ${invent(3)}`;
    records.push({
      id: `r${at}`,
      name: copied?.name.replace("é", "e").toUpperCase() ?? `${pick(kinds)} ${pick(things)}${own}`,
      rna: `W${String(493_000_000 + at)}`,
      seat: copied?.seat ?? {
        street: `${draw(90) + 1} rue ${invent(3)}`,
        town: townNames[town] ?? "",
        insee: String(10_000 + town),
      },
      createdOn: copied?.createdOn ?? `${1960 + draw(60)}-0${1 + draw(9)}-1${draw(9)}`,
      aims: Array.from({ length: 12 }, () => invent(2 + draw(2))).join(" "),
      state: "active",
    });
  }
  return records;
}
