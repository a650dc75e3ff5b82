import { addDays, dayOf } from "../../../platform/clock.ts";
import { notFound, page } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { seasonYear, type ListingPart } from "../../communes/index.ts";
import { occurrencesBetween } from "../../scheduling/index.ts";
import { linesOf } from "../edit/lines.ts";
import { photoOf } from "../../communes/index.ts";
import type { Activity } from "../record/fields.ts";
import { activitiesOf, activityById, activityBySlug, placesOf } from "../record/queries.ts";
import { notOver, readIn, waitsForSeason } from "../record/rules.ts";
import { elsewhereWords, hoursOf } from "../record/series.ts";
import { urls } from "../urls.ts";
import { activityPage } from "./page.tsx";
import { said, type ActivityPart } from "./part.ts";
import { activityList } from "./list.tsx";

/** Dates a page shows: enough to see the next month of something weekly. */
const datesShown = 6;

/** The public page of an activity. */
export const readingRoutes = (parts: readonly ActivityPart[]): Route[] => [
  get(
    urls.activity(":slug"),
    anyone,
    async (ask) => {
      const activity = await activityAt(ask);
      if (!activity?.association.listed || activity.state === "draft") return notFound();
      ask.count("activity", activity.id);
      const today = dayOf(ask.now);
      const hours = (await hoursOf(ask.tx, [activity.id])).get(activity.id) ?? [];
      const { placeId } = activity.fields;
      const placeIds = [placeId, ...hours.map(({ slot }) => slot.placeId)];
      const places = await placesOf(ask.tx, placeIds.filter((id) => id !== null)); // prettier-ignore
      const ids = hours.map(({ series }) => series.id);
      const dates = await occurrencesBetween(ask.tx, ids, today, addDays(today, 370));
      const added = await said(parts, (part) => part.page(ask, activity));
      const body = activityPage(ask.view, {
        activity,
        hours: notOver(hours, today).map((one) => ({
          pattern: one.series,
          elsewhere: elsewhereWords(one, places),
        })),
        elsewhere: new Map(
          hours.flatMap((one) => {
            const words = elsewhereWords(one, places);
            return words
              ? [[one.series.id, { words, place: places.get(one.slot.placeId ?? "") }]]
              : [];
          }),
        ),
        dates: dates.slice(0, datesShown),
        place: places.get(placeId ?? ""),
        photo: await photoOf(ask.tx, activity.fields.photo),
        pastSeason: activity.season !== null && activity.season < seasonYear(today),
        added,
      });
      const answer = page(body);
      if (added.length) answer.headers["cache-control"] = "no-store";
      return answer;
    },
    { cached: true },
  ),
];

/** The activity an address leads to today; until its season, one taken up lets the one before it be read. */
async function activityAt({ tx, params, now }: Ask): Promise<Activity | undefined> {
  const found = await activityBySlug(tx, params["slug"] ?? "");
  if (!found?.continuesId || !waitsForSeason(found, seasonYear(dayOf(now)))) return found;
  const before = await activityById(tx, found.continuesId);
  return before && { ...before, slug: found.slug };
}

/** What the page of an association says of its activities of this season, each at the address it keeps. */
export const activitiesPart: ListingPart = async (ask, association) => {
  const season = seasonYear(dayOf(ask.now));
  const all = await activitiesOf(ask.tx, { associationId: association.id });
  const shown = readIn(all, season);
  return shown.length ? activityList(ask.view, await linesOf(ask, shown)) : undefined;
};
