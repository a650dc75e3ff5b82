import { sql } from "kysely";
import { page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { anyone } from "../../../platform/http/person.ts";
import { allowingTiles, isRobot } from "../../../platform/http/security.ts";
import { areasOf } from "../../../ui/index.ts";
import { searchDirectory, searchPublicly } from "../search/ask.ts";
import { needOf, themesMeant } from "../../language/index.ts";
import type { ResultsPart } from "../../communes/index.ts";
import { urls } from "../urls.ts";
import { askOf, searchFrom } from "./address.ts";
import { besideResults } from "./beside.tsx";
import { resultsPage } from "./pages.tsx";

/** `parts` is what other rooms add. */
export const resultsRoutes = (parts: readonly ResultsPart[]): Route[] => [
  get(
    urls.list,
    anyone,
    async (ask) => {
      ask.count("search");
      const search = searchFrom(ask.query);
      const found = ask.person
        ? await searchDirectory(ask.tx, askOf(search))
        : await searchPublicly(ask.house.database, ask.tenant.id, askOf(search));
      const today = ask.now.toISOString().slice(0, 10);
      const need =
        search.text && !found.total && search.page === 1 ? needOf(search.text) : undefined;
      if (need && !isRobot(ask.request))
        ask.house.notes.add(ask.tenant.id, "search_need", [today, need]);
      const map = search.map ? await mapOf(ask.tx) : undefined;
      const themes = found.total ? [] : themesMeant(search.text);
      const beside = await besideResults(ask, parts, search, found);
      const html = resultsPage(ask.view, { search, found, themes, map, beside });
      const answer = map ? allowingTiles(page(html), ask.view) : page(html);
      // Bytes are never kept: each search without result must count.
      return need ? { ...answer, body: Buffer.from(String(answer.body)) } : answer;
    },
    { cached: true },
  ),
];

/** Outline and districts of the commune, as surfaces to draw. */
export async function mapOf(tx: Tx) {
  const { rows } = await sql<{ outline: unknown; districts: { name: string; shape: unknown }[] }>`
    select outline, (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'shape', shape)), '[]')
      from district where shape is not null) as districts from commune where commune_id = current_commune()`.execute(
    tx,
  );
  return {
    outline: areasOf(rows[0]?.outline),
    districts: (rows[0]?.districts ?? []).flatMap(({ name, shape }) =>
      areasOf(shape).map((area) => ({ ...area, name })),
    ),
  };
}
