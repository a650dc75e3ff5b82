import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Shape, Surface } from "./geojson.ts";
import { districtSlug } from "./rules.ts";

export type District = {
  id: string;
  name: string;
  slug: string;
  /** GeoJSON geometry, or null when it was never drawn. */
  shape: unknown;
  places: number;
};

/** The districts of the commune, in the order it chose. */
export async function districtsInOrder(tx: Tx): Promise<District[]> {
  const rows = await tx
    .selectFrom("district")
    .leftJoin("place", "place.district_id", "district.district_id")
    .select(["district.district_id as id", "district.name", "slug", "shape"])
    .select((eb) => eb.fn.count<number>("place.place_id").as("places"))
    .groupBy(["district.commune_id", "district.district_id"])
    .orderBy("position")
    .orderBy("district.name")
    .execute();
  return rows.map((row) => ({ ...row, places: Number(row.places) }));
}

export async function countDistricts(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom("district")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function outlineOf(tx: Tx): Promise<unknown> {
  return (await tx.selectFrom("commune").select("outline").executeTakeFirstOrThrow()).outline;
}

/** Adds a district at the end; gives its identifier. */
export async function addDistrict(tx: Tx, name: string, shape?: Surface): Promise<string> {
  const { district_id } = await tx
    .insertInto("district")
    .values({
      name,
      slug: districtSlug(name),
      position: sql<number>`(select coalesce(max(position), 0) + 1 from district)`,
      shape: shape ? JSON.stringify(shape) : null,
    })
    .returning("district_id")
    .executeTakeFirstOrThrow();
  return district_id;
}

/** Renames a district; its slug follows. */
export const renameDistrict = (tx: Tx, id: string, name: string) =>
  tx
    .updateTable("district")
    .set({ name, slug: districtSlug(name) })
    .where("district_id", "=", id)
    .execute();

/** Writes the order of all districts, first is 1. */
export async function orderDistricts(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries())
    await tx
      .updateTable("district")
      .set({ position: at + 1 })
      .where("district_id", "=", id)
      .execute();
}

/** Removes a district; the database refuses (`place_district_in_use`) while a place stands in it. */
export const removeDistrict = (tx: Tx, id: string) =>
  tx.deleteFrom("district").where("district_id", "=", id).execute();

export const saveOutline = (tx: Tx, outline: Surface) =>
  tx
    .updateTable("commune")
    .set({ outline: JSON.stringify(outline) })
    .where("commune_id", "=", sql<number>`current_commune()`)
    .execute();

/** Gives shapes to districts of the same name, and adds those unknown; says which. */
export async function drawDistricts(
  tx: Tx,
  shapes: readonly Shape[],
): Promise<{ drawn: string[]; added: string[] }> {
  const drawn: string[] = [];
  const added: string[] = [];
  for (const { name, surface } of shapes) {
    const { numUpdatedRows } = await tx
      .updateTable("district")
      .set({ shape: JSON.stringify(surface) })
      .where("slug", "=", districtSlug(name))
      .executeTakeFirstOrThrow();
    if (numUpdatedRows) drawn.push(name);
    else {
      await addDistrict(tx, name, surface);
      added.push(name);
    }
  }
  return { drawn, added };
}
