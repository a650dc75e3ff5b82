/** Addresses of open data. */
export const urls = {
  data: "/donnees",
  conformity: "/donnees/conformite",
  file: (table: "associations" | "activites", kind: "csv" | "xlsx" | "geojson") =>
    `/donnees/${table}.${kind}`,
  schema: (table: "associations" | "activites") => `/donnees/schemas/${table}.json`,
  digitalPlaces: "/donnees/lieux-mediation-numerique.csv",
  catalogue: (kind: "jsonld" | "ttl") => `/donnees/catalogue.${kind}`,
  agenda: "/agenda.ics",
  news: "/nouveautes.atom",
  referral: "/api/open-referral",
  referralOpenApi: "/api/open-referral/openapi.json",
  referralList: (list: string) => `/api/open-referral/${list}`,
  referralOne: (list: string, id: string) => `/api/open-referral/${list}/${id}`,
  active: "/api/openactive",
  activeFeed: (feed: string) => `/api/openactive/${feed}`,
} as const;
