import { dayOf } from "../../../platform/clock.ts";
import { PhotoThumb } from "../../communes/index.ts";
import { longDay } from "../../../ui/dates.ts";
import {
  Breadcrumb,
  EmptyState,
  French,
  page,
  Pagination,
  RestScene,
  ResultItem,
  Results,
  Tag,
  type View,
} from "../../../ui/index.ts";
import { newsKinds, type NewsKind } from "../codes.ts";
import type { NewsItem } from "../record/queries.ts";
import { urls } from "../urls.ts";

export type ListSeen = {
  items: readonly NewsItem[];
  kind: NewsKind | undefined;
  count: number;
  page: number;
  pages: number;
};

/** Everything told, the latest first: no label, no ranking. */
export function listPage(view: View, seen: ListSeen): string {
  const { t, href } = view;
  const { items, kind } = seen;
  const title = kind ? t(`news:kind.${kind}.many`) : t("news:title");
  const here = kind ? urls.kind(kind) : urls.list;
  return page(
    view,
    { title, description: t("news:lead"), canonical: here, section: urls.list },
    <>
      <Breadcrumb
        view={view}
        trail={kind ? [{ words: t("news:title"), path: urls.list }] : []}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{kind ? t(`news:kind.${kind}.words`) : t("news:lead")}</p>
      <nav class="not-paper" aria-label={t("news:kinds")}>
        <ul class="chips">
          <li>
            <a class="chip" href={href(urls.list)} aria-current={kind ? undefined : "page"}>
              {t("news:all")}
            </a>
          </li>
          {newsKinds.map((one) => (
            <li>
              <a
                class="chip"
                href={href(urls.kind(one))}
                aria-current={kind === one ? "page" : undefined}
              >
                {t(`news:kind.${one}.many`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {items.length === 0 ? (
        <EmptyState scene={<RestScene />} title={t("news:empty")}>
          <p>
            <a href={href("/annuaire")}>{t("news:emptyGo")}</a>
          </p>
        </EmptyState>
      ) : (
        <NewsLines view={view} items={items} level={2} />
      )}
      <Pagination
        view={view}
        page={seen.page}
        pages={seen.pages}
        href={(number) => href(number > 1 ? `${here}${kind ? "&" : "?"}page=${number}` : here)}
      />
      <p class="soft">
        {t("news:how")}{" "}
        <a class="not-paper" href={href("/nouveautes.atom")}>
          {t("news:follow")}
        </a>
      </p>
    </>,
  );
}

/** Items as a list of results: what it is, its first words, whom it is about, its day. */
export const NewsLines = (props: { view: View; items: readonly NewsItem[]; level: 2 | 3 }) => {
  const { view, items, level } = props;
  const { t, lang, href } = view;
  return (
    <Results>
      {items.map((item) => {
        const about = item.associations.filter(({ listed }) => listed);
        return (
          <ResultItem
            title={<French view={view}>{item.title}</French>}
            href={href(urls.item(item.slug))}
            level={level}
            summary={<French view={view}>{firstWords(item.body)}</French>}
            picture={item.photo && <PhotoThumb photo={item.photo} />}
            facts={[
              ...(item.publishedAt
                ? [{ icon: "calendar" as const, words: longDay(lang, dayOf(item.publishedAt)) }]
                : []),
              ...(about.length
                ? [
                    {
                      icon: "association" as const,
                      words: (
                        <French view={view}>{about.map(({ name }) => name).join(", ")}</French>
                      ),
                    },
                  ]
                : []),
            ]}
            tags={<Tag>{t(`news:kind.${item.kind}.one`)}</Tag>}
          />
        );
      })}
    </Results>
  );
};

const shown = 180;

/** The first words of a text, cut between two words. */
export function firstWords(body: string): string {
  const words = body.replaceAll(/\s+/g, " ");
  if (words.length <= shown) return words;
  return `${words.slice(0, words.lastIndexOf(" ", shown)).replace(/[\s.,:]+$/, "")}…`;
}
