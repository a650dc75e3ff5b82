import type { ComponentChildren } from "preact";
import { longDay } from "../../../ui/dates.ts";
import { Alert, Breadcrumb, page, Split, Tag, type View } from "../../../ui/index.ts";
import type { Paper } from "../../associations/index.ts";
import { firstSentence } from "../../language/index.ts";
import { urls } from "../urls.ts";
import { described } from "./described.ts";
import { Papers } from "./papers.tsx";
import type { Listing } from "./queries.ts";
import { Contact } from "./contact.tsx";
import { Answer, Where, type Ground } from "./sections.tsx";
import { Side } from "./side.tsx";
import { Story } from "./story.tsx";

export type ListingShown = {
  listing: Listing;
  ground: Ground;
  chosen: readonly string[];
  /** What other rooms say of the association. */
  said: readonly ComponentChildren[];
  /** What the association shows to everybody. */
  papers: readonly Paper[];
  today: string;
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
      embeds: true,
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
          <Papers view={view} papers={shown.papers} today={shown.today} />
          <Where view={view} listing={listing} ground={ground} />
          <p class="soft not-paper">
            <a href={href(urls.rules)}>{t("directory:results.rules")}</a>
          </p>
        </Split>
      )}
    </>,
  );
}
