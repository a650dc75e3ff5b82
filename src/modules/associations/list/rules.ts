import { states, themes } from "../codes.ts";
import type { DesignationKind } from "../designations/rules.ts";

export const missingThings = ["contact", "place", "theme", "aims"] as const;
export type Missing = (typeof missingThings)[number];

export const sorts = ["name", "state", "updated", "priority"] as const;
export type Sort = (typeof sorts)[number];

/** What the list is narrowed to; absent means anything. */
export type Filters = {
  q: string;
  theme: string | undefined;
  state: string | undefined;
  district: string | undefined;
  /** Id of a person, or `nobody`. */
  referent: string | undefined;
  listed: boolean | undefined;
  missing: Missing | undefined;
  /** Designated as one of a kind, or as any. */
  designation: DesignationKind | "any" | undefined;
};
export type Listing = { filters: Filters; sort: Sort; descending: boolean; page: number };

export const pageSize = 50;

const sortWords = { nom: "name", etat: "state", maj: "updated", priorite: "priority" } as const;
export const designationFilterWords = {
  employeuse: "employer",
  structurante: "structuring",
  oui: "any",
} as const;
const missingWords = {
  contact: "contact",
  lieu: "place",
  theme: "theme",
  presentation: "aims",
} as const;

/** Reads what an address asks; what it does not understand is left out. */
export function readListing(query: URLSearchParams): Listing {
  const order = query.get("tri") ?? "nom";
  const page = Number(query.get("page") ?? "1");
  return {
    filters: {
      q: (query.get("q") ?? "").trim().slice(0, 100),
      theme: among(themes, query.get("theme")),
      state: among(states, query.get("etat")),
      district: uuid(query.get("quartier")),
      referent: query.get("referent") === "aucun" ? "nobody" : uuid(query.get("referent")),
      listed: { oui: true, non: false }[query.get("annuaire") ?? ""],
      missing: missingWords[(query.get("manque") ?? "") as keyof typeof missingWords],
      designation:
        designationFilterWords[
          (query.get("designation") ?? "") as keyof typeof designationFilterWords
        ],
    },
    sort: sortWords[order.replace(/^-/, "") as keyof typeof sortWords] ?? "name",
    descending: order.startsWith("-"),
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 10_000) : 1,
  };
}

/** The same as an address, without what goes without saying. */
export function writeListing(listing: Listing): URLSearchParams {
  const { filters, sort, descending, page } = listing;
  const query = new URLSearchParams();
  const put = (name: string, value: string | undefined) => value && query.set(name, value);
  put("q", filters.q);
  put("theme", filters.theme);
  put("etat", filters.state);
  put("quartier", filters.district);
  put("referent", filters.referent === "nobody" ? "aucun" : filters.referent);
  put("annuaire", filters.listed === undefined ? undefined : filters.listed ? "oui" : "non");
  put("manque", wordOf(missingWords, filters.missing));
  put("designation", wordOf(designationFilterWords, filters.designation));
  const order = (descending ? "-" : "") + wordOf(sortWords, sort);
  if (order !== "nom") query.set("tri", order);
  if (page > 1) query.set("page", String(page));
  return query;
}

/** How many filters are in force. */
export const activeFilters = (filters: Filters): number =>
  Object.values(filters).filter((value) => value !== undefined && value !== "").length;

const among = (list: readonly string[], value: string | null): string | undefined =>
  value && list.includes(value) ? value : undefined;

const uuid = (value: string | null): string | undefined =>
  value && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : undefined;

const wordOf = (words: Record<string, string>, value: string | undefined): string | undefined =>
  Object.entries(words).find(([, known]) => known === value)?.[0];
