import type { ComponentChildren } from "preact";
import { longDay } from "../../../ui/dates.ts";
import { Alert, Breadcrumb, French, page, Split, Tag, type View } from "../../../ui/index.ts";
import type { Paper } from "../../associations/index.ts";
import { firstSentence } from "../../language/index.ts";
import { urls } from "../urls.ts";
import { described } from "./described.ts";
import { Papers } from "./papers.tsx";
import type { Listing } from "./queries.ts";
import { AlsoIn, languageOf, readIn, saidOf, WhoseWords, type Reading } from "./reading.tsx";
import { Contact } from "./contact.tsx";
import { Answer, Where, type Ground } from "./sections.tsx";
import { Side } from "./side.tsx";
import { Story } from "./story.tsx";

export type ListingShown = {
  listing: Listing;
  reading: Reading;
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
  const { listing, ground, reading } = shown;
  const aims = saidOf(listing, reading, "aims");
  const what = firstSentence(aims?.text, 150);
  const story = aims && aims.text.trim() !== firstSentence(aims.text, 10_000) ? aims : undefined;
  const ceased = listing.state === "ceased";
  return page(
    view,
    {
      title: listing.name,
      description: what,
      section: urls.list,
      canonical: readIn(view, reading, urls.association(listing.slug)),
      embeds: true,
      jsonLd: [described(view, listing, aims)],
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("directory:results.title"), path: urls.list }]}
        here={listing.name}
      />
      <h1>
        <French view={view}>
          {listing.name}
          {listing.acronym && <span class="soft"> ({listing.acronym})</span>}
        </French>
      </h1>
      {listing.themes.length > 0 && (
        <p class="row">
          {listing.themes.map((code) => (
            <Tag icon="tag">{t(`associations:theme.${code}` as "associations:theme.sport")}</Tag>
          ))}
        </p>
      )}
      <AlsoIn view={view} listing={listing} reading={reading} />
      <WhoseWords view={view} listing={listing} reading={reading} />
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
      {aims && (
        <p class="lead" {...languageOf(view, aims.lang)}>
          {firstSentence(aims.text, 400)}
        </p>
      )}
      {ceased ? (
        <Story view={view} listing={listing} story={story} />
      ) : (
        <Split end side={<Side view={view} shown={shown} />}>
          <Answer view={view} listing={listing} reading={reading} />
          {shown.said}
          <Contact view={view} listing={listing} />
          <Story view={view} listing={listing} story={story} />
          <Papers view={view} papers={shown.papers} today={shown.today} />
          <Where view={view} listing={listing} reading={reading} ground={ground} />
          <p class="soft not-paper">
            <a href={href(urls.rules)}>{t("directory:results.rules")}</a>
          </p>
        </Split>
      )}
    </>,
  );
}
