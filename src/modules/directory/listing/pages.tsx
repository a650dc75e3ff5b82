import type { ComponentChildren } from "preact";
import { longDay } from "../../../ui/dates.ts";
import { Alert, Breadcrumb, Facts, page, Split, Tag, type View } from "../../../ui/index.ts";
import { firstSentence } from "../rules.ts";
import { urls } from "../urls.ts";
import { described } from "./described.ts";
import type { Listing } from "./queries.ts";
import { Contact } from "./contact.tsx";
import { Answer, Where, type Ground } from "./sections.tsx";
import { Side } from "./side.tsx";

export type ListingShown = {
  listing: Listing;
  ground: Ground;
  chosen: readonly string[];
  /** What other rooms say of the association. */
  said: readonly ComponentChildren[];
};

/** The page of an association: the answer first, the story after. */
export function listingPage(view: View, shown: ListingShown): string {
  const { t, href, lang } = view;
  const { listing, ground } = shown;
  const what = firstSentence(listing.aims, 150);
  const story =
    listing.aims && listing.aims.trim() !== firstSentence(listing.aims, 10_000)
      ? listing.aims
      : undefined;
  const ceased = listing.state === "ceased";
  return page(
    view,
    {
      title: listing.name,
      description: what,
      section: urls.list,
      canonical: urls.association(listing.slug),
      jsonLd: [described(view, listing)],
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("directory:results.title"), path: urls.list }]}
        here={listing.name}
      />
      <h1>
        {listing.name}
        {listing.acronym && <span class="soft"> ({listing.acronym})</span>}
      </h1>
      {listing.themes.length > 0 && (
        <p class="row">
          {listing.themes.map((code) => (
            <Tag icon="tag">{t(`associations:theme.${code}` as "associations:theme.sport")}</Tag>
          ))}
        </p>
      )}
      {ceased && (
        <Alert view={view} kind="warning" title={t("directory:listing.ceased")}>
          <p>
            {listing.stateOn
              ? t("directory:listing.ceasedOn", { day: longDay(lang, listing.stateOn) })
              : t("directory:listing.ceasedWords")}{" "}
            <a href={href(listing.themes[0] ? urls.theme(listing.themes[0]) : urls.list)}>
              {t("directory:listing.others")}
            </a>
          </p>
        </Alert>
      )}
      {listing.level === "archived" && !ceased && (
        <Alert view={view} kind="warning" title={t("directory:listing.archived")}>
          <p>
            {t("directory:listing.archivedWords")}{" "}
            <a href={href(urls.rules)}>{t("directory:results.rules")}</a>
          </p>
        </Alert>
      )}
      {listing.state === "dormant" && (
        <Alert view={view} kind="warning" title={t("directory:listing.dormant")}>
          <p>{t("directory:listing.dormantWords")}</p>
        </Alert>
      )}
      {what && <p class="lead">{firstSentence(listing.aims, 400)}</p>}
      {ceased ? (
        <Story view={view} listing={listing} story={story} />
      ) : (
        <Split end side={<Side view={view} shown={shown} />}>
          <Answer view={view} listing={listing} />
          {shown.said}
          <Contact view={view} listing={listing} />
          <Story view={view} listing={listing} story={story} />
          <Where view={view} listing={listing} ground={ground} />
          <p class="soft">
            <a href={href(urls.rules)}>{t("directory:results.rules")}</a>
          </p>
        </Split>
      )}
    </>,
  );
}

function Story({
  view,
  listing,
  story,
}: {
  view: View;
  listing: Listing;
  story: string | undefined;
}) {
  const { t, lang } = view;
  const languages = new Intl.DisplayNames([lang], { type: "language" });
  const spoken = listing.languages
    .filter((code) => code !== "fr")
    .map((code) => languages.of(code) ?? code);
  return (
    <section class="flow">
      <h2>{t("directory:listing.story")}</h2>
      {story && story.split(/\n{2,}/).map((paragraph) => <p>{paragraph}</p>)}
      <Facts
        view={view}
        facts={[
          {
            term: t("directory:listing.spoken"),
            value: spoken.length
              ? t("directory:listing.andFrench", { list: spoken.join(", ") })
              : undefined,
          },
          {
            term: t("directory:listing.website"),
            value: listing.website && (
              <a href={listing.website} rel="noopener">
                {listing.website.replace(/^https?:\/\/(www\.)?/, "")}
              </a>
            ),
          },
          {
            term: t("directory:listing.since"),
            value: listing.createdOn && longDay(lang, listing.createdOn),
          },
          {
            term: t("directory:listing.form"),
            value: t(
              `associations:legalForm.${listing.legalForm}` as "associations:legalForm.declared",
            ),
          },
          { term: t("directory:listing.seat"), value: listing.seat },
          { term: t("directory:listing.rna"), value: listing.rna },
          { term: t("directory:listing.siret"), value: listing.siret },
        ]}
      />
    </section>
  );
}
