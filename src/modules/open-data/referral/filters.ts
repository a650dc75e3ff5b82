import type { Location, Schedule, Service, ServiceAtLocation } from "./shapes.ts";

/** What a harvester may narrow lists with, read and checked. */
export type Wanted = {
  search: string | undefined;
  taxonomyTermId: string | undefined;
  taxonomyId: string | undefined;
  organizationId: string | undefined;
  minimumAge: number | undefined;
  maximumAge: number | undefined;
  startTime: string | undefined;
  endTime: string | undefined;
  day: string | undefined;
  modifiedAfter: string | undefined;
  postcode: string | undefined;
  proximity: number | undefined;
};

/** Services that answer: each condition holds, and day and hours hold of one same schedule. */
export const servicesWanted = (
  services: readonly Service[],
  wanted: Wanted,
  fold: (text: string) => string,
): Service[] => {
  const words = fold(wanted.search ?? "")
    .split(" ")
    .filter(Boolean);
  return services.filter(
    (service) =>
      sayWords(service, words, fold) &&
      ofTerm(service, wanted) &&
      (wanted.organizationId === undefined || service.organization_id === wanted.organizationId) &&
      atLeast(service.minimum_age, wanted.minimumAge) &&
      atMost(service.maximum_age, wanted.maximumAge) &&
      atTime(service.schedules ?? [], wanted) &&
      (wanted.modifiedAfter === undefined || (service.last_modified ?? "") > wanted.modifiedAfter),
  );
};

/** Places of services near a postcode: within some metres of the middle of the places that have it, or in it. */
export function placesWanted(
  lines: readonly ServiceAtLocation[],
  { postcode, proximity }: Pick<Wanted, "postcode" | "proximity">,
): readonly ServiceAtLocation[] {
  if (postcode === undefined) return lines;
  const inside = lines.filter(({ location }) =>
    location.addresses?.some((one) => one.postal_code === postcode),
  );
  if (proximity === undefined) return inside;
  const located = inside.flatMap(({ location }) => pointOf(location));
  if (!located.length) return inside;
  const middle = {
    lat: located.reduce((sum, one) => sum + one.lat, 0) / located.length,
    lon: located.reduce((sum, one) => sum + one.lon, 0) / located.length,
  };
  return lines.filter(({ location }) =>
    pointOf(location).some((point) => metresBetween(point, middle) <= proximity),
  );
}

type Point = { lat: number; lon: number };
const pointOf = ({ latitude, longitude }: Location): Point[] =>
  latitude === undefined || longitude === undefined ? [] : [{ lat: latitude, lon: longitude }];

/** On the sphere, by the haversine formula; metres. */
export function metresBetween(one: Point, other: Point): number {
  const rad = Math.PI / 180;
  const [dLat, dLon] = [(other.lat - one.lat) * rad, (other.lon - one.lon) * rad];
  const a =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(one.lat * rad) * Math.cos(other.lat * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(a));
}

function sayWords(service: Service, words: readonly string[], fold: (text: string) => string) {
  if (!words.length) return true;
  const terms = service.attributes?.map((one) => one.taxonomy_term.name) ?? [];
  const text = fold(
    [service.name, service.description, service.organization?.name, ...terms].join(" "),
  );
  return words.every((word) => text.includes(word));
}

const ofTerm = ({ attributes = [] }: Service, { taxonomyTermId, taxonomyId }: Wanted): boolean =>
  (taxonomyTermId === undefined ||
    attributes.some((one) => one.taxonomy_term_id === taxonomyTermId)) &&
  (taxonomyId === undefined ||
    attributes.some((one) => one.taxonomy_term.taxonomy_detail.id === taxonomyId));

const atLeast = (value: number | undefined, wanted: number | undefined): boolean =>
  wanted === undefined || (value !== undefined && value >= wanted);
const atMost = (value: number | undefined, wanted: number | undefined): boolean =>
  wanted === undefined || (value !== undefined && value <= wanted);

const atTime = (schedules: readonly Schedule[], { startTime, endTime, day }: Wanted): boolean =>
  (startTime === undefined && endTime === undefined && day === undefined) ||
  schedules.some(
    ({ opens_at, closes_at, byday }) =>
      (startTime === undefined || (opens_at !== undefined && opens_at >= startTime)) &&
      (endTime === undefined || (closes_at !== undefined && closes_at <= endTime)) &&
      (day === undefined || (byday?.split(",").some((one) => one.endsWith(day)) ?? false)),
  );
