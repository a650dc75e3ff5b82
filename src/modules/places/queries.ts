import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { areasOf, type Area } from "../../ui/index.ts";
import type { DistrictShape } from "./rules.ts";

export type PlaceLine = {
  id: string;
  name: string;
  address: string;
  district: string | null;
  located: boolean;
  /** Associations that meet there. */
  uses: number;
};

/** The districts of the commune, in its own order, with their shapes. */
export async function districtShapes(tx: Tx): Promise<DistrictShape[]> {
  const rows = await tx
    .selectFrom("district")
    .select(["district_id", "name", "slug", "shape"])
    .orderBy("position")
    .orderBy("name")
    .execute();
  return rows.map((row) => ({
    id: row.district_id,
    name: row.name,
    slug: row.slug,
    areas: areasOf(row.shape),
  }));
}

/** The districts as surfaces with their names. */
export async function districtAreas(tx: Tx): Promise<Area[]> {
  const rows = await tx.selectFrom("district").select(["name", "shape"]).execute();
  return rows.flatMap((row) => areasOf(row.shape).map((area) => ({ ...area, name: row.name })));
}

/** Places that are on the map. */
export async function locatedPlaces(tx: Tx) {
  const rows = await tx.selectFrom("place").select(["name", "latitude", "longitude"]).execute();
  return rows.flatMap(({ name, latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ name, latitude, longitude }],
  );
}

/** The outline of the commune, as GeoJSON, when it has one. */
export async function outlineOf(tx: Tx): Promise<unknown> {
  const row = await tx.selectFrom("commune").select("outline").executeTakeFirst();
  return row?.outline;
}

/** Places of the commune whose key contains the words searched, by name. */
export async function placeLines(tx: Tx, key = "", limit = 500): Promise<PlaceLine[]> {
  const rows = await tx
    .selectFrom("place")
    .leftJoin("district", "district.district_id", "place.district_id")
    .select([
      "place.place_id",
      "place.name",
      "street",
      "postcode",
      "town",
      "district.name as district",
      "latitude",
    ])
    .select(
      sql<number>`(select count(*) from place_uses() u where u.place_id = place.place_id)`.as(
        "uses",
      ),
    )
    .where(sql<boolean>`position(${key} in name_key || ' ' || street_key) > 0`)
    .orderBy("name_key")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.place_id,
    name: row.name,
    address: addressLine(row),
    district: row.district,
    located: row.latitude !== null,
    uses: Number(row.uses),
  }));
}

/** `4 rue des Tisserands, 49000 Valbrume` */
export const addressLine = (row: {
  street: string | null;
  postcode: string | null;
  town: string | null;
}): string =>
  [row.street, [row.postcode, row.town].filter(Boolean).join(" ")].filter(Boolean).join(", ");

export type Place = NonNullable<Awaited<ReturnType<typeof placeById>>>;

export async function placeById(tx: Tx, id: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  return tx
    .selectFrom("place")
    .leftJoin("district", "district.district_id", "place.district_id")
    .selectAll("place")
    .select("district.name as district")
    .where("place_id", "=", id)
    .executeTakeFirst();
}

/** Keeps a place as it is while it is being changed. */
export const lockPlace = (tx: Tx, id: string) =>
  tx.selectFrom("place").selectAll().where("place_id", "=", id).forUpdate().executeTakeFirst();

export const removePlace = (tx: Tx, id: string) =>
  tx.deleteFrom("place").where("place_id", "=", id).execute();

/** Associations that meet at a place, or do something there. */
export async function usersOfPlace(tx: Tx, id: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select a.association_id as id, a.name from place_uses() u join association a on a.association_id = u.association_id
    where u.place_id = ${id} order by a.name_sort limit 50`.execute(tx);
  return rows;
}
