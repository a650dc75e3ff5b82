import type { Lent } from "../asking/page.tsx";
import type { Kit } from "./queries.ts";

/** What one place can give of a kit over some days, and what it lacks. */
export type KitOffer = {
  place: { id: string; name: string } | undefined;
  /** So many of each pool of that place. */
  takes: readonly { poolId: string; quantity: number }[];
  lacks: readonly { name: string; quantity: number }[];
};

/** What is free of each pool once what is already chosen is taken. */
const leftAt =
  (lent: readonly Lent[], chosen: ReadonlyMap<string, number>) =>
  (modelId: string, placeId: string): { poolId: string; left: number } | undefined => {
    const offers = lent.find(({ model }) => model.id === modelId)?.offers ?? [];
    const offer = offers.find(({ shelf }) => shelf.placeId === placeId);
    if (!offer) return undefined;
    const { poolId } = offer.shelf;
    return { poolId, left: Math.max(0, offer.free - (chosen.get(poolId) ?? 0)) };
  };

/** A kit is picked up at one place: the one that gives the most of it, the first by name when two give as much. */
export function kitOffer(
  { lines }: Pick<Kit, "lines">,
  lent: readonly Lent[],
  chosen: ReadonlyMap<string, number> = new Map(),
): KitOffer {
  const left = leftAt(lent, chosen);
  const places = new Map(
    lent.flatMap(({ offers }) =>
      offers.map(({ shelf }) => [shelf.placeId, { id: shelf.placeId, name: shelf.placeName }]),
    ),
  );
  const offers = [...places.values()]
    .toSorted((a, b) => a.name.localeCompare(b.name, "fr"))
    .map((place) => {
      const takes: { poolId: string; quantity: number }[] = [];
      const lacks: { name: string; quantity: number }[] = [];
      for (const { modelId, name, quantity } of lines) {
        const there = left(modelId, place.id);
        const taken = Math.min(there?.left ?? 0, quantity);
        if (there && taken) takes.push({ poolId: there.poolId, quantity: taken });
        if (taken < quantity) lacks.push({ name, quantity: quantity - taken });
      }
      return { place, takes, lacks };
    });
  const [best] = offers.toSorted((a, b) => lacking(a) - lacking(b));
  return best?.takes.length
    ? best
    : {
        place: undefined,
        takes: [],
        lacks: lines.map(({ name, quantity }) => ({ name, quantity })),
      };
}

const lacking = ({ lacks }: KitOffer): number =>
  lacks.reduce((sum, { quantity }) => sum + quantity, 0);

/** What was chosen already, and what a kit takes. */
export function withKit(
  chosen: ReadonlyMap<string, number>,
  { takes }: Pick<KitOffer, "takes">,
): Map<string, number> {
  const quantities = new Map(chosen);
  for (const { poolId, quantity } of takes)
    quantities.set(poolId, (quantities.get(poolId) ?? 0) + quantity);
  return quantities;
}
