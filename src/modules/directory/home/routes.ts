import { page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { urls } from "../urls.ts";
import { homePage } from "./pages.tsx";
import { homeFacts } from "./queries.ts";

export const homeRoutes: Route[] = [
  get(
    urls.home,
    anyone,
    async (ask) => {
      ask.count("home");
      return page(homePage(ask.view, await homeFacts(ask.tx)));
    },
    { cached: true },
  ),
];
