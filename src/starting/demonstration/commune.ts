import type { Tx } from "../../platform/db/database.ts";
import { accessFeatures } from "../../modules/associations/index.ts";
import { commune, districts } from "../../../db/demo/commune.ts";
import districtShapes from "../../../db/demo/districts.json" with { type: "json" };
import outline from "../../../db/demo/outline.json" with { type: "json" };
import { places, type PlaceSlug } from "../../../db/demo/places.ts";
import type { DemoPlace, DistrictSlug } from "../../../db/demo/types.ts";

/** Identifiers of what was written, by the name the demonstration gives it. */
export type DistrictIds = ReadonlyMap<DistrictSlug, string>;
export type PlaceIds = ReadonlyMap<PlaceSlug, string>;

export async function writeSettings(tx: Tx, communeId: number, today: string): Promise<void> {
  await tx
    .updateTable("commune")
    .set({
      site_name: commune.siteName,
      color_primary: commune.theme.primary,
      color_accent: commune.theme.accent,
      phone: commune.phone,
      email: commune.email,
      address: commune.address,
      hours: commune.hours,
      sender_name: commune.sender.name,
      sender_email: commune.sender.email,
      languages: [...commune.languages],
      legal: JSON.stringify(commune.legal),
      outline: JSON.stringify(outline),
      directory_published_on: today,
      rules_published_on: today,
    })
    .where("commune_id", "=", communeId)
    .execute();
}

export async function writeDistricts(tx: Tx): Promise<DistrictIds> {
  const shapes = new Map(districtShapes.features.map((one) => [one.properties.slug, one.geometry]));
  const rows = await tx
    .insertInto("district")
    .values(
      districts.map(({ slug, name }, position) => ({
        name,
        slug,
        position,
        shape: JSON.stringify(shapes.get(slug) ?? null),
      })),
    )
    .returning(["slug", "district_id"])
    .execute();
  return new Map(rows.map((row) => [row.slug as DistrictSlug, row.district_id]));
}

export async function writePlaces(tx: Tx, ids: DistrictIds): Promise<PlaceIds> {
  const all: readonly DemoPlace[] = places;
  const rows = await tx
    .insertInto("place")
    .values(
      all.map((place) => ({
        name: place.name,
        name_key: place.slug,
        street: place.street,
        postcode: commune.postcode,
        town: commune.name,
        insee: commune.insee,
        latitude: place.latitude,
        longitude: place.longitude,
        district_id: ids.get(place.district) ?? null,
        access_yes: accessFeatures.filter((feature) => place.access[feature] === true),
        access_no: accessFeatures.filter((feature) => place.access[feature] === false),
        municipal: true,
      })),
    )
    .returning(["place_id", "name_key"])
    .execute();
  const found = new Map(rows.map((row) => [row.name_key as PlaceSlug, row.place_id]));
  return found;
}
