/** Longitude then latitude, in degrees, as GeoJSON writes them. */
export type LonLat = readonly [lon: number, lat: number];

/** A named surface: its rings, holes included. */
export type Area = { name: string; rings: readonly (readonly LonLat[])[] };

/** Where degrees fall in the drawing: a width of 1000 units and the height that keeps the shapes true. */
export type Projection = {
  width: number;
  height: number;
  point: (place: LonLat) => { x: number; y: number };
};

const width = 1000;
const margin = 24;

/**
 * Equirectangular projection with the cosine of the middle latitude: exact enough for a commune (under 0.1 % over 20 km).
 * Source: https://en.wikipedia.org/wiki/Equirectangular_projection
 */
export function projectionOf(places: readonly LonLat[]): Projection {
  const [west, east] = rangeOf(places.map(([lon]) => lon));
  const [south, north] = rangeOf(places.map(([, lat]) => lat));
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const across = Math.max((east - west) * narrowing, 1e-6);
  const up = Math.max(north - south, across / 4, 1e-6);
  const shrink = (width - 2 * margin) / Math.max(across, up / 1.2);
  const left = (width - across * shrink) / 2;
  return {
    width,
    height: Math.round(up * shrink + 2 * margin),
    point: ([lon, lat]) => ({
      x: left + (lon - west) * narrowing * shrink,
      y: margin + (north - lat) * shrink,
    }),
  };
}

/** The `d` of a path drawing an area, rounded to a tenth of a unit. */
export function pathOf(area: Area, projection: Projection): string {
  return area.rings
    .map((ring) => {
      const points = ring.map((place) => {
        const { x, y } = projection.point(place);
        return `${round(x)} ${round(y)}`;
      });
      return `M${points.join("L")}Z`;
    })
    .join("");
}

/** Middle of an area's outer ring, weighted by surface: where its name is written. */
export function middleOf(area: Area): LonLat {
  const ring = area.rings[0] ?? [];
  let [surface, x, y] = [0, 0, 0];
  ring.forEach(([lon, lat], at) => {
    const [nextLon, nextLat] = ring[(at + 1) % ring.length] ?? [lon, lat];
    const cross = lon * nextLat - nextLon * lat;
    surface += cross;
    x += (lon + nextLon) * cross;
    y += (lat + nextLat) * cross;
  });
  if (Math.abs(surface) < 1e-12) return ring[0] ?? [0, 0];
  return [x / (3 * surface), y / (3 * surface)];
}

/** Reads the polygons of any GeoJSON value; a feature's name is its `name` or `nom`. What is not a surface is left out. */
export function areasOf(geojson: unknown): Area[] {
  if (!isRecord(geojson)) return [];
  if (Array.isArray(geojson["features"])) return geojson["features"].flatMap(areasOf);
  if (isRecord(geojson["geometry"])) {
    const properties = isRecord(geojson["properties"]) ? geojson["properties"] : {};
    const name = String(properties["name"] ?? properties["nom"] ?? "");
    return areasOf(geojson["geometry"]).map((area) => ({ ...area, name }));
  }
  const coordinates = geojson["coordinates"];
  if (geojson["type"] === "Polygon") return [{ name: "", rings: ringsOf(coordinates) }];
  if (geojson["type"] === "MultiPolygon" && Array.isArray(coordinates))
    return [{ name: "", rings: coordinates.flatMap(ringsOf) }];
  return [];
}

function ringsOf(polygon: unknown): LonLat[][] {
  if (!Array.isArray(polygon)) return [];
  return polygon.filter(Array.isArray).map((ring) =>
    ring.flatMap((place: unknown): LonLat[] => {
      if (!Array.isArray(place)) return [];
      const [lon, lat] = place as unknown[];
      return typeof lon === "number" && typeof lat === "number" ? [[lon, lat]] : [];
    }),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const rangeOf = (values: readonly number[]): [number, number] =>
  values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [values[0] ?? 0, values[0] ?? 0],
  );

const round = (value: number) => Math.round(value * 10) / 10;
