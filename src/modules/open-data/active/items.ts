import { activityUrls, type PublishedPlace } from "../../activities/index.ts";
import { associationUrls, codeWord } from "../../associations/index.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { departmentOf } from "../serving/department.ts";
import { urls } from "../urls.ts";
import type { Session } from "./reading.ts";
import { scheduleOf } from "./schedule.ts";

export type Making = {
  t: Translate;
  origin: string;
  commune: string;
  /** Of the commune: says its department when a place has no postcode. */
  insee: string | undefined;
};

const context = "https://openactive.io/";

export const seriesUrl = (origin: string, id: string): string =>
  `${origin}${urls.activeFeed("session-series")}/${id}`;
const sessionUrl = (origin: string, id: string): string =>
  `${origin}${urls.activeFeed("scheduled-sessions")}/${id}`;

/** One regular hour of an activity, or one day of an event, as OpenActive describes a series of sessions. */
export function sessionSeries(making: Making, { row, hours }: Omit<Session, "occurrence">): object {
  const { t, origin } = making;
  const { fields, slug, association } = row.activity;
  const { minAge, maxAge, priceKind, priceFrom } = fields;
  return {
    "@context": context,
    "@type": "SessionSeries",
    "@id": seriesUrl(origin, hours.series.id),
    identifier: hours.series.id,
    name: fields.title,
    ...(fields.what ? { description: fields.what } : {}),
    url: origin + activityUrls.activity(slug),
    ...(fields.photo
      ? { image: [{ "@type": "ImageObject", url: `${origin}/fichiers/${fields.photo}` }] }
      : {}),
    activity: themesOf(making, fields.themes),
    organizer: {
      "@type": "Organization",
      "@id": origin + associationUrls.listing(association.slug),
      identifier: association.id,
      name: association.name,
      url: origin + associationUrls.listing(association.slug),
    },
    location: placeOf(making, hours.place, hours.detail),
    eventSchedule: [scheduleOf(origin, hours.series)],
    ...(minAge !== null || maxAge !== null
      ? {
          ageRange: {
            "@type": "QuantitativeValue",
            ...(minAge === null ? {} : { minValue: minAge }),
            ...(maxAge === null ? {} : { maxValue: maxAge }),
          },
        }
      : {}),
    ...(fields.level === "all" ? {} : { level: [t(`activities:level.${fields.level}`)] }),
    ...(priceKind === "unknown" ? {} : { isAccessibleForFree: priceKind === "free" }),
    ...(priceKind === "free" || priceFrom !== null
      ? {
          offers: [
            {
              "@type": "Offer",
              "@id": `${seriesUrl(origin, hours.series.id)}#offer`,
              name: t("open-data:active.offer"),
              price: priceKind === "free" ? 0 : priceFrom,
              priceCurrency: "EUR",
            },
          ],
        }
      : {}),
  };
}

/** One time it takes place. */
export function scheduledSession(
  origin: string,
  { occurrence }: Pick<Session, "occurrence">,
): object {
  const { id, seriesId, startsAt, endsAt, state } = occurrence;
  return {
    "@context": context,
    "@type": "ScheduledSession",
    "@id": sessionUrl(origin, id),
    identifier: id,
    superEvent: seriesUrl(origin, seriesId),
    startDate: instant(startsAt),
    endDate: instant(endsAt),
    duration: `PT${Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000)}M`,
    eventStatus: `https://schema.org/${statusOf[state]}`,
  };
}

/** To the second: `2026-09-16T16:00:00Z`. */
const instant = (at: Date): string => at.toISOString().replace(/\.\d{3}/, "");

const statusOf = {
  planned: "EventScheduled",
  moved: "EventRescheduled",
  cancelled: "EventCancelled",
} as const;

/** Our own list of themes, under its own scheme: the activities of OpenActive are another list. */
const themesOf = ({ t, origin }: Making, codes: readonly string[]) =>
  (codes.length ? codes : ["leisure"]).map((code) => ({
    "@type": "Concept",
    "@id": `${origin}${urls.referralList("taxonomy_terms")}#${code}`,
    prefLabel: codeWord(t, "theme", code),
  }));

function placeOf(
  { origin, commune, insee }: Making,
  place: PublishedPlace | undefined,
  detail: string | null,
): object {
  if (!place)
    return {
      "@type": "Place",
      name: detail ?? commune,
      address: {
        "@type": "PostalAddress",
        addressLocality: commune,
        ...(insee ? { addressRegion: departmentOf(insee) } : {}),
        addressCountry: "FR",
      },
    };
  const { latitude, longitude } = place;
  return {
    "@type": "Place",
    "@id": `${origin}${urls.active}/places/${place.id}`,
    identifier: place.id,
    name: place.name,
    address: {
      "@type": "PostalAddress",
      ...(place.street ? { streetAddress: place.street } : {}),
      ...(place.postcode ? { postalCode: place.postcode } : {}),
      addressLocality: place.town ?? commune,
      ...((place.postcode ?? insee)
        ? { addressRegion: departmentOf(place.postcode ?? insee ?? "") }
        : {}),
      addressCountry: "FR",
    },
    ...(latitude !== null && longitude !== null
      ? { geo: { "@type": "GeoCoordinates", latitude, longitude } }
      : {}),
  };
}
