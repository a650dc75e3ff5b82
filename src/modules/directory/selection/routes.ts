import { page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { searchFrom } from "../results/address.ts";
import { selectionPage } from "./pages.tsx";
import { chosenLines } from "./queries.ts";

export const selectionRoutes: Route[] = [
  get(
    "/selection",
    anyone,
    async (ask) => {
      ask.count("selection");
      const chosen = await chosenLines(ask.tx, searchFrom(ask.query).chosen);
      return page(selectionPage(ask.view, chosen, ask.query.get("grand") === "1"));
    },
    { cached: true },
  ),
];
