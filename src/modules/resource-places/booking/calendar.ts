import { file, type Answer } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { calendarFile } from "../../scheduling/index.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";
import type { Booking } from "./queries.ts";

/** Bookings as a file for the calendar of a phone; those given back are said cancelled. */
export const bookingFile = (
  ask: Ask,
  bookings: readonly { booking: Booking; place: ResourcePlace }[],
): Answer =>
  file(
    calendarFile({
      name: ask.t("resource-places:mine.title"),
      host: ask.url.hostname,
      lang: ask.lang,
      events: bookings.map(({ booking, place }) => ({
        id: booking.id,
        sequence: booking.ended ? 1 : 0,
        startsAt: booking.from,
        endsAt: booking.until,
        changedAt: booking.createdAt,
        title: booking.bookable,
        description: booking.purpose ?? undefined,
        location: [place.name, place.place.address].filter(Boolean).join(", "),
        position: positionOf(place),
        url: ask.view.origin + ask.view.href(urls.one(place.slug)),
        cancelled: booking.ended !== null,
      })),
    }),
    "text/calendar; charset=utf-8",
    "reservations.ics",
  );

const positionOf = ({ place: { latitude, longitude } }: ResourcePlace) =>
  latitude === null || longitude === null ? undefined : { latitude, longitude };
