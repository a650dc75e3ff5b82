import type { Area } from "../../ui/index.ts";
import { pixelOf, side, type Window } from "./click-map.ts";

export type MapContent = {
  outline: readonly Area[];
  districts: readonly Area[];
  /** Other places of the commune, to find one's way. */
  places: readonly { name: string; latitude: number; longitude: number }[];
  /** The point chosen. */
  chosen: { latitude: number; longitude: number } | undefined;
};

/** The map as an SVG picture of fixed size: an `<input type="image">` posts where it is clicked. */
export function mapPicture(seen: Window, content: MapContent): string {
  const path = (area: Area) =>
    area.rings
      .map((ring) => {
        const points = ring.map((point) => {
          const { x, y } = pixelOf(seen, point);
          return `${round(x)} ${round(y)}`;
        });
        return points.length ? `M${points.join("L")}Z` : "";
      })
      .join("");
  const parts = [
    `<rect width="${side}" height="${side}" fill="#e9eef0"/>`,
    ...content.outline.map(
      (area) => `<path d="${path(area)}" fill="#fffdf8" stroke="#575248" stroke-width="2"/>`,
    ),
    ...content.districts.map(
      (area) =>
        `<path d="${path(area)}" fill="none" stroke="#14495a" stroke-width="1" stroke-dasharray="4 4"/>`,
    ),
    ...content.districts.map((area) => label(seen, middle(area), area.name)),
    ...content.places.map((place) => dot(seen, place)),
    ...(content.chosen ? [cross(seen, content.chosen)] : []),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}">${parts.join("")}</svg>`;
}

const middle = (area: Area): readonly [number, number] => {
  const points = area.rings.flat();
  const sum = points.reduce(([a, b], [lon, lat]) => [a + lon, b + lat] as [number, number], [0, 0]);
  return [sum[0] / (points.length || 1), sum[1] / (points.length || 1)];
};

function label(seen: Window, at: readonly [number, number], words: string): string {
  const { x, y } = pixelOf(seen, at);
  return `<text x="${round(x)}" y="${round(y)}" font-family="sans-serif" font-size="11" fill="#3d3a34" text-anchor="middle">${escaped(words)}</text>`;
}

function dot(seen: Window, place: MapContent["places"][number]): string {
  const { x, y } = pixelOf(seen, [place.longitude, place.latitude]);
  if (x < 0 || y < 0 || x > side || y > side) return "";
  // Names only when near enough to read them apart.
  const name =
    seen.span < 0.012
      ? `<text x="${round(x + 6)}" y="${round(y + 4)}" font-family="sans-serif" font-size="10" fill="#3d3a34">${escaped(place.name)}</text>`
      : "";
  return `<circle cx="${round(x)}" cy="${round(y)}" r="3" fill="#14495a"/>${name}`;
}

function cross(seen: Window, at: { latitude: number; longitude: number }): string {
  const { x, y } = pixelOf(seen, [at.longitude, at.latitude]);
  const [left, top] = [round(x), round(y)];
  return `<circle cx="${left}" cy="${top}" r="9" fill="none" stroke="#b3261e" stroke-width="3"/><path d="M${left} ${top - 14}v28M${left - 14} ${top}h28" stroke="#b3261e" stroke-width="2"/>`;
}

const round = (value: number) => Math.round(value * 10) / 10;

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
