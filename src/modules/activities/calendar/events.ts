import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { View } from "../../../ui/index.ts";
import {
  calendarFile,
  occurrencesBetween,
  type CalendarEvent,
  type Occurrence,
} from "../../scheduling/index.ts";
import type { PublishedPlace } from "../reading/published.ts";
import type { Activity } from "../record/fields.ts";
import { placesOf } from "../record/queries.ts";
import { hoursOf } from "../record/series.ts";
import { urls } from "../urls.ts";

/** A calendar goes from a month ago, for what was cancelled or moved, to a year ahead. */
const [daysBack, daysAhead] = [30, 366];
/** More than this in one file and telephones stop following it. */
const most = 3000;

/** The dates of some activities, as a calendar program reads them. */
export async function calendarEvents(
  tx: Tx,
  view: View,
  activities: readonly Activity[],
  now: Date,
): Promise<CalendarEvent[]> {
  const hours = await hoursOf(
    tx,
    activities.map(({ id }) => id),
  );
  const slots = [...hours.values()].flat();
  const bySeries = new Map(
    activities.flatMap((activity) =>
      (hours.get(activity.id) ?? []).map(
        ({ slot }) => [slot.seriesId, { activity, slot }] as const,
      ),
    ),
  );
  const places = await placesOf(tx, [
    ...activities.flatMap(({ fields }) => fields.placeId ?? []),
    ...slots.flatMap(({ slot }) => slot.placeId ?? []),
  ]);
  const today = dayOf(now);
  const dates = await occurrencesBetween(
    tx,
    [...bySeries.keys()],
    addDays(today, -daysBack),
    addDays(today, daysAhead),
  );
  return dates.slice(0, most).flatMap((date) => {
    const known = bySeries.get(date.seriesId);
    if (!known) return [];
    const { fields, slug } = known.activity;
    return calendarEvent({
      activity: known.activity,
      date,
      place: places.get(known.slot.placeId ?? fields.placeId ?? ""),
      detail: known.slot.placeDetail ?? fields.placeDetail,
      url: view.origin + view.href(urls.activity(slug)),
    });
  });
}

type EventPlace = Pick<
  PublishedPlace,
  "name" | "street" | "postcode" | "town" | "latitude" | "longitude"
>;

/** One date of an activity as an event: the same in every calendar of the site, under one identifier. */
export function calendarEvent(of: {
  activity: Activity;
  date: Occurrence;
  place: EventPlace | undefined;
  detail: string | null;
  url: string;
}): CalendarEvent {
  const { activity, date, place, detail, url } = of;
  const { fields, association, state } = activity;
  return {
    id: date.id,
    sequence: date.sequence,
    startsAt: date.startsAt,
    endsAt: date.endsAt,
    changedAt: date.changedAt,
    title: fields.title,
    description: [date.notice, association.name, fields.what].filter(Boolean).join("\n\n"),
    location: [place?.name, place?.street, place?.postcode, place?.town, detail].filter(Boolean).join(", "), // prettier-ignore
    position:
      place?.latitude && place.longitude
        ? { latitude: place.latitude, longitude: place.longitude }
        : undefined,
    url,
    cancelled: date.state === "cancelled" || state === "stopped",
  };
}

/** The same as a file. */
export const calendarOf = async (
  tx: Tx,
  view: View,
  name: string,
  activities: readonly Activity[],
  now: Date,
): Promise<string> =>
  calendarFile({
    name,
    host: new URL(view.origin).hostname,
    lang: view.lang,
    events: await calendarEvents(tx, view, activities, now),
  });
