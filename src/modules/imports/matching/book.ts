import { sameWords } from "../reading/cleaning/text.ts";
import { rnaKey, type Numbers } from "./numbers.ts";

/** An association already in the registry, as far as recognising it goes. */
export type Known = Numbers & {
  id: string;
  name: string;
  town?: string | undefined;
  successorRna?: string | undefined;
  /** The record it was merged into: its numbers and its name still lead there. */
  mergedInto?: string | undefined;
};

/** One association during the match: in the registry, or about to be. `leader` is the line that speaks for it. */
export type Entity = Numbers & { id?: string | undefined; leader?: number | undefined };

/** How an entity was found; `former` when only a number or a name it no longer bears leads to it. */
export type Found = { entity: Entity; former: boolean };

/** The ways to recognise an association. A town not said is the commune's. */
export type Book = {
  entities: Map<string, Entity>;
  /** Records merged into another: what they were lives on in it. */
  merged: Map<string, Entity>;
  rna: Map<string, Found>;
  siret: Map<string, Found>;
  siren: Map<string, Found[]>;
  /** Those that say which number follows theirs, by that number. */
  successor: Map<string, Entity>;
  names: Map<string, Found[]>;
  nameKey: (name: string, town: string | undefined) => string;
};

export function openBook(communeName: string): Book {
  return {
    entities: new Map(),
    merged: new Map(),
    rna: new Map(),
    siret: new Map(),
    siren: new Map(),
    successor: new Map(),
    names: new Map(),
    nameKey: (name, town) => `${sameWords(name)}|${sameWords(town ?? communeName)}`,
  };
}

/** Adds associations of the registry; those merged into another must come after it. */
export function addKnown(book: Book, known: Known): void {
  const kept = known.mergedInto === undefined ? undefined : book.entities.get(known.mergedInto);
  if (known.mergedInto !== undefined && !kept) return;
  const { id, rna, siret, siren } = known;
  const entity = kept ?? { id, rna, siret, siren };
  const former = kept !== undefined;
  (former ? book.merged : book.entities).set(id, entity);
  addNumbers(book, entity, known, former);
  if (known.successorRna && !former) book.successor.set(rnaKey(known.successorRna), entity);
  push(book.names, book.nameKey(known.name, known.town), { entity, former });
}

/** Numbers that lead to an entity from now on; a number that already leads elsewhere stays there. */
export function addNumbers(book: Book, entity: Entity, numbers: Numbers, former = false): void {
  const { rna, siret, siren } = numbers;
  if (rna && !book.rna.has(rnaKey(rna))) book.rna.set(rnaKey(rna), { entity, former });
  if (siret && !book.siret.has(siret)) book.siret.set(siret, { entity, former });
  if (siren && !book.siren.get(siren)?.some((one) => one.entity === entity))
    push(book.siren, siren, { entity, former });
}

function push(map: Map<string, Found[]>, key: string, found: Found): void {
  const list = map.get(key);
  if (list) list.push(found);
  else map.set(key, [found]);
}
