import { associationUrls } from "../../associations/index.ts";
import type { View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { ActivityShown, KnownPlace } from "./page.tsx";

/** Each date to come as schema.org describes an event (30.0); only what the page itself says. */
export function eventsOf(view: View, shown: ActivityShown): object[] {
  const { activity, dates, elsewhere } = shown;
  if (activity.state !== "published") return [];
  const url = view.origin + view.href(urls.activity(activity.slug));
  const { fields, association } = activity;
  const usual = { words: fields.placeDetail ?? undefined, place: shown.place };
  return dates.map((date) => ({
    "@context": "https://schema.org",
    "@type": "Event",
    url,
    name: fields.title,
    ...(fields.what ? { description: fields.what } : {}),
    ...(fields.photo ? { image: `${view.origin}/fichiers/${fields.photo}` } : {}),
    startDate: date.startsAt.toISOString(),
    endDate: date.endsAt.toISOString(),
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    eventStatus: `https://schema.org/${date.state === "cancelled" ? "EventCancelled" : date.state === "moved" ? "EventRescheduled" : "EventScheduled"}`,
    location: placeOf(view, elsewhere.get(date.seriesId) ?? usual),
    organizer: {
      "@type": "NGO",
      name: association.name,
      url: view.origin + view.href(associationUrls.listing(association.slug)),
    },
    ...(fields.priceKind === "free" ? { isAccessibleForFree: true } : {}),
  }));
}

const placeOf = (
  { commune }: View,
  { words, place }: { words: string | undefined; place: KnownPlace | undefined },
) => ({
  "@type": "Place",
  name: place?.name ?? words ?? commune.name,
  address: {
    "@type": "PostalAddress",
    ...(place?.street ? { streetAddress: place.street } : {}),
    addressLocality: place?.town ?? commune.name,
    addressCountry: "FR",
  },
});
