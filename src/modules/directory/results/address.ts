import { accessFeatures, publics, themes } from "../../associations/index.ts";
import type { SearchAsk } from "../search/ask.ts";
import { urls } from "../urls.ts";

/** A search as its address says it; everything a person chose, nothing more. */
export type Search = {
  text: string;
  theme: string;
  district: string;
  public: string;
  access: readonly string[];
  /** Key of a place of the commune, or `47.3,-0.7`. */
  near: string;
  map: boolean;
  exact: boolean;
  page: number;
  /** Slugs of the shortlist being made, carried from page to page. */
  chosen: readonly string[];
};

const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const keyShape = /^[\p{L}\p{N} '’-]{1,160}$/u;
const known = (codes: readonly string[], value: string | null): string =>
  value !== null && codes.includes(value) ? value : "";
const slugIn = (value: string | null): string => (value && slugShape.test(value) ? value : "");

/** Reads an address; what it cannot know is left out. */
export function searchFrom(query: URLSearchParams): Search {
  const page = Number(query.get("page") ?? 1);
  const near = query.get("pres") ?? "";
  return {
    text: (query.get("q") ?? "").trim().slice(0, 200),
    theme: known(themes, query.get("theme")),
    district: slugIn(query.get("quartier")),
    public: known(publics, query.get("public")),
    access: [...new Set(query.getAll("acces"))].filter((code) => known(accessFeatures, code)),
    near: coordinates(near) || keyShape.test(near) ? near : "",
    map: query.get("vue") === "carte",
    exact: query.get("exact") === "1",
    page: Number.isSafeInteger(page) && page > 0 && page < 10_000 ? page : 1,
    chosen: [...new Set(query.getAll("a"))].filter((slug) => slugShape.test(slug)).slice(0, 30),
  };
}

/** Parameters of a search, in one order: the same search has one address. */
export function paramsOf(search: Partial<Search>): [string, string][] {
  const params: [string, string][] = [];
  const put = (name: string, value: string | undefined) => value && params.push([name, value]);
  put("q", search.text);
  put("theme", search.theme);
  put("quartier", search.district);
  put("public", search.public);
  for (const code of search.access ?? []) put("acces", code);
  put("pres", search.near);
  put("vue", search.map ? "carte" : "");
  put("exact", search.exact ? "1" : "");
  put("page", (search.page ?? 1) > 1 ? String(search.page) : "");
  for (const slug of search.chosen ?? []) put("a", slug);
  return params;
}

/** Address of a search, or of the same with something changed (a change of anything but the page comes back to the first). */
export function searchUrl(search: Search, change: Partial<Search> = {}): string {
  const params = new URLSearchParams(paramsOf({ ...search, page: 1, ...change }));
  return params.size ? `${urls.list}?${params}` : urls.list;
}

/** Degrees written `47.3,-0.7`; undefined when they are not on Earth. */
export function coordinates(value: string): { lat: number; lon: number } | undefined {
  const [lat = NaN, lon = NaN, more] = value
    .split(",")
    .map((part) => (part.trim() ? Number(part) : NaN));
  if (more !== undefined || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) return undefined;
  return { lat, lon };
}

/** What to ask the directory. */
export const askOf = (search: Search): SearchAsk => ({
  text: search.text,
  theme: search.theme || undefined,
  district: search.district || undefined,
  public: search.public || undefined,
  access: search.access,
  near: search.near ? (coordinates(search.near) ?? { place: search.near }) : undefined,
  page: search.page,
  exact: search.exact,
});
