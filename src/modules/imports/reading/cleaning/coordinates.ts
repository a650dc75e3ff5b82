import { cleanText } from "./text.ts";

export type Point = { latitude: number; longitude: number };

/** A point from two cells, put back in order when a file of France swapped them; silent when out of range. */
export function cleanPoint(
  latitude: string | undefined,
  longitude: string | undefined,
): Point | undefined {
  const [first, second] = [degrees(latitude), degrees(longitude)];
  if (first === undefined || second === undefined || (first === 0 && second === 0))
    return undefined;
  if (inFrance(first, second)) return { latitude: first, longitude: second };
  if (inFrance(second, first)) return { latitude: second, longitude: first };
  return undefined;
}

/** A point written in one cell: `43.6, 1.44`, `43,6;1,44`, `POINT(1.44 43.6)`. */
export function cleanPointInOne(cell: string | undefined): Point | undefined {
  const text = cleanText(cell);
  const point = /-?\d{1,3}[.]\d+|-?\d{1,3},\d+(?=\s*[;\s]|$)|-?\d{1,3}(?![.\d])/g;
  const [first, second] = text?.match(point) ?? [];
  return cleanPoint(first, second);
}

/** Six decimals are ten centimetres; more is noise of a spreadsheet. */
function degrees(cell: string | undefined): number | undefined {
  const text = cleanText(cell)?.replace(",", ".");
  if (text === undefined || !/^-?\d{1,3}(?:\.\d+)?$/.test(text)) return undefined;
  return Math.round(Number(text) * 1e6) / 1e6;
}

/** Boxes of latitude and longitude holding metropolitan France and each overseas territory. */
const boxes: readonly (readonly [number, number, number, number])[] = [
  [41, 51.6, -5.6, 10],
  [14, 18.5, -63.5, -60.5],
  [2, 6, -55, -51],
  [-22, -12, 44.5, 56.5],
  [46, 47.5, -57, -55.5],
  [-24, -7, 155, 180],
  [-29, -7, -180, -133],
];

function inFrance(latitude: number, longitude: number): boolean {
  return boxes.some(
    ([south, north, west, east]) =>
      latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  );
}
