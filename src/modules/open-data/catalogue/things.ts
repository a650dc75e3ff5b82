import type { Translate } from "../../../platform/i18n/index.ts";
import { nationalSchema } from "../files/digital-places.ts";
import { licence } from "../serving/licence.ts";
import { urls } from "../urls.ts";
import type { Node, Term } from "./nodes.ts";

export type Catalogued = {
  t: Translate;
  origin: string;
  commune: string;
  insee: string | undefined;
  email: string | undefined;
  modified: Date;
};

const authority = "http://publications.europa.eu/resource/authority";
export const french = `${authority}/language/FRA`;
export const continuous = `${authority}/frequency/CONT`;
export const society = `${authority}/data-theme/SOCI`;

export const it = (iri: string): Term => ({ iri });
export const words = (text: string): Term => ({ text, lang: "fr" });

export type Own = (name: string) => string;

export const kinds = [
  ["associations", urls.file("associations", "csv"), "text/csv", "CSV"],
  [
    "associations",
    urls.file("associations", "xlsx"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "XLSX",
  ],
  ["associations", urls.file("associations", "geojson"), "application/geo+json", "GEOJSON"],
  ["activites", urls.file("activites", "csv"), "text/csv", "CSV"],
  [
    "activites",
    urls.file("activites", "xlsx"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "XLSX",
  ],
  ["activites", urls.file("activites", "geojson"), "application/geo+json", "GEOJSON"],
  ["activites", urls.agenda, "text/calendar", "ICS"],
  ["lieux", urls.digitalPlaces, "text/csv", "CSV"],
] as const;

export const mediaType = (type: string) => `https://www.iana.org/assignments/media-types/${type}`;
export const fileType = (code: string) => `${authority}/file-type/${code}`;

export const openReferral = "https://docs.openreferral.org/en/v3.0.0/";
export const openActive = "https://openactive.io/modelling-opportunity-data/";

/** Those the others speak of: each says what it is, so that nothing is fetched to know. */
export function namedThings(
  { t, origin, commune, email }: Catalogued,
  own: Own,
  page: string,
  place: string | undefined,
): Node[] {
  return [
    thing(own("editeur"), "foaf:Agent", ["foaf:name", words(commune)]),
    thing(
      own("contact"),
      "vcard:Kind",
      ["vcard:fn", words(commune)],
      ["vcard:hasURL", it(`${origin}/contact`)],
      ...(email ? [["vcard:hasEmail", it(`mailto:${email}`)] as [string, Term]] : []),
    ),
    thing(page, "foaf:Document", ["dct:title", words(t("open-data:title"))]),
    thing(french, "dct:LinguisticSystem"),
    thing(continuous, "dct:Frequency"),
    thing(society, "skos:Concept", ["skos:prefLabel", words(t("open-data:catalogue.society"))]),
    thing(licence.authority, "dct:LicenseDocument", ["dct:title", words(licence.name)]),
    ...(place ? [thing(place, "dct:Location", ["skos:prefLabel", words(commune)])] : []),
    ...[...new Set(kinds.map(([, , type]) => type))].map((type) =>
      thing(mediaType(type), "dct:MediaType"),
    ),
    ...[...new Set(kinds.map(([, , , code]) => code))].map((code) =>
      thing(fileType(code), "dct:MediaTypeOrExtent"),
    ),
    ...[
      openReferral,
      openActive,
      origin + urls.schema("associations"),
      origin + urls.schema("activites"),
      nationalSchema,
    ].map((one) => thing(one, "dct:Standard")),
  ];
}

const thing = (iri: string, type: string, ...says: Node["says"]): Node => ({
  iri,
  types: [type],
  says,
});
