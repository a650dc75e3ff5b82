import type { Known, KnownUnit, Planned, StaysPut } from "./planned.ts";

/**
 * Where a unit goes, or why it stays; nothing when nobody said that units move, or when it would change hands: what is of an
 * association stays at its places. Lines are read one after the other: what one takes from a shelf, the next does not find.
 */
export function moverOf({ movable, places }: Pick<Known, "movable" | "places">) {
  const left = new Map(movable?.spare);
  return (
    unit: KnownUnit,
    placeId: string,
  ): NonNullable<Planned["move"]> | { stays: StaysPut } | undefined => {
    const place = places.find((one) => one.placeId === placeId);
    if (!movable || !place || place.ownerId !== unit.ownerId) return undefined;
    if (unit.heldBy) return { stays: "is_out" };
    if (movable.aside.has(unit.id)) return { stays: "set_aside" };
    if (unit.state === "ready" || unit.state === "to_check") {
      const spare = left.get(unit.poolId) ?? Infinity;
      if (spare <= 0) return { stays: "promised" };
      left.set(unit.poolId, spare - 1);
    }
    return { placeId, name: place.name };
  };
}
