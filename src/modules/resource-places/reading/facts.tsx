import {
  dialled,
  Facts,
  MailAddress,
  type Fact,
  type View,
  French,
  Phone,
} from "../../../ui/index.ts";
import { accessFeatures } from "../../places/index.ts";
import { listNames, type ListName } from "../codes.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";

type Props = { view: View; place: ResourcePlace };

/** Where it is and how to reach it. */
export function Finding({ view, place }: Props) {
  const { t, href, origin } = view;
  const { association } = place;
  return (
    <section class="flow on-door">
      <h2>{t("resource-places:finding")}</h2>
      <Facts
        view={view}
        facts={[
          {
            term: t("resource-places:address"),
            value: (
              <>
                {[place.place.name, place.place.address, place.place.complement]
                  .filter(Boolean)
                  .map((line, at) => (
                    <>
                      {at > 0 && <br />}
                      <French view={view}>{line}</French>
                    </>
                  ))}
              </>
            ),
          },
          {
            term: t("resource-places:phone"),
            value: place.phone && (
              <a href={`tel:${dialled(place.phone)}`}>
                <Phone number={place.phone} />
              </a>
            ),
          },
          {
            term: t("resource-places:email"),
            value: place.email && <MailAddress address={place.email} />,
          },
          {
            term: t("resource-places:website"),
            value: place.website && <a href={place.website}>{new URL(place.website).hostname}</a>,
          },
          { term: t("resource-places:welcome"), value: written(view, place.welcome) },
          {
            term: t("resource-places:association"),
            value:
              association &&
              (association.listed ? (
                <a href={href(`/associations/${association.slug}`)}>
                  {written(view, association.name)}
                </a>
              ) : (
                written(view, association.name)
              )),
          },
        ]}
      />
      <p class="only-paper">{origin + href(urls.one(place.slug))}</p>
    </section>
  );
}

/** How one gets in and about: yes, no, or not said yet. */
export function Access({ view, place }: Props) {
  const { t } = view;
  const { accessYes, accessNo, accessNote } = place.place;
  const said = (feature: (typeof accessFeatures)[number]): Fact["value"] =>
    accessYes.includes(feature) ? (
      t("resource-places:access.yes")
    ) : accessNo.includes(feature) ? (
      t("resource-places:access.no")
    ) : (
      <span class="unsaid">{t("resource-places:access.unsaid")}</span>
    );
  return (
    <section class="flow on-door">
      <h2>{t("resource-places:access.title")}</h2>
      <Facts
        view={view}
        facts={[
          ...accessFeatures.map((feature): Fact => ({
            term: t(`associations:access.${feature}`),
            value: said(feature),
          })),
          { term: t("resource-places:access.note"), value: written(view, accessNote) },
        ]}
      />
      {place.acceslibre && (
        <p>
          <a href={place.acceslibre}>{t("resource-places:access.more")}</a>
        </p>
      )}
    </section>
  );
}

/** What one finds there, for whom, at what price. */
export function Practical({ view, place }: Props) {
  const { t } = view;
  const facts = listNames.map((list): Fact => ({
    term: t(`resource-places:list.${list}`),
    value: wordsOf(view, place, list),
  }));
  facts.push(
    { term: t("resource-places:connection"), value: written(view, place.connection) },
    { term: t("resource-places:remote"), value: written(view, place.remote) },
  );
  if (!facts.some(({ value }) => value)) return null;
  return (
    <section class="flow">
      <h2>{t("resource-places:practical")}</h2>
      <Facts view={view} facts={facts} />
    </section>
  );
}

const written = (view: View, words: string | null) => words && <French view={view}>{words}</French>;

/** The codes of a list in words, one after the other. */
const wordsOf = ({ t }: View, place: ResourcePlace, list: ListName): string =>
  place[list]
    .map((code) => t(`resource-places:${list}.${code}` as "resource-places:services.work"))
    .join(", ");
