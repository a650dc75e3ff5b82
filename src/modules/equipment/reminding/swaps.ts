import { peakOf, type Use } from "../../scheduling/index.ts";
import type { Category } from "../codes.ts";

/** What lacks to a loan, as far as another shelf may stand for it. */
export type Wanted = {
  poolId: string;
  modelId: string;
  category: Category;
  placeId: string;
  missing: number;
  from: Date;
  /** The return; the shelf adds the time it needs to be ready again. */
  until: Date;
  /** Shelves the loan has something of. */
  pools: readonly string[];
};

/** A shelf that may lend. */
export type OtherShelf = {
  poolId: string;
  counterId: string;
  modelId: string;
  name: string;
  category: Category;
  placeId: string;
  placeName: string;
  left: number;
  bufferMinutes: number;
  uses: readonly Use[];
};

/** At most so many are proposed: more would be a catalogue. */
export const mostSwaps = 3;

export const blockedUntil = ({ until }: Pick<Wanted, "until">, shelf: OtherShelf): Date =>
  new Date(until.getTime() + shelf.bufferMinutes * 60_000);

/** What may stand for what lacks: the same model at another place, else another of its category, free in all its time; the nearest first. */
export function swapsFor(wanted: Wanted, shelves: readonly OtherShelf[]): OtherShelf[] {
  const span = (shelf: OtherShelf) => ({
    from: wanted.from.getTime(),
    until: blockedUntil(wanted, shelf).getTime(),
  });
  return shelves
    .filter(
      (shelf) =>
        !wanted.pools.includes(shelf.poolId) &&
        (shelf.modelId === wanted.modelId || shelf.category === wanted.category) &&
        shelf.left - peakOf(shelf.uses, span(shelf)) >= wanted.missing,
    )
    .map((shelf) => ({ shelf, far: distance(wanted, shelf) }))
    .toSorted((a, b) => a.far - b.far || a.shelf.name.localeCompare(b.shelf.name, "fr"))
    .slice(0, mostSwaps)
    .map(({ shelf }) => shelf);
}

/** The same model elsewhere, then another one here, then another one elsewhere. */
function distance({ modelId, placeId }: Wanted, shelf: OtherShelf): number {
  if (shelf.modelId === modelId) return 0;
  return shelf.placeId === placeId ? 1 : 2;
}
