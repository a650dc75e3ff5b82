import { accessFeatures, publics, themes } from "../../associations/index.ts";
import { weekdays, type Weekday } from "../../scheduling/index.ts";
import { kinds, type Kind } from "../codes.ts";
import { urls } from "../urls.ts";
import { moments, type Moment } from "./moments.ts";
import { windows, type Window } from "./understood.ts";

/** A search of activities as its address says it; everything a person chose, nothing more. */
export type ActivitySearch = {
  text: string;
  days: readonly Weekday[];
  moment: Moment | "";
  window: Window | "";
  age: number | undefined;
  /** `free`, or the most one would pay in euros. */
  price: string;
  theme: string;
  public: string;
  kind: Kind | "";
  district: string;
  access: readonly string[];
  /** Key of a place of the commune, or `47.3,-0.7`. */
  near: string;
  /** Kilometres around it. */
  radius: number | undefined;
  /** True when the words are taken as they are typed. */
  exact: boolean;
  page: number;
};

/** What one would pay at most, in euros; `free` apart. */
export const prices = ["free", "20", "50", "100", "200"] as const;
export const radiuses = [1, 2, 5, 10] as const;

export const blankSearch: ActivitySearch = {
  text: "",
  days: [],
  moment: "",
  window: "",
  age: undefined,
  price: "",
  theme: "",
  public: "",
  kind: "",
  district: "",
  access: [],
  near: "",
  radius: undefined,
  exact: false,
  page: 1,
};

const among = <T extends string>(codes: readonly T[], value: string | null): T | "" =>
  codes.find((code) => code === value) ?? "";
const nearShape = /^(?:-?\d{1,2}(?:\.\d+)?,-?\d{1,3}(?:\.\d+)?|[\p{L}\p{N} '’-]{1,160})$/u;
const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const number = (value: string | null, most: number): number | undefined => {
  const read = Number(value?.trim() || NaN);
  return Number.isSafeInteger(read) && read > 0 && read <= most ? read : undefined;
};

/** Reads an address; what it cannot know is left out. */
export function activitySearchFrom(query: URLSearchParams): ActivitySearch {
  const [near, district] = [query.get("pres") ?? "", query.get("quartier") ?? ""];
  return {
    text: (query.get("q") ?? "").trim().slice(0, 200),
    days: weekdays.filter((day) => query.getAll("jour").includes(day)),
    moment: among(moments, query.get("moment")),
    window: among(windows, query.get("quand")),
    age: number(query.get("age"), 120),
    price: among(prices, query.get("prix")),
    theme: among(themes, query.get("theme")),
    public: among(publics, query.get("public")),
    kind: among(kinds, query.get("genre")),
    district: slugShape.test(district) ? district : "",
    access: accessFeatures.filter((code) => query.getAll("acces").includes(code)),
    near: nearShape.test(near) ? near : "",
    radius: radiuses.find((km) => String(km) === query.get("rayon")),
    exact: query.get("exact") === "1",
    page: number(query.get("page"), 9999) ?? 1,
  };
}

/** Parameters of a search, in one order: the same search has one address. */
export function activityParams(search: ActivitySearch): [string, string][] {
  const params: [string, string | number | undefined][] = [
    ["q", search.text],
    ["quand", search.window],
    ...search.days.map((day): [string, string] => ["jour", day]),
    ["moment", search.moment],
    ["age", search.age],
    ["prix", search.price],
    ["theme", search.theme],
    ["public", search.public],
    ["genre", search.kind],
    ["quartier", search.district],
    ...search.access.map((code): [string, string] => ["acces", code]),
    ["pres", search.near],
    ["rayon", search.near ? search.radius : undefined],
    ["exact", search.exact ? "1" : ""],
    ["page", search.page > 1 ? search.page : ""],
  ];
  return params.flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
}

/** Address of a search, or of the same with something changed (a change of anything but the page comes back to the first). */
export function activitySearchUrl(
  search: ActivitySearch,
  change: Partial<ActivitySearch> = {},
  path: string = urls.search,
): string {
  const params = new URLSearchParams(activityParams({ ...search, page: 1, ...change }));
  return params.size ? `${path}?${params}` : path;
}
