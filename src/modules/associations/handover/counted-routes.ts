import { dayOf } from "../../../platform/clock.ts";
import { page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { seasonAround, seasonOf } from "../../communes/index.ts";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { countedPage } from "./counted-page.tsx";
import { handoversBetween } from "./queries.ts";

export const countedRoutes: Route[] = [
  get(urls.handovers, recordWriters, async (ask) => {
    const now = seasonAround(dayOf(ask.now));
    const asked = /^(20\d\d)-09-01$/.exec(ask.query.get("saison") ?? "")?.[1];
    const season = asked ? seasonOf(Number(asked)) : now;
    const earlier = seasonOf(Number(season.from.slice(0, 4)) - 1);
    const rows = await handoversBetween(ask.tx, season.from, season.to);
    const { length: count } = await handoversBetween(ask.tx, earlier.from, earlier.to);
    const before = { season: earlier, count };
    return page(countedPage(ask.view, { season, rows, before, current: season.from === now.from }));
  }),
];
