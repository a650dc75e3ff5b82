import { dayOf } from "../../../platform/clock.ts";
import { associationUrls } from "../../associations/index.ts";
import { PhotoFigure } from "../../communes/index.ts";
import { longDay } from "../../../ui/dates.ts";
import {
  Breadcrumb,
  French,
  inFrench,
  page,
  PrintButton,
  ShareButton,
  Split,
  Tag,
  type View,
} from "../../../ui/index.ts";
import type { NewsItem } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { firstWords } from "./list-page.tsx";

/** One item: what was done, what the town hall brought, what it changed, and who did it. */
export function newsPage(view: View, item: NewsItem): string {
  const { t, href, lang, origin } = view;
  const day = item.publishedAt ? dayOf(item.publishedAt) : undefined;
  return page(
    view,
    {
      title: item.title,
      description: firstWords(item.body),
      section: urls.list,
      canonical: urls.item(item.slug),
      jsonLd: [
        {
          "@context": "https://schema.org",
          "@type": "NewsArticle",
          headline: item.title,
          datePublished: item.publishedAt?.toISOString(),
          inLanguage: "fr",
          url: origin + urls.item(item.slug),
          ...(item.photo ? { image: `${origin}/fichiers/${item.photo.id}` } : {}),
          publisher: { "@type": "GovernmentOrganization", name: view.commune.name },
          about: item.associations
            .filter(({ listed }) => listed)
            .map(({ name, slug }) => ({
              "@type": "NGO",
              name,
              url: origin + associationUrls.listing(slug),
            })),
        },
      ],
    },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("news:title"), path: urls.list },
          { words: t(`news:kind.${item.kind}.many`), path: urls.kind(item.kind) },
        ]}
        here={item.title}
      />
      <h1>
        <French view={view}>{item.title}</French>
      </h1>
      <p class="row">
        <Tag>{t(`news:kind.${item.kind}.one`)}</Tag>
        {day && <span class="soft">{longDay(lang, day)}</span>}
      </p>
      <Split
        end
        side={
          <section class="flow not-paper" aria-label={t("news:do")}>
            <ShareButton view={view} url={origin + href(urls.item(item.slug))} />
            <PrintButton view={view} />
          </section>
        }
      >
        <Story view={view} item={item} />
      </Split>
    </>,
  );
}

/** What residents read, shown the same to who prepares it. */
export function Story({ view, item }: { view: View; item: NewsItem }) {
  const { t, href } = view;
  const about = item.associations.filter(({ listed }) => listed);
  return (
    <div class="flow">
      {item.photo && <PhotoFigure view={view} photo={item.photo} />}
      <Paragraphs view={view} text={item.body} />
      {item.results && (
        <>
          <h2>{t("news:results")}</h2>
          <Paragraphs view={view} text={item.results} />
        </>
      )}
      {item.support && (
        <>
          <h2>{t("news:support")}</h2>
          <Paragraphs view={view} text={item.support} />
        </>
      )}
      {about.length > 0 && (
        <>
          <h2>{t("news:about", { count: about.length })}</h2>
          <ul>
            {about.map(({ name, slug }) => (
              <li>
                <a href={href(associationUrls.listing(slug))}>
                  <French view={view}>{name}</French>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Written in French, whatever the language of the page. */
const Paragraphs = ({ view, text }: { view: View; text: string }) => (
  <div class="flow" {...inFrench(view)}>
    {text.split(/\n{2,}/).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </div>
);
