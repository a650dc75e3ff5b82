import { dayOf } from "../../../platform/clock.ts";
import { page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { requireSituation } from "../edit/routes.tsx";
import { recordWriters } from "../rights.ts";
import { venueLines } from "../situation/queries.ts";
import { urls } from "../urls.ts";
import { checkPage } from "./check-page.tsx";
import { sectionStates } from "./queries.ts";

export const checkRoutes: Route[] = [
  get(urls.check(":id"), recordWriters, async (ask) => {
    const situation = await requireSituation(ask);
    const states = await sectionStates(ask.tx, situation.id, dayOf(ask.now));
    const body = checkPage(ask.view, {
      situation,
      venues: await venueLines(ask.tx, situation.id),
      confirmedOn: states.find(({ section }) => section === "places")?.on ?? null,
    });
    return page(body);
  }),
];
