import { commaList } from "../../../platform/i18n/index.ts";
import type { Section, TextField } from "../../associations/index.ts";
import {
  AreaMap,
  Facts,
  French,
  Icon,
  WordsIn,
  type Area,
  type Fact,
  type View,
} from "../../../ui/index.ts";
import { FreshnessTag, publicsOf } from "../lines.tsx";
import type { Listing, ListingPlace } from "./queries.ts";
import { SaidWords, saidOf, type Reading } from "./reading.tsx";

export type Ground = { outline: readonly Area[]; districts: readonly Area[] };

/** Since when a section is known to be true, and who said so. */
export function Since({
  view,
  listing,
  section,
}: {
  view: View;
  listing: Listing;
  section: Section;
}) {
  const state = listing.confirmed.find((one) => one.section === section);
  if (!state) return null;
  return (
    <p class="row since">
      <FreshnessTag view={view} level={state.level} on={state.on} />
      {state.by && <span class="soft">{view.t(`directory:listing.by_${state.by}`)}</span>}
    </p>
  );
}

/** The answer first: what for whom, where, when, how to join, how much. */
export function Answer(props: { view: View; listing: Listing; reading: Reading }) {
  const { view, listing, reading } = props;
  const { t } = view;
  const since = (section: Section) => <Since view={view} listing={listing} section={section} />;
  const dated = (field: TextField, section: Section) => {
    const said = saidOf(listing, reading, field);
    return (
      said && (
        <>
          <SaidWords view={view} said={said} />
          {said.stale ? <p class="soft">{t("directory:texts.stale")}</p> : since(section)}
        </>
      )
    );
  };
  const facts: Fact[] = [
    {
      term: t("directory:listing.whom"),
      value: listing.publics.length ? publicsOf(view, listing.publics) : undefined,
    },
    {
      term: t("directory:listing.where"),
      value: listing.places.length ? (
        <>
          <Places view={view} places={listing.places} />
          {!listing.schedule && since("places")}
        </>
      ) : undefined,
    },
    {
      term: t("directory:listing.when"),
      value: dated("schedule", "places"),
    },
    { term: t("directory:listing.join"), value: dated("registration", "registration") },
    { term: t("directory:listing.price"), value: dated("prices", "prices") },
  ];
  return <Facts view={view} facts={facts} />;
}

const Places = ({ view, places }: { view: View; places: readonly ListingPlace[] }) => (
  <>
    {places.map((place) => (
      <p>
        <French view={view}>
          {place.name}
          {place.street && `, ${place.street}`}
          {place.district && ` (${place.district})`}
          {place.detail && <span class="soft"> {place.detail}</span>}
        </French>
      </p>
    ))}
  </>
);

/** Where it happens on the commune's map, and what helps people who move, see or hear with difficulty. */
export function Where(props: { view: View; listing: Listing; reading: Reading; ground: Ground }) {
  const { view, listing, reading, ground } = props;
  const { t } = view;
  const placed = listing.places.filter(({ lat, lon }) => lat !== null && lon !== null);
  const yes = [
    ...new Set([...listing.accessYes, ...listing.places.flatMap((place) => place.accessYes)]),
  ];
  const no = [
    ...new Set([...listing.accessNo, ...listing.places.flatMap((place) => place.accessNo)]),
  ].filter((code) => !yes.includes(code));
  const note = saidOf(listing, reading, "accessNote");
  const notes = listing.places.flatMap((place) => place.accessNote || []);
  const words = (code: string) =>
    t(`associations:access.${code}` as "associations:access.step_free");
  const access = yes.length + no.length + notes.length > 0 || note !== undefined;
  if (!placed.length && !access) return null;
  return (
    // On paper the address says where it is: without more to say, the section is its map.
    <section class={access ? "flow" : "flow not-paper"}>
      <h2>{t("directory:listing.come")}</h2>
      {placed.length > 0 && ground.outline.length > 0 && (
        <div class="map-small not-paper">
          <AreaMap
            view={view}
            outline={ground.outline}
            districts={ground.districts}
            places={placed.map((place) => ({
              at: [place.lon ?? 0, place.lat ?? 0],
              name: place.name,
              href: `geo:${place.lat},${place.lon}`,
              words: (
                <French view={view}>
                  {[place.street, place.district].filter(Boolean).join(", ")}
                </French>
              ),
            }))}
          />
        </div>
      )}
      {access && <h3>{t("directory:listing.access")}</h3>}
      {access && <Since view={view} listing={listing} section="accessibility" />}
      {yes.length > 0 && (
        <ul class="result-facts plain">
          {yes.map((code) => (
            <li>
              <Icon name="done" />
              <span>{words(code)}</span>
            </li>
          ))}
        </ul>
      )}
      {no.length > 0 && (
        <p>
          {t("directory:listing.accessNo", {
            list: commaList(view.lang, no.map(words)).toLowerCase(),
          })}
        </p>
      )}
      {note && <WordsIn lang={note.lang} text={note.text} />}
      {notes.map((text) => (
        <WordsIn lang="fr" text={text} />
      ))}
    </section>
  );
}
