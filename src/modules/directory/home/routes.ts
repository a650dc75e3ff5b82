import { page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import type { HomePart } from "../../communes/index.ts";
import { urls } from "../urls.ts";
import { homePage } from "./pages.tsx";
import { homeFacts } from "./queries.ts";

/** `parts` is what other rooms add. */
export const homeRoutes = (parts: readonly HomePart[]): Route[] => [
  get(
    urls.home,
    anyone,
    async (ask) => {
      ask.count("home");
      const added = [];
      for (const part of parts) added.push(await part(ask));
      return page(homePage(ask.view, await homeFacts(ask.tx), added));
    },
    { cached: true },
  ),
];
