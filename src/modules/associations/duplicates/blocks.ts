import { keysOf, neighbourKey } from "./keys.ts";
import type { DuplicateRecord } from "./record.ts";
import { traitsOf, type Traits } from "./traits.ts";

/** Everything in a block up to this size is compared; in a larger one, a record meets only its nearest neighbours. */
const blockCap = 30;
const neighbours = 8;

/** Records ready to be searched for duplicates. Grown by `addToIndex`, read by `candidatesIn`. */
export type DuplicateIndex = {
  traits: Traits[];
  orders: string[];
  /** One place, or the places of all that share the key; past the cap, sorted by neighbour key. */
  blocks: Map<number, number | number[]>;
};

export function duplicateIndex(records: Iterable<DuplicateRecord>): DuplicateIndex {
  const index: DuplicateIndex = { traits: [], orders: [], blocks: new Map() };
  for (const record of records) addToIndex(index, record);
  return index;
}

export const addToIndex = (index: DuplicateIndex, record: DuplicateRecord): void =>
  addTraits(index, traitsOf(record));

/** Places in the index of the records worth comparing with this one, itself excepted. */
export function candidatesIn(index: DuplicateIndex, traits: Traits): Set<number> {
  const found = new Set<number>();
  const order = neighbourKey(traits);
  for (const key of keysOf(traits)) {
    const block = index.blocks.get(key);
    if (block === undefined) continue;
    if (typeof block === "number") found.add(block);
    else if (block.length <= blockCap) for (const at of block) found.add(at);
    else {
      const middle = placeIn(index, block, order);
      for (const at of block.slice(Math.max(0, middle - neighbours), middle + neighbours + 1))
        found.add(at);
    }
  }
  for (const at of found) if (index.traits[at]?.id === traits.id) found.delete(at);
  return found;
}

/** Pairs worth comparing, each once, as positions in `records`. Grows with the number of records, not with its square. */
export function* candidatePairs(records: readonly DuplicateRecord[]): Generator<[number, number]> {
  yield* pairsOf(duplicateIndex(records));
}

export function* pairsOf(index: DuplicateIndex): Generator<[number, number]> {
  for (const [i, traits] of index.traits.entries())
    for (const j of candidatesIn(index, traits)) if (i < j) yield [i, j];
}

function addTraits(index: DuplicateIndex, traits: Traits): void {
  const at = index.traits.push(traits) - 1;
  const order = neighbourKey(traits);
  index.orders.push(order);
  for (const key of keysOf(traits)) {
    const block = index.blocks.get(key);
    if (block === undefined) index.blocks.set(key, at);
    else if (typeof block === "number") index.blocks.set(key, [block, at]);
    else if (block.length > blockCap) block.splice(placeIn(index, block, order), 0, at);
    else if (block.push(at) > blockCap) block.sort((x, y) => compareOrder(index, x, y));
  }
}

const compareOrder = (index: DuplicateIndex, x: number, y: number): number =>
  (index.orders[x] ?? "") < (index.orders[y] ?? "") ? -1 : 1;

/** Where a neighbour key stands, or would stand, in a sorted block. */
function placeIn(index: DuplicateIndex, block: readonly number[], order: string): number {
  let [low, high] = [0, block.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index.orders[block[middle] ?? 0] ?? "") < order) low = middle + 1;
    else high = middle;
  }
  return low;
}
