import { fold, indexed, type Weight } from "../../language/index.ts";
import type { Public, Theme } from "../../associations/index.ts";
import type { Pattern } from "../../scheduling/index.ts";
import type { Activity } from "../record/fields.ts";
import { agesOf, type Ages } from "../record/rules.ts";
import type { placesOf } from "../record/queries.ts";
import { whenCodes } from "./moments.ts";

export type Place = Awaited<ReturnType<typeof placesOf>> extends Map<string, infer P> ? P : never;

/** All that a document is made from. */
export type Told = {
  activity: Activity;
  /** Hours still to come. */
  patterns: readonly Pattern[];
  places: readonly Place[];
  /** Those of its association, for an activity that says none. */
  themes: readonly Theme[];
};

/** What a line of results shows. */
export type ActivityLine = {
  id: string;
  slug: string;
  title: string;
  kind: Activity["kind"];
  association: { name: string; slug: string };
  what: string | null;
  patterns: readonly Pattern[];
  place: string | null;
  district: string | null;
  at: [lon: number, lat: number] | null;
  minAge: number | null;
  maxAge: number | null;
  /** Apart from one another where a file left a hole. */
  bands?: Ages["bands"];
  publics: readonly Public[];
  priceKind: Activity["fields"]["priceKind"];
  priceFrom: number | null;
  trial: Activity["fields"]["trial"];
  confirmedOn: string | null;
};

/** Words of codes in French. */
export type Words = { theme: (code: Theme) => string; public: (code: Public) => string };

/** Ages a public means when an activity says no age. */
const agesOfPublics: Partial<Record<Public, readonly [number | null, number | null]>> = {
  children: [3, 11],
  teens: [12, 17],
  adults: [18, null],
  seniors: [60, null],
};

/** The texts by which an activity is found, and its association with it. */
export function textsOf(told: Told, words: Words): (readonly [Weight, string])[] {
  const { fields } = told.activity;
  return [
    ["B", fields.title],
    ...fields.themes.map((code) => ["C", words.theme(code)] as const),
    ...fields.publics.map((code) => ["C", words.public(code)] as const),
    ...told.places.flatMap(({ name, district }) => [["C", name] as const, ["C", district ?? ""] as const]), // prettier-ignore
    ["D", fields.what ?? ""],
    ["D", fields.placeDetail ?? ""],
  ];
}

/** The document of an activity: what search compares, and its line. */
export function documentOf(told: Told, words: Words): Record<string, unknown> {
  const { activity, patterns, places } = told;
  const { fields, association } = activity;
  const themes = fields.themes.length ? fields.themes : told.themes;
  const found = indexed({
    name: fields.title,
    acronym: null,
    texts: [
      ...themes.map((code) => ["B", words.theme(code)] as const),
      ["C", association.name],
      ...textsOf(told, words).slice(1),
    ],
  });
  const codes = unique([
    ...themes.map((code) => `t_${code}`),
    ...places.map(({ districtSlug }) => districtSlug && `d_${districtSlug}`),
    ...fields.publics.map((code) => `p_${code}`),
    ...[...fields.accessYes, ...places.flatMap(({ access }) => access)].map((code) => `a_${code}`),
    ...patterns.flatMap(whenCodes),
    `k_${activity.kind}`,
    fields.priceKind === "free" ? "f_free" : "",
    fields.trial === "free" || fields.trial === "paid" ? "r_trial" : "",
  ]);
  const located = places.filter(({ latitude, longitude }) => latitude !== null && longitude !== null); // prettier-ignore
  const [minAge, maxAge] = agesMeant(fields);
  return {
    activity_id: activity.id,
    association_id: association.id,
    season: activity.season,
    title_key: found.nameKey,
    title_sort: fold(fields.title),
    words: [found.words, ...codes.map((code) => `~${code}:1D`)].join(" "),
    codes: codes.filter((code) => !code.startsWith("x_")),
    min_age: minAge,
    max_age: maxAge,
    price: fields.priceKind === "free" ? 0 : fields.priceFrom,
    last_day: lastDayOf(patterns),
    latitudes: located.map(({ latitude }) => latitude),
    longitudes: located.map(({ longitude }) => longitude),
    browse_rank: activity.confirmedOn ? 0 : 1,
    line: lineOf(told),
  };
}

function agesMeant({
  minAge,
  maxAge,
  publics,
}: Activity["fields"]): [number | null, number | null] {
  const meant = publics.flatMap((code) => (agesOfPublics[code] ? [agesOfPublics[code]] : []));
  if (minAge !== null || maxAge !== null || !meant.length || publics.includes("everyone"))
    return [minAge, maxAge];
  const last = meant.map(([, until]) => until);
  return [
    Math.min(...meant.map(([from]) => from ?? 0)),
    last.includes(null) ? null : Math.max(...last.map((until) => until ?? 0)),
  ];
}

/** The last day something can happen; null when one of its hours has no end, or none is known. */
function lastDayOf(patterns: readonly Pattern[]): string | null {
  const days = patterns.map(({ rhythm, firstDay, lastDay }) =>
    rhythm.kind === "once" ? firstDay : lastDay,
  );
  return days.length && !days.includes(null) ? (days.sort().at(-1) ?? null) : null;
}

function lineOf({ activity, patterns, places }: Told): ActivityLine {
  const { fields, association } = activity;
  const [place] = places;
  return {
    id: activity.id,
    slug: activity.slug,
    title: fields.title,
    kind: activity.kind,
    association: { name: association.name, slug: association.slug },
    what: fields.what,
    patterns,
    place: place?.name ?? fields.placeDetail,
    district: place?.district ?? null,
    at: place?.latitude && place.longitude ? [place.longitude, place.latitude] : null,
    ...agesOf(activity),
    publics: fields.publics,
    priceKind: fields.priceKind,
    priceFrom: fields.priceFrom,
    trial: fields.trial,
    confirmedOn: activity.confirmedOn,
  };
}

const unique = (codes: readonly (string | null)[]): string[] => [
  ...new Set(codes.filter((code): code is string => Boolean(code))),
];
