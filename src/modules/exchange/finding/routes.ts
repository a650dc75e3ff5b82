import { notFound, page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { isUuid } from "../../people/index.ts";
import { urls } from "../urls.ts";
import { searchNeighbours } from "./ask.ts";
import { neighboursPage } from "./page.tsx";

const perPage = 20;

export const findingRoutes: Route[] = [
  get(
    urls.list,
    anyone,
    async (ask) => {
      if (!ask.tenant.outside.neighbours) return notFound();
      const text = (ask.query.get("q") ?? "").trim().slice(0, 200);
      const asked = ask.query.get("voisin") ?? "";
      const neighbour = isUuid(asked) ? asked : undefined;
      const number = Math.max(1, Math.trunc(Number(ask.query.get("page"))) || 1);
      const at = (page: number) => searchNeighbours(ask, { text, neighbour, page, size: perPage });
      const first = await at(Math.min(number, 1000));
      const pages = Math.max(1, Math.ceil(first.total / perPage));
      // Past the last page, the last one.
      const found = number > pages ? await at(pages) : first;
      const seen = { found, text, neighbour, page: Math.min(number, pages), pages };
      return page(neighboursPage(ask.view, seen));
    },
    { cached: true },
  ),
];
