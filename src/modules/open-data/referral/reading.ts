import type { Ask } from "../../../platform/http/ask.ts";
import { weekdays } from "../../scheduling/index.ts";
import { isUuid } from "../../people/index.ts";
import type { Wanted } from "./filters.ts";

export type Paging = { page: number; perPage: number };

/** Things on a page: what is asked, a hundred at most. */
const usual = 50;
export const mostPerPage = 100;

type Hint = "uuid" | "number" | "time" | "day" | "metres";

/** Parameters of a list, or the sentence that says which one is wrong. */
export function readParameters({
  query,
  t,
}: Pick<Ask, "query" | "t">): { paging: Paging; wanted: Wanted } | { wrong: string } {
  const given = (name: string) => query.get(name)?.trim() || undefined;
  for (const name of ["page", "per_page"])
    if (given(name) !== undefined && !/^[1-9]\d{0,6}$/.test(given(name) ?? ""))
      return { wrong: t("open-data:problem.page", { name }) };
  for (const [name, hint, fits] of checked) {
    const value = given(name);
    if (value !== undefined && !fits(value))
      return {
        wrong: t("open-data:problem.parameter", { name, hint: t(`open-data:problem.${hint}`) }),
      };
  }
  if (given("proximity") !== undefined && given("postcode") === undefined)
    return {
      wrong: t("open-data:problem.parameter", {
        name: "proximity",
        hint: t("open-data:problem.metres"),
      }),
    };
  const number = (name: string) => (given(name) === undefined ? undefined : Number(given(name)));
  return {
    paging: {
      page: number("page") ?? 1,
      perPage: Math.min(mostPerPage, number("per_page") ?? usual),
    },
    wanted: {
      search: given("search"),
      taxonomyTermId: given("taxonomy_term_id"),
      taxonomyId: given("taxonomy_id"),
      organizationId: given("organization_id"),
      minimumAge: number("minimum_age"),
      maximumAge: number("maximum_age"),
      startTime: given("start_time")?.slice(0, 5),
      endTime: given("end_time")?.slice(0, 5),
      day: given("day"),
      modifiedAfter: given("modified_after"),
      postcode: given("postcode"),
      proximity: number("proximity"),
    },
  };
}

const decimal = (value: string) => /^\d+(\.\d+)?$/.test(value);
const hour = (value: string) => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value);
const checked: readonly [name: string, hint: Hint, fits: (value: string) => boolean][] = [
  ["taxonomy_term_id", "uuid", isUuid],
  ["taxonomy_id", "uuid", isUuid],
  ["organization_id", "uuid", isUuid],
  ["minimum_age", "number", decimal],
  ["maximum_age", "number", decimal],
  ["start_time", "time", hour],
  ["end_time", "time", hour],
  ["day", "day", (value) => (weekdays as readonly string[]).includes(value)],
  ["proximity", "metres", decimal],
];

/** One page of a list, as the standard wraps it. Pages past the last one are empty. */
export function pageOf<Thing>(things: readonly Thing[], { page, perPage }: Paging) {
  const pages = Math.max(1, Math.ceil(things.length / perPage));
  const contents = things.slice((page - 1) * perPage, page * perPage);
  return {
    total_items: things.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}
