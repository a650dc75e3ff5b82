import { dayOf } from "../../../platform/clock.ts";
import { notFound, page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { seasonYear, type ListingPart } from "../../communes/index.ts";
import { linesOf } from "../edit/lines.ts";
import { activitiesOf } from "../record/queries.ts";
import { readIn } from "../record/rules.ts";
import { urls } from "../urls.ts";
import { activityPage } from "./page.tsx";
import { shownActivity } from "./shown.ts";
import { said, type ActivityPart } from "./part.ts";
import { activityList } from "./list.tsx";

/** The public page of an activity. */
export const readingRoutes = (parts: readonly ActivityPart[]): Route[] => [
  get(
    urls.activity(":slug"),
    anyone,
    async (ask) => {
      const shown = await shownActivity(ask, ask.params["slug"] ?? "");
      if (!shown) return notFound();
      ask.count("activity", shown.activity.id);
      const added = await said(parts, (part) => part.page(ask, shown.activity));
      const body = activityPage(ask.view, { ...shown, added });
      const answer = page(body);
      if (added.length) answer.headers["cache-control"] = "no-store";
      return answer;
    },
    { cached: true },
  ),
];

/** What the page of an association says of its activities of this season, each at the address it keeps. */
export const activitiesPart: ListingPart = async (ask, association) => {
  const season = seasonYear(dayOf(ask.now));
  const all = await activitiesOf(ask.tx, { associationId: association.id });
  const shown = readIn(all, season);
  return shown.length ? activityList(ask.view, await linesOf(ask, shown)) : undefined;
};
