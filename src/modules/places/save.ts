import type { Tx } from "../../platform/db/database.ts";
import { record, type Actor } from "../journal/index.ts";
import type { Identity } from "./form.ts";
import { districtShapes, lockPlace, removePlace } from "./queries.ts";
import { districtMeant, placeKey } from "./rules.ts";

export type Act = { actor: Actor; at: Date };

/** What may change of a place, as its columns. */
export type PlaceChange = {
  name?: string;
  street?: string | null;
  postcode?: string | null;
  town?: string | null;
  district_id?: string | null;
  municipal?: boolean;
  latitude?: number | null;
  longitude?: number | null;
  access_yes?: string[];
  access_no?: string[];
  access_note?: string | null;
};

/** What the form of identity writes, a found address first; without a chosen district, the one where the place stands. */
export async function identityChange(
  tx: Tx,
  typed: Identity,
  at?: { latitude: number | null; longitude: number | null },
): Promise<PlaceChange> {
  const { district, address, ...rest } = typed;
  return { ...rest, ...address, district_id: district || (await districtAt(tx, address ?? at)) };
}

/** The district where a point lies. */
export async function districtAt(
  tx: Tx,
  at?: { latitude: number | null; longitude: number | null },
): Promise<string | null> {
  if (!at || at.latitude === null || at.longitude === null) return null;
  const point = { latitude: at.latitude, longitude: at.longitude };
  return districtMeant(point, await districtShapes(tx)) ?? null;
}

/** Adds a place to the commune's list. Breaks `place_name_unique` when one has its name. */
export async function addPlace(
  tx: Tx,
  change: PlaceChange & { name: string },
  by: Act,
): Promise<string> {
  const { place_id } = await tx
    .insertInto("place")
    .values({ ...change, ...keysOf(change), name_key: placeKey(change.name) })
    .returning("place_id")
    .executeTakeFirstOrThrow();
  await trace(tx, place_id, "place.created", by, { name: [null, change.name] });
  return place_id;
}

/**
 * Changes a place; `revision` is the one its form was opened on. Someone else's change meanwhile is a conflict: nothing is
 * written. Breaks `place_name_unique` when another place has its name.
 */
export async function changePlace(
  tx: Tx,
  id: string,
  revision: number,
  change: PlaceChange,
  by: Act,
): Promise<"saved" | "unchanged" | "conflict" | undefined> {
  const old = await lockPlace(tx, id);
  if (!old) return undefined;
  const before = old as Record<string, unknown>;
  const changed = Object.entries(change).filter(
    ([key, value]) => JSON.stringify(before[key]) !== JSON.stringify(value),
  );
  if (!changed.length) return "unchanged";
  if (old.revision !== revision) return "conflict";
  await tx
    .updateTable("place")
    .set({ ...change, ...keysOf(change), revision: old.revision + 1 })
    .where("place_id", "=", id)
    .execute();
  const told = changed.map(([key, value]) => [key, [before[key] ?? null, value]]);
  await trace(tx, id, "place.edited", by, Object.fromEntries(told));
  return "saved";
}

/** What keeps a place in the list: whoever meets there, or does something there. */
export const inUse = {
  association_place_in_use: "used",
  activity_place_in_use: "used",
  activity_slot_place_in_use: "used",
  resource_place_place: "used",
} as const;

/** Takes a place out of the list. Breaks one of `inUse` while somebody uses it. */
export async function dropPlace(tx: Tx, id: string, by: Act): Promise<boolean> {
  const old = await lockPlace(tx, id);
  if (!old) return false;
  await removePlace(tx, id);
  await trace(tx, id, "place.removed", by, { name: [old.name, null] });
  return true;
}

const keysOf = (change: PlaceChange) => ({
  ...(change.name === undefined ? {} : { name_key: placeKey(change.name) }),
  ...(change.street === undefined ? {} : { street_key: placeKey(change.street ?? "") }),
});

const trace = (tx: Tx, id: string, action: string, by: Act, change: Record<string, unknown>) =>
  record(tx, { ...by, subject: { kind: "place", id }, action, change });
