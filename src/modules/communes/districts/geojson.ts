/** Reads a GeoJSON file somebody sends: surfaces with names, or why not. Pure. */
import { districtSlug } from "./rules.ts";

export type Position = [lon: number, lat: number];
export type Surface = { type: "MultiPolygon"; coordinates: Position[][][] };
export type Shape = { name: string; surface: Surface };

export type ShapesRefusal =
  "not_json" | "not_geojson" | "no_surface" | "not_degrees" | "too_many" | "too_detailed";
export type NamesRefusal = "unnamed" | "same_names";

const mostShapes = 200;
const mostPoints = 40_000;

/** Names of a property that holds the name of a district, in the order they are tried; compared without case. */
const nameProperties = [
  "name",
  "nom",
  "libelle",
  "libellé",
  "label",
  "nom_quartier",
  "quartier",
  "nom_du_quartier",
  "l_qu",
  "title",
];

/** The surfaces of a file, each with the name its feature gives, `""` without one. */
export function readShapes(text: string): { shapes: Shape[] } | { refused: ShapesRefusal } {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { refused: "not_json" };
  }
  const features = featuresOf(file);
  if (!features) return { refused: "not_geojson" };
  const named = nameReader(features);
  const shapes = features.flatMap((feature): Shape[] => {
    const coordinates = polygonsOf(feature.geometry);
    return coordinates.length
      ? [{ name: named(feature), surface: { type: "MultiPolygon", coordinates } }]
      : [];
  });
  if (!shapes.length) return { refused: "no_surface" };
  if (shapes.length > mostShapes) return { refused: "too_many" };
  const points = shapes.flatMap(({ surface }) => surface.coordinates.flat(2));
  if (points.length > mostPoints) return { refused: "too_detailed" };
  if (points.some(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90))
    return { refused: "not_degrees" };
  return { shapes };
}

/** Whether the shapes can be districts: each has a name of its own. */
export function districtNamesRefusal(shapes: readonly Shape[]): NamesRefusal | undefined {
  const slugs = shapes.map(({ name }) => districtSlug(name));
  if (slugs.includes("")) return "unnamed";
  return new Set(slugs).size < slugs.length ? "same_names" : undefined;
}

/** All surfaces as one: the outline of the commune. */
export const joined = (shapes: readonly Shape[]): Surface => ({
  type: "MultiPolygon",
  coordinates: shapes.flatMap(({ surface }) => surface.coordinates),
});

type Feature = { geometry: unknown; properties: Record<string, unknown> };

/** The features of a collection, a lone feature, or a bare geometry; undefined when it is none of them. */
function featuresOf(file: unknown): Feature[] | undefined {
  if (!isRecord(file)) return undefined;
  if (file["type"] === "FeatureCollection")
    return Array.isArray(file["features"])
      ? file["features"].flatMap((f) => featuresOf(f) ?? [])
      : undefined;
  if (file["type"] === "Feature") {
    const properties = isRecord(file["properties"]) ? file["properties"] : {};
    return [{ geometry: file["geometry"], properties }];
  }
  return "coordinates" in file || file["type"] === "GeometryCollection"
    ? [{ geometry: file, properties: {} }]
    : undefined;
}

/** How these features are named: by a usual property, else by the first text that differs in each of them. */
function nameReader(features: readonly Feature[]): (feature: Feature) => string {
  const keys = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const usual = nameProperties
    .map((wanted) => keys.find((key) => key.toLowerCase() === wanted))
    .find((key) => key !== undefined && features.every((feature) => textAt(feature, key)));
  const own = keys.find((key) => {
    const texts = features.map((feature) => textAt(feature, key));
    return texts.every(Boolean) && new Set(texts).size === features.length;
  });
  const key = usual ?? own;
  return (feature) => (key === undefined ? "" : textAt(feature, key).slice(0, 80));
}

function textAt({ properties }: Feature, key: string): string {
  const value = properties[key];
  return typeof value === "string" && /\p{L}/u.test(value) ? value.replace(/\s+/g, " ").trim() : "";
}

function polygonsOf(geometry: unknown): Position[][][] {
  if (!isRecord(geometry)) return [];
  const { type, coordinates } = geometry;
  if (type === "Polygon") return polygon(coordinates);
  if (type === "MultiPolygon" && Array.isArray(coordinates)) return coordinates.flatMap(polygon);
  if (type === "GeometryCollection" && Array.isArray(geometry["geometries"]))
    return geometry["geometries"].flatMap(polygonsOf);
  return [];
}

/** A polygon whose outer ring holds; holes that do not hold are left out. */
function polygon(coordinates: unknown): Position[][][] {
  if (!Array.isArray(coordinates)) return [];
  const [outer, ...holes] = coordinates.map(ring);
  return outer ? [[outer, ...holes.filter((hole) => hole !== undefined)]] : [];
}

/** A closed ring of at least three different points, to five decimals (about a metre). */
function ring(positions: unknown): Position[] | undefined {
  if (!Array.isArray(positions)) return undefined;
  const points: Position[] = [];
  for (const position of positions) {
    if (!Array.isArray(position)) return undefined;
    const [lon, lat] = position as unknown[];
    if (!isNumber(lon) || !isNumber(lat)) return undefined;
    const last = points.at(-1);
    const point: Position = [rounded(lon), rounded(lat)];
    if (last?.[0] !== point[0] || last?.[1] !== point[1]) points.push(point);
  }
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return undefined;
  if (first[0] !== last[0] || first[1] !== last[1]) points.push([first[0], first[1]]);
  return points.length >= 4 ? points : undefined;
}

const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
const isNumber = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
