import {
  Breadcrumb,
  EmptyState,
  NothingFoundScene,
  page,
  Pagination,
  RestScene,
  SearchBox,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { NeighboursFound } from "./ask.ts";
import { NeighbourLines } from "./lines.tsx";

export type NeighboursSeen = {
  found: NeighboursFound;
  text: string;
  neighbour: string | undefined;
  page: number;
  pages: number;
};

const directory = "/annuaire";

/** What neighbours publish: a search, one neighbour or all, page after page. */
export function neighboursPage(view: View, seen: NeighboursSeen): string {
  const { t, href } = view;
  const { found, text, neighbour } = seen;
  const at = (page: number) =>
    href(urls.listed({ text, ...(neighbour ? { neighbour } : {}), page }));
  return page(
    view,
    {
      title: t("exchange:title"),
      description: t("exchange:lead"),
      section: directory,
      canonical: urls.list,
      // Their own sites are where search engines find them.
      hidden: true,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("directory:results.title"), path: directory }]}
        here={t("exchange:title")}
      />
      <h1>{t("exchange:title")}</h1>
      <p class="lead">{t("exchange:lead")}</p>
      <SearchBox
        view={view}
        action={href(urls.list)}
        value={text}
        label={t("exchange:search")}
        kept={neighbour ? [["voisin", neighbour]] : []}
      />
      <Chips view={view} seen={seen} />
      {found.total === 0 ? (
        <Nothing view={view} text={text} />
      ) : (
        <>
          <p>
            <strong>{t("exchange:count", { count: found.total })}</strong>
          </p>
          <NeighbourLines view={view} lines={found.lines} level={2} />
          <Pagination view={view} page={seen.page} pages={seen.pages} href={at} />
        </>
      )}
      <p>
        <a href={href(directory)}>{t("exchange:back")}</a>
      </p>
    </>,
  );
}

function Chips({ view, seen }: { view: View; seen: NeighboursSeen }) {
  const { t, href } = view;
  const { found, text, neighbour } = seen;
  if (!found.neighbours.length) return null;
  return (
    <nav aria-label={t("exchange:choose")}>
      <ul class="chips">
        <li>
          <a
            class="chip"
            href={href(urls.listed({ text }))}
            aria-current={neighbour ? undefined : "page"}
          >
            {t("exchange:all")}
          </a>
        </li>
        {found.neighbours.map(({ id, name, count }) => (
          <li>
            <a
              class="chip"
              href={href(urls.listed({ text, neighbour: id }))}
              aria-current={id === neighbour ? "page" : undefined}
            >
              {name} <span class="count num">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const Nothing = ({ view, text }: { view: View; text: string }) =>
  text ? (
    <EmptyState scene={<NothingFoundScene />} title={view.t("exchange:nothing")}>
      <p>
        <a href={view.href(urls.list)}>{view.t("exchange:everything")}</a>
      </p>
    </EmptyState>
  ) : (
    <EmptyState scene={<RestScene />} title={view.t("exchange:empty")}>
      <p>{view.t("exchange:emptyWords")}</p>
    </EmptyState>
  );
