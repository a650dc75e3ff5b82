import { addDays, dayOf } from "../../../platform/clock.ts";
import { notFound, page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { seasonYear, type ListingPart } from "../../communes/index.ts";
import { occurrencesBetween } from "../../scheduling/index.ts";
import { linesOf } from "../edit/lines.ts";
import { activitiesOf, activityBySlug, placesOf } from "../record/queries.ts";
import { notOver } from "../record/rules.ts";
import { hoursOf } from "../record/series.ts";
import { urls } from "../urls.ts";
import { activityPage } from "./page.tsx";
import { activityList } from "./list.tsx";

/** Dates a page shows: enough to see the next month of something weekly. */
const datesShown = 6;

/** The public page of an activity. */
export const readingRoutes: Route[] = [
  get(
    urls.activity(":slug"),
    anyone,
    async (ask) => {
      const activity = await activityBySlug(ask.tx, ask.params["slug"] ?? "");
      if (!activity?.association.listed || activity.state === "draft") return notFound();
      ask.count("activity", activity.id);
      const today = dayOf(ask.now);
      const hours = (await hoursOf(ask.tx, [activity.id])).get(activity.id) ?? [];
      const { placeId } = activity.fields;
      const places = await placesOf(ask.tx, placeId ? [placeId] : []);
      const ids = hours.map(({ series }) => series.id);
      const dates = await occurrencesBetween(ask.tx, ids, today, addDays(today, 370));
      const body = activityPage(ask.view, {
        activity,
        patterns: notOver(hours, today).map(({ series }) => series),
        dates: dates.slice(0, datesShown),
        place: places.get(placeId ?? ""),
        pastSeason: activity.season !== null && activity.season < seasonYear(today),
      });
      return page(body);
    },
    { cached: true },
  ),
];

/** What the page of an association says of its activities of this season. */
export const activitiesPart: ListingPart = async (ask, association) => {
  const season = seasonYear(dayOf(ask.now));
  const all = await activitiesOf(ask.tx, { associationId: association.id });
  const shown = all.filter(
    (one) => one.state === "published" && (one.season === null || one.season >= season),
  );
  return shown.length ? activityList(ask.view, await linesOf(ask, shown)) : undefined;
};
