import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Situation, Venue } from "./fields.ts";
import type { Write } from "./write.ts";

/** Names of the places of some associations and of some others, by id. */
export async function placeNames(
  tx: Tx,
  situations: readonly Situation[],
  more: readonly string[] = [],
): Promise<Map<string, string>> {
  const ids = [
    ...new Set([...situations.flatMap((one) => one.venues.map((v) => v.placeId)), ...more]),
  ];
  if (!ids.length) return new Map();
  const rows = await tx
    .selectFrom("place")
    .select(["place_id", "name"])
    .where("place_id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.place_id, row.name]));
}

/** The write of a new list of places, with the names the history will show. */
export function venuesWrite(
  old: readonly Venue[],
  list: readonly Venue[],
  names: ReadonlyMap<string, string>,
): NonNullable<Write["venues"]> {
  const trace = (venues: readonly Venue[]) =>
    venues.map(({ placeId, detail }) => ({ id: placeId, name: names.get(placeId) ?? "", detail }));
  return { list, trace: [trace(old), trace(list)] };
}
