import { dayOf } from "../../../platform/clock.ts";
import { page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { publishedActivityIds } from "../../activities/index.ts";
import { listedIds } from "../../directory/index.ts";
import { conformityPage, type Official } from "../conformity/conformity-page.tsx";
import { lastCheck } from "../conformity/kept.ts";
import official from "../conformity/official.json" with { type: "json" };
import { countDigitalPlaces } from "../files/digital-places.ts";
import { readings } from "../serving/open.ts";
import { urls } from "../urls.ts";
import { dataPage } from "./data-page.tsx";

/** Open data, for people. */
export const pageRoutes: Route[] = [
  get(
    urls.data,
    anyone,
    async (ask) => {
      ask.count("data");
      const today = dayOf(ask.now);
      const counts = {
        associations: (await listedIds(ask.tx)).length,
        activites: (await publishedActivityIds(ask.tx, today)).length,
        lieux: await countDigitalPlaces(ask.tx),
      };
      return page(dataPage(ask.view, { counts, readings, today }));
    },
    { cached: true },
  ),
  // Read anew each time: a check publishes nothing.
  get(urls.conformity, anyone, async (ask) =>
    page(conformityPage(ask.view, await lastCheck(ask.tx), official as readonly Official[])),
  ),
];
