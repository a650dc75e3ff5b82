/** A part of the commune seen in a square picture: its middle, and how many degrees of latitude its side holds. */
export type Window = { latitude: number; longitude: number; span: number };

/** Side of the picture in CSS pixels: fixed, so that a click says where, and narrow enough for a small phone. */
export const side = 280;

type Box = { west: number; south: number; east: number; north: number };

const narrowing = (latitude: number) => Math.cos((latitude * Math.PI) / 180);

/** The window that shows the whole of some points, with a margin. */
export function windowOver(
  points: readonly (readonly [lon: number, lat: number])[],
): Window | undefined {
  const [first] = points;
  if (!first) return undefined;
  const box: Box = { west: first[0], east: first[0], south: first[1], north: first[1] };
  for (const [lon, lat] of points) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  const latitude = (box.south + box.north) / 2;
  const across = (box.east - box.west) * narrowing(latitude);
  const span = Math.max(box.north - box.south, across, 0.001) * 1.1;
  return { latitude, longitude: (box.west + box.east) / 2, span };
}

/** Where a point falls in the picture, in pixels. */
export const pixelOf = (
  seen: Window,
  [lon, lat]: readonly [number, number],
): { x: number; y: number } => ({
  x: side / 2 + ((lon - seen.longitude) * narrowing(seen.latitude) * side) / seen.span,
  y: side / 2 - ((lat - seen.latitude) * side) / seen.span,
});

/** The point under a pixel, to a hundred-thousandth of a degree (about a metre). */
export const pointAt = (
  seen: Window,
  x: number,
  y: number,
): { latitude: number; longitude: number } => ({
  latitude: round(seen.latitude - ((y - side / 2) * seen.span) / side),
  longitude: round(
    seen.longitude + ((x - side / 2) * seen.span) / (side * narrowing(seen.latitude)),
  ),
});

const round = (degrees: number) => Math.round(degrees * 100_000) / 100_000;

/** A quarter of a picture is about 40 metres: nearer, a street no longer fits. */
const narrowest = 0.0015;
const closer = 2.5;

/** Nearer to a point. */
export const nearer = (seen: Window, at: { latitude: number; longitude: number }): Window => ({
  ...at,
  span: Math.max(seen.span / closer, narrowest),
});

/** Seen from farther, never more than the whole. */
export const wider = (seen: Window, whole: Window): Window =>
  seen.span * closer >= whole.span ? whole : { ...seen, span: seen.span * closer };

/** A third of a picture to one side. */
export function moved(seen: Window, to: "north" | "south" | "east" | "west"): Window {
  const step = seen.span / 3;
  const across = step / narrowing(seen.latitude);
  const north = { north: step, south: -step, east: 0, west: 0 }[to];
  const east = { north: 0, south: 0, east: across, west: -across }[to];
  return {
    ...seen,
    latitude: round(seen.latitude + north),
    longitude: round(seen.longitude + east),
  };
}

/** Reads a window from an address; undefined when it says none. */
export function readWindow(query: URLSearchParams): Window | undefined {
  const [latitude, longitude, span] = ["lat", "lon", "vue"].map((name) =>
    Number(query.get(name) ?? Number.NaN),
  );
  if (latitude === undefined || longitude === undefined || span === undefined) return undefined;
  if (![latitude, longitude, span].every(Number.isFinite)) return undefined;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || span <= 0 || span > 20)
    return undefined;
  return { latitude, longitude, span };
}

export const writeWindow = ({ latitude, longitude, span }: Window): string =>
  `lat=${latitude}&lon=${longitude}&vue=${Math.round(span * 1e6) / 1e6}`;
