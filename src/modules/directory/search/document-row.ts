import { firstSentence, indexed, type Weight } from "../../language/index.ts";
import { freshnessLevels, type Freshness } from "../../associations/index.ts";
import { browseRank } from "../rules.ts";

/** What is read of an association to make its document. */
export type Published = {
  association_id: string;
  slug: string;
  name: string;
  name_sort: string;
  acronym: string | null;
  state: string;
  aims: string | null;
  schedule: string | null;
  prices: string | null;
  registration: string | null;
  themes: string[];
  publics: string[];
  keywords: string[];
  spoken_languages: string[];
  access_yes: string[];
  confirmed_on: string | null;
  level: Freshness;
  places: PublishedPlace[];
};

export type PublishedPlace = {
  name: string;
  district: string | null;
  districtSlug: string | null;
  latitude: number | null;
  longitude: number | null;
  access: string[];
};

/** What a line of results shows, kept with the document so that a page of results needs nothing else. */
export type Line = {
  id: string;
  slug: string;
  name: string;
  acronym: string | null;
  what: string | null;
  places: { name: string; district: string | null; at: [lon: number, lat: number] | null }[];
  when: string | null;
  publics: string[];
  state: string;
  confirmedOn: string | null;
  level: Freshness;
};

/** Words of codes in French, given by the room that owns them. */
export type CodeWords = {
  theme: (code: string) => string;
  public: (code: string) => string;
  access: (code: string) => string;
};

/** The document of an association: what search compares and what a line shows; `added` is what other rooms say of it. */
export function documentOf(
  published: Published,
  words: CodeWords,
  added: readonly (readonly [Weight, string])[],
): { row: Record<string, unknown>; spoken: ReadonlyMap<string, string | null> } {
  const { places, state } = published;
  // Found by its name only.
  const ended = state === "ceased" || published.level === "archived";
  const access = unique([...published.access_yes, ...places.flatMap((place) => place.access)]);
  const districts = unique(places.map((place) => place.districtSlug));
  const found = indexed({
    name: published.name,
    acronym: published.acronym,
    texts: ended ? [] : [...textsOf(published, words, access), ...added],
  });
  const located = places.filter((place) => place.latitude !== null && place.longitude !== null);
  const codes = ended
    ? []
    : [
        ...published.themes.map((code) => `t_${code}`),
        ...districts.map((slug) => `d_${slug}`),
        ...published.publics.map((code) => `p_${code}`),
        ...access.map((code) => `a_${code}`),
      ];
  return {
    spoken: found.spoken,
    row: {
      association_id: published.association_id,
      slug: published.slug,
      name: published.name,
      name_sort: published.name_sort,
      name_key: found.nameKey,
      name_size: found.nameSize,
      acronym_key: found.acronymKey,
      state,
      words: [found.words, ...codes.map((code) => `~${code}:1D`)].join(" "),
      codes,
      latitudes: located.map((place) => place.latitude),
      longitudes: located.map((place) => place.longitude),
      freshness: freshnessLevels.indexOf(published.level),
      browse_rank: browseRank(state, published.level),
      confirmed_on: published.confirmed_on,
      line: lineOf(published),
    },
  };
}

function textsOf(published: Published, words: CodeWords, access: readonly string[]) {
  const { themes, publics, places } = published;
  return [
    ...published.keywords.map((keyword) => ["B", keyword] as const),
    ...themes.map((code) => ["B", words.theme(code)] as const),
    ...publics.map((code) => ["C", words.public(code)] as const),
    ...places.flatMap((place) => [
      ["C", place.name] as const,
      ["C", place.district ?? ""] as const,
    ]),
    ["C", firstSentence(published.aims, 1000) ?? ""] as const,
    ["D", published.aims ?? ""] as const,
    ["D", published.schedule ?? ""] as const,
    ["D", published.prices ?? ""] as const,
    ["D", published.registration ?? ""] as const,
    ...access.map((code) => ["D", words.access(code)] as const),
  ];
}

const lineOf = (published: Published): Line => ({
  id: published.association_id,
  slug: published.slug,
  name: published.name,
  acronym: published.acronym,
  what: firstSentence(published.aims) ?? null,
  places: published.places.map((place) => ({
    name: place.name,
    district: place.district,
    at:
      place.latitude !== null && place.longitude !== null
        ? [place.longitude, place.latitude]
        : null,
  })),
  when: firstSentence(published.schedule, 120) ?? null,
  publics: published.publics,
  state: published.state,
  confirmedOn: published.confirmed_on,
  level: published.level,
});

const unique = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value): value is string => Boolean(value))),
];
