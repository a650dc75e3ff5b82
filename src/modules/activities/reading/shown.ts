import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { photoOf, seasonYear } from "../../communes/index.ts";
import { occurrencesBetween } from "../../scheduling/index.ts";
import type { Activity } from "../record/fields.ts";
import { activityById, activityBySlug, placesOf } from "../record/queries.ts";
import { notOver, waitsForSeason } from "../record/rules.ts";
import { elsewhereWords, hoursOf } from "../record/series.ts";
import type { ActivityShown } from "./page.tsx";

/** Dates a page shows: enough to see the next month of something weekly. */
const datesShown = 6;

/** What residents may read of an activity today; nothing when it is not there for them. */
export async function shownActivity(
  { tx, now }: Pick<Ask, "tx" | "now">,
  slug: string,
): Promise<Omit<ActivityShown, "added"> | undefined> {
  const today = dayOf(now);
  const activity = await activityAt(tx, slug, today);
  if (!activity?.association.listed || activity.state === "draft") return undefined;
  const hours = (await hoursOf(tx, [activity.id])).get(activity.id) ?? [];
  const { placeId } = activity.fields;
  const placeIds = [placeId, ...hours.map(({ slot }) => slot.placeId)];
  const places = await placesOf(tx, placeIds.filter((id) => id !== null)); // prettier-ignore
  const ids = hours.map(({ series }) => series.id);
  const dates = await occurrencesBetween(tx, ids, today, addDays(today, 370));
  return {
    activity,
    hours: notOver(hours, today).map((one) => ({
      pattern: one.series,
      elsewhere: elsewhereWords(one, places),
    })),
    elsewhere: new Map(
      hours.flatMap((one) => {
        const words = elsewhereWords(one, places);
        return words ? [[one.series.id, { words, place: places.get(one.slot.placeId ?? "") }]] : [];
      }),
    ),
    dates: dates.slice(0, datesShown),
    place: places.get(placeId ?? ""),
    photo: await photoOf(tx, activity.fields.photo),
    pastSeason: activity.season !== null && activity.season < seasonYear(today),
  };
}

/** The activity an address leads to today; until its season, one taken up lets the one before it be read. */
async function activityAt(
  tx: Ask["tx"],
  slug: string,
  today: string,
): Promise<Activity | undefined> {
  const found = await activityBySlug(tx, slug);
  if (!found?.continuesId || !waitsForSeason(found, seasonYear(today))) return found;
  const before = await activityById(tx, found.continuesId);
  return before && { ...before, slug: found.slug };
}
