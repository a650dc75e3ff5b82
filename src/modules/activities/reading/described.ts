import { associationUrls } from "../../associations/index.ts";
import type { View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { ActivityShown } from "./page.tsx";

/** Each date to come as schema.org describes an event (30.0); only what the page itself says. */
export function eventsOf(view: View, { activity, dates, place }: ActivityShown): object[] {
  if (activity.state !== "published") return [];
  const url = view.origin + view.href(urls.activity(activity.slug));
  const { fields, association } = activity;
  return dates.map((date) => ({
    "@context": "https://schema.org",
    "@type": "Event",
    url,
    name: fields.title,
    ...(fields.what ? { description: fields.what } : {}),
    startDate: date.startsAt.toISOString(),
    endDate: date.endsAt.toISOString(),
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    eventStatus: `https://schema.org/${date.state === "cancelled" ? "EventCancelled" : date.state === "moved" ? "EventRescheduled" : "EventScheduled"}`,
    location: {
      "@type": "Place",
      name: place?.name ?? fields.placeDetail ?? view.commune.name,
      address: {
        "@type": "PostalAddress",
        ...(place?.street ? { streetAddress: place.street } : {}),
        addressLocality: place?.town ?? view.commune.name,
        addressCountry: "FR",
      },
    },
    organizer: {
      "@type": "NGO",
      name: association.name,
      url: view.origin + view.href(associationUrls.listing(association.slug)),
    },
    ...(fields.priceKind === "free" ? { isAccessibleForFree: true } : {}),
  }));
}
