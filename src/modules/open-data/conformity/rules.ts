/** What was checked of a commune's own data, and what was wrong: places and rules, never values. */
export type Finding = {
  id: CheckId;
  /** Things looked at. */
  looked: number;
  wrong: number;
  /** The first faults, in short. */
  faults: string[];
};

export const checkIds = [
  "associations",
  "activites",
  "geojson",
  "referral",
  "active",
  "agenda",
  "news",
  "catalogue",
] as const;
export type CheckId = (typeof checkIds)[number];

const faultsKept = 5;

export const finding = (id: CheckId, looked: number, faults: readonly string[]): Finding => ({
  id,
  looked,
  wrong: faults.length,
  faults: faults.slice(0, faultsKept),
});

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Features whose geometry is not one, or stands outside the Earth (RFC 7946). */
export function geoJsonFaults(collection: unknown): string[] {
  if (!isObject(collection) || collection["type"] !== "FeatureCollection") return ["type"];
  return listOf(collection["features"]).flatMap((feature, at) => {
    if (!isObject(feature) || feature["type"] !== "Feature" || !isObject(feature["properties"]))
      return [`feature ${at + 1}`];
    const { geometry } = feature;
    if (geometry === null) return [];
    if (!isObject(geometry)) return [`feature ${at + 1}: geometry`];
    const points =
      geometry["type"] === "Point" ? [geometry["coordinates"]] : listOf(geometry["coordinates"]);
    return points.every(isPosition) ? [] : [`feature ${at + 1}: coordinates`];
  });
}

const isPosition = (point: unknown): boolean => {
  const [lon, lat] = listOf(point);
  return (
    typeof lon === "number" &&
    typeof lat === "number" &&
    Math.abs(lon) <= 180 &&
    Math.abs(lat) <= 90
  );
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const wanted: Record<string, readonly string[]> = {
  organizations: ["id", "name", "description"],
  services: ["id", "name", "status", "organization_id"],
  service_at_locations: ["id", "service_id", "location_id"],
};
const statuses = ["active", "inactive", "defunct", "temporarily closed"];

/** Things of Open Referral without what the standard asks for, or that name one that is not there. */
export function referralFaults(lists: Readonly<Record<string, readonly Json[]>>): string[] {
  const known = new Set((lists["organizations"] ?? []).map((one) => one["id"]));
  return Object.entries(lists).flatMap(([list, things]) => {
    const seen = new Set<unknown>();
    return things.flatMap((thing, at) => {
      const where = `${list} ${at + 1}`;
      const missing = (wanted[list] ?? []).filter(
        (field) => typeof thing[field] !== "string" || !thing[field],
      );
      const twice = seen.has(thing["id"]);
      seen.add(thing["id"]);
      return [
        ...missing.map((field) => `${where}: ${field}`),
        ...(uuid.test(String(thing["id"])) && !twice ? [] : [`${where}: id`]),
        ...(list === "services" && !statuses.includes(String(thing["status"]))
          ? [`${where}: status`]
          : []),
        ...(list === "services" && !known.has(thing["organization_id"])
          ? [`${where}: organization_id`]
          : []),
      ];
    });
  });
}

/** Items of a feed out of order, twice, or without what their state asks for (RPDE 1.0). */
export function rpdeFaults(items: readonly Json[]): string[] {
  let before = "";
  return items.flatMap((item, at) => {
    const { state, id, modified, data } = item;
    const place = `${String(modified).padStart(16, "0")} ${String(id)}`;
    const ordered = place > before;
    before = place;
    const whole = state === "updated" ? isObject(data) : state === "deleted" && data === undefined;
    return [
      ...(ordered && Number.isSafeInteger(modified) ? [] : [`item ${at + 1}: modified`]),
      ...(whole && typeof item["kind"] === "string" ? [] : [`item ${at + 1}: state`]),
    ];
  });
}

/** What an Atom feed and each of its entries must say (RFC 4287, section 4). */
export function atomFaults(feed: string): string[] {
  const [head = "", ...entries] = feed.split("<entry>");
  return [
    ...["id", "title", "updated"].filter((tag) => !says(head, tag)).map((tag) => `feed: ${tag}`),
    ...(/<author><name>[^<]+</.test(head) ? [] : ["feed: author"]),
    ...entries.flatMap((entry, at) =>
      ["id", "title", "updated"]
        .filter((tag) => !says(entry, tag))
        .map((tag) => `entry ${at + 1}: ${tag}`),
    ),
  ];
}

const says = (part: string, tag: string): boolean =>
  new RegExp(`<${tag}>[^<]+</${tag}>`).test(part);

const asked: Record<string, readonly string[]> = {
  "dcat:Catalog": ["dct:title", "dct:description", "dct:publisher"],
  "dcat:Dataset": ["dct:title", "dct:description"],
  "dcat:Distribution": ["dcat:accessURL"],
  "dcat:DataService": ["dct:title", "dcat:endpointURL"],
};

/** Things of the catalogue without what DCAT-AP 3 makes mandatory. */
export function catalogueFaults(catalogue: unknown): string[] {
  const nodes = isObject(catalogue) ? listOf(catalogue["@graph"]).filter(isObject) : [];
  if (!nodes.some((node) => listOf(node["@type"]).includes("dcat:Catalog")))
    return ["dcat:Catalog"];
  return nodes.flatMap((node) =>
    listOf(node["@type"]).flatMap((type) =>
      (asked[String(type)] ?? [])
        .filter((predicate) => !listOf(node[predicate]).length)
        .map((predicate) => `${String(type)}: ${predicate}`),
    ),
  );
}
