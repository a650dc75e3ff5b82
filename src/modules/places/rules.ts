import type { PlaceFacts } from "./facts.ts";

/** A name or a street made comparable: lower-case ASCII words joined by one space. */
export const placeKey = (text: string): string =>
  text
    .replace(/[œŒ]/g, "oe")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\b(?:av|ave)\b\.?/g, "avenue")
    .replace(/\b(?:bd|bld|boul)\b\.?/g, "boulevard")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");

export type KnownPlace = {
  id: string;
  nameKey: string;
  streetKey: string;
  postcode: string | null;
  town: string | null;
};

/**
 * The place of the commune's list that a source speaks of: the same name, at an address that does not contradict it;
 * or the same address, when the source only names the place by its address.
 */
export function placeMeant(
  facts: PlaceFacts,
  known: readonly KnownPlace[],
): KnownPlace | undefined {
  const name = placeKey(facts.name);
  const street = placeKey(facts.street ?? "");
  const named = known.find(
    (one) =>
      (one.nameKey === name || one.nameKey === distinctKey(facts)) &&
      agree(one.streetKey, street) &&
      agree(one.postcode ?? "", facts.postcode ?? ""),
  );
  if (named || name !== street || street === "") return named;
  return known.find(
    (one) => one.streetKey === street && agree(one.postcode ?? "", facts.postcode ?? ""),
  );
}

/** Key of a place whose name is taken by another one elsewhere: the name with its address. */
export const distinctKey = (facts: PlaceFacts): string =>
  [facts.name, facts.street ?? "", facts.postcode ?? "", facts.town ?? ""]
    .map(placeKey)
    .filter((part) => part !== "")
    .join(" / ");

/** Two values agree when they are equal or when one says nothing. */
const agree = (one: string, other: string): boolean => one === "" || other === "" || one === other;

type Point = readonly [lon: number, lat: number];
type Shape = { rings: readonly (readonly Point[])[] };

/** Whether a point lies in a surface, holes excluded (even-odd rule). */
export function insideShape(shape: Shape, [lon, lat]: Point): boolean {
  let inside = false;
  for (const ring of shape.rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [x1 = 0, y1 = 0] = ring[i] ?? [];
      const [x2 = 0, y2 = 0] = ring[j] ?? [];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1)
        inside = !inside;
    }
  return inside;
}

export type DistrictShape = { id: string; name: string; slug: string; areas: readonly Shape[] };

/** The district a source means: by its name, else by where the place stands. */
export function districtMeant(
  facts: Pick<PlaceFacts, "district" | "latitude" | "longitude">,
  districts: readonly DistrictShape[],
): string | undefined {
  const name = placeKey(facts.district ?? "");
  const named = name && districts.find((one) => placeKey(one.name) === name);
  if (named) return named.id;
  const { latitude, longitude } = facts;
  if (latitude === undefined || longitude === undefined) return undefined;
  return districts.find((one) => one.areas.some((area) => insideShape(area, [longitude, latitude])))
    ?.id;
}

/** A coordinate as people type it, with a comma or a point; undefined when it is not one. */
export function readDegrees(typed: string, most: 90 | 180): number | undefined {
  const text = typed.replace(",", ".").replace(/[°\s]/g, "");
  if (!/^[+-]?\d{1,3}(\.\d+)?$/.test(text)) return undefined;
  const degrees = Number(text);
  return Math.abs(degrees) <= most ? degrees : undefined;
}
