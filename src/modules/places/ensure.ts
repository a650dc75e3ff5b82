import { randomUUID } from "node:crypto";
import type { Tx } from "../../platform/db/database.ts";
import type { PlaceFacts } from "./facts.ts";
import { districtShapes } from "./queries.ts";
import {
  distinctKey,
  districtMeant,
  placeKey,
  placeMeant,
  type DistrictShape,
  type KnownPlace,
} from "./rules.ts";

/** The place a source speaks of, found in the commune's list or added to it; gives its id. */
export async function ensurePlace(tx: Tx, facts: PlaceFacts): Promise<string> {
  const [id] = await ensurePlaces(tx, [facts]);
  return id ?? "";
}

/** The same for many, in a few round trips; ids come in the order of the places given. */
export async function ensurePlaces(tx: Tx, wanted: readonly PlaceFacts[]): Promise<string[]> {
  if (!wanted.length) return [];
  const book = openBook(await knownPlaces(tx), await districtShapes(tx));
  const ids = wanted.map(book.find);
  const elsewhere = new Map<string, string>();
  for (let from = 0; from < book.added.length; from += 1000)
    for (const [mine, theirs] of await insertPlaces(tx, book.added.slice(from, from + 1000)))
      elsewhere.set(mine, theirs);
  return ids.map((id) => elsewhere.get(id) ?? id);
}

/** Adds places; one added meanwhile by another transaction is that one: gives its id for ours. */
async function insertPlaces(tx: Tx, rows: readonly NewPlaceRow[]): Promise<Map<string, string>> {
  const kept = await tx
    .insertInto("place")
    .values(rows)
    .onConflict((conflict) => conflict.constraint("place_name_unique").doNothing())
    .returning("place_id")
    .execute();
  if (kept.length === rows.length) return new Map();
  const written = new Set(kept.map((row) => row.place_id));
  const lost = rows.filter((row) => !written.has(row.place_id));
  const theirs = await tx
    .selectFrom("place")
    .select(["place_id", "name_key"])
    .where(
      "name_key",
      "in",
      lost.map((row) => row.name_key),
    )
    .execute();
  const idOf = new Map(theirs.map((row) => [row.name_key, row.place_id]));
  return new Map(lost.map((row) => [row.place_id, idOf.get(row.name_key) ?? row.place_id]));
}

async function knownPlaces(tx: Tx): Promise<KnownPlace[]> {
  const rows = await tx
    .selectFrom("place")
    .select(["place_id", "name_key", "street_key", "postcode", "town"])
    .execute();
  return rows.map((row) => ({
    id: row.place_id,
    nameKey: row.name_key,
    streetKey: row.street_key,
    postcode: row.postcode,
    town: row.town,
  }));
}

/** Places already known, by key, and those that must be added. */
function openBook(known: readonly KnownPlace[], districts: readonly DistrictShape[]) {
  const byKey = new Map<string, KnownPlace[]>();
  const keep = (one: KnownPlace): void => {
    for (const key of new Set([one.nameKey, one.streetKey]))
      if (key) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  };
  known.forEach(keep);
  const added: NewPlaceRow[] = [];
  return {
    added,
    find: (facts: PlaceFacts): string => {
      const near = [placeKey(facts.name), distinctKey(facts)].flatMap(
        (key) => byKey.get(key) ?? [],
      );
      const meant = placeMeant(facts, near);
      if (meant) return meant.id;
      const name = placeKey(facts.name);
      const taken = byKey.get(name)?.some((one) => one.nameKey === name) ?? false;
      const row = newPlaceRow(facts, taken ? distinctKey(facts) : name, districts);
      const { place_id: id, postcode, town } = row;
      keep({ id, nameKey: row.name_key, streetKey: row.street_key, postcode, town });
      added.push(row);
      return id;
    },
  };
}

type NewPlaceRow = ReturnType<typeof newPlaceRow>;
const newPlaceRow = (facts: PlaceFacts, nameKey: string, districts: readonly DistrictShape[]) => ({
  place_id: randomUUID() as string,
  name: facts.name.slice(0, 160),
  name_key: nameKey,
  street: facts.street ?? null,
  street_key: placeKey(facts.street ?? ""),
  complement: facts.complement ?? null,
  postcode: facts.postcode ?? null,
  town: facts.town ?? null,
  insee: facts.insee ?? null,
  latitude: facts.latitude ?? null,
  longitude: facts.longitude ?? null,
  district_id: districtMeant(facts, districts) ?? null,
});
