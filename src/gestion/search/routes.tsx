import { page } from "../../platform/http/answer.ts";
import { get, type Route } from "../../platform/http/ask.ts";
import { anyStaff } from "../../platform/http/person.ts";
import { plainWords } from "../../modules/associations/index.ts";
import type { Found } from "../../modules/communes/index.ts";
import { searchPage } from "./pages.tsx";
import { searchers } from "./searching.ts";

/** At most so many of a kind: beyond, the words typed are too few. */
const most = 10;

export const searchRoutes: Route[] = [
  get("/gestion/recherche", anyStaff, async (ask) => {
    const text = (ask.query.get("q") ?? "").trim().slice(0, 100);
    const plain = plainWords(text).join(" ");
    const found: Found[] = [];
    // One letter would find everything.
    if (plain.length > 1 || text.length > 2)
      for (const search of searchers) found.push(...(await search(ask, { text, plain }, most)));
    return page(searchPage(ask.view, { text, found, most }));
  }),
];
