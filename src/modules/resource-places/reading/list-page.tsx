import { dayOf } from "../../../platform/clock.ts";
import {
  AreaMap,
  Breadcrumb,
  EmptyState,
  page,
  RestScene,
  ResultItem,
  Results,
  Tag,
  type Area,
  type View,
  French,
  Phone,
  PrintButton,
} from "../../../ui/index.ts";
import { OpeningHours, stateWords } from "../../scheduling/index.ts";
import type { SeenPlace } from "../booking/seen.ts";
import { urls } from "../urls.ts";

export type ListSeen = {
  places: readonly SeenPlace[];
  outline: readonly Area[];
  districts: readonly Area[];
  now: Date;
};

/** Every resource place: whether it is open, where it is, what one finds there. */
export function listPage(view: View, { places, outline, districts, now }: ListSeen): string {
  const { t, lang, href } = view;
  const located = places.flatMap(({ place }) => {
    const { latitude, longitude } = place.place;
    return latitude === null || longitude === null
      ? []
      : [
          {
            at: [longitude, latitude] as const,
            name: place.name,
            href: href(urls.one(place.slug)),
          },
        ];
  });
  return page(
    view,
    {
      title: t("resource-places:title"),
      description: t("resource-places:lead"),
      canonical: urls.list,
      section: urls.list,
    },
    <>
      <Breadcrumb view={view} trail={[]} here={t("resource-places:title")} />
      <h1>{t("resource-places:title")}</h1>
      <p class="lead">{t("resource-places:lead")}</p>
      {places.length > 0 && (
        <p class="not-paper">
          <PrintButton view={view} />
        </p>
      )}
      {places.length === 0 ? (
        <EmptyState scene={<RestScene />} title={t("resource-places:empty")}>
          <p>
            <a href={href("/contact")}>{t("resource-places:emptyGo")}</a>
          </p>
        </EmptyState>
      ) : (
        <Results>
          {places.map(({ place, state, timetable }) => (
            <ResultItem
              title={place.name}
              href={href(urls.one(place.slug))}
              summary={place.summary && <French view={view}>{place.summary}</French>}
              facts={[
                {
                  icon: "clock",
                  words: (
                    <span class="not-paper">{stateWords(t, lang, timetable.zone, state, now)}</span>
                  ),
                },
                {
                  icon: "place",
                  words: <French view={view}>{place.place.address || place.place.name}</French>,
                },
                ...(place.association
                  ? [
                      {
                        icon: "association" as const,
                        words: <French view={view}>{place.association.name}</French>,
                      },
                    ]
                  : []),
              ]}
              tags={
                <>
                  {place.hybrid && <Tag>{t("resource-places:hybrid")}</Tag>}
                  {place.services.slice(0, 3).map((one) => (
                    <Tag>{t(`resource-places:services.${one}`)}</Tag>
                  ))}
                </>
              }
            >
              <div class="only-paper">
                {place.phone && (
                  <p>
                    <Phone number={place.phone} />
                  </p>
                )}
                <OpeningHours view={view} timetable={timetable} today={dayOf(now)} />
              </div>
            </ResultItem>
          ))}
        </Results>
      )}
      {located.length > 1 && (
        <section class="flow not-paper">
          <h2>{t("resource-places:map")}</h2>
          <AreaMap view={view} outline={outline} districts={districts} places={located} />
        </section>
      )}
    </>,
  );
}
