import {
  Alert,
  Breadcrumb,
  ButtonLink,
  Pagination,
  Results,
  SearchBox,
  Split,
  page,
  type Area,
  type View,
} from "../../../ui/index.ts";
import { LineItem } from "../lines.tsx";
import { pageSize } from "../rules.ts";
import type { Found } from "../search/ask.ts";
import { urls } from "../urls.ts";
import { paramsOf, searchUrl, type Search } from "./address.ts";
import { Beside, type BesideSeen } from "./beside.tsx";
import { ActiveFilters, Filters } from "./filters.tsx";
import { ResultsMap } from "./map.tsx";
import { NothingFound } from "./nothing.tsx";

export type Shown = {
  search: Search;
  found: Found;
  /** Themes that the words asked for mean. */
  themes: readonly string[];
  map: { outline: readonly Area[]; districts: readonly Area[] } | undefined;
  beside: BesideSeen;
};

/** A page of results: list or map, with the filters at the side. */
export function resultsPage(view: View, shown: Shown): string {
  const { t, href } = view;
  const { search, found } = shown;
  const pages = Math.ceil(found.total / pageSize);
  const title = titleOf(view, search);
  const plain = !search.text && !search.near && !search.map && !search.access.length;
  const address = (page: number) => href(searchUrl({ ...search, chosen: [] }, { page }));
  return page(
    view,
    {
      title:
        search.page > 1 ? t("directory:results.pageTitle", { title, page: search.page }) : title,
      description: t("directory:results.description", { commune: view.commune.name }),
      section: urls.list,
      canonical: searchUrl(plain ? { ...search, chosen: [] } : searchNowhere, {
        page: plain ? search.page : 1,
      }),
      embeds: true,
      hidden: !plain,
      previous: search.page > 1 ? address(search.page - 1) : undefined,
      next: search.page < pages ? address(search.page + 1) : undefined,
    },
    <>
      <Breadcrumb view={view} trail={[]} here={t("directory:results.title")} />
      <h1>{title}</h1>
      <SearchBox
        view={view}
        action={href(urls.list)}
        value={search.text}
        label={t("directory:results.label")}
        kept={paramsOf({ ...search, text: "", exact: false, page: 1 })}
      />
      {found.total === 0 && !filtered(search) ? (
        <>
          <NothingFound view={view} shown={shown} />
          <Beside seen={shown.beside} />
        </>
      ) : (
        <Split side={<Filters view={view} search={search} found={found} />}>
          <Matter view={view} shown={shown} pages={pages} />
        </Split>
      )}
    </>,
  );
}

const filtered = (search: Search): boolean =>
  Boolean(search.theme || search.district || search.public || search.near || search.access.length);

/** What was understood, what filters are in force, then the results. */
function Matter({ view, shown, pages }: { view: View; shown: Shown; pages: number }) {
  const { t, href } = view;
  const { search, found } = shown;
  return (
    <>
      <Understood view={view} search={search} found={found} />
      <ActiveFilters view={view} search={search} found={found} />
      {found.total === 0 ? (
        <NothingFound view={view} shown={shown} />
      ) : (
        <>
          <Bar view={view} search={search} found={found} />
          {shown.map ? (
            <ResultsMap view={view} shown={shown} map={shown.map} />
          ) : (
            <Results>
              {found.lines.map((line) => (
                <LineItem view={view} line={line} chosen={search.chosen} />
              ))}
            </Results>
          )}
          <Pagination
            view={view}
            page={search.page}
            pages={pages}
            href={(page) => href(searchUrl(search, { page }))}
          />
        </>
      )}
      <Beside seen={shown.beside} />
      {found.total > 0 && (
        <p class="soft">
          <a href={href(urls.rules)}>{t("directory:results.rules")}</a>
        </p>
      )}
    </>
  );
}

const searchNowhere: Search = {
  text: "",
  theme: "",
  district: "",
  public: "",
  access: [],
  near: "",
  map: false,
  exact: false,
  page: 1,
  chosen: [],
};

function titleOf({ t }: View, search: Search): string {
  if (search.text) return t("directory:results.for", { words: search.text });
  if (search.theme) {
    const theme = t(`associations:theme.${search.theme}` as "associations:theme.sport");
    return t("directory:results.theme", { theme });
  }
  return t("directory:results.title");
}

/** How many, and the other way of seeing them. */
function Bar({ view, search, found }: { view: View; search: Search; found: Found }) {
  const { t, href } = view;
  return (
    <div class="row result-bar">
      <p>
        <strong>{t("directory:results.count", { count: found.total })}</strong>
        {search.near && <span class="soft"> {t("directory:results.nearest")}</span>}
      </p>
      {search.chosen.length > 0 && (
        <ButtonLink kind="quiet" icon="star" href={href(urls.selection(search.chosen))}>
          {t("directory:selection.see", { count: search.chosen.length })}
        </ButtonLink>
      )}
      {search.map ? (
        <ButtonLink
          kind="secondary"
          icon="list"
          href={href(searchUrl(search, { map: false, page: search.page }))}
        >
          {t("directory:results.asList")}
        </ButtonLink>
      ) : (
        <ButtonLink
          kind="secondary"
          icon="map"
          href={href(searchUrl(search, { map: true, page: search.page }))}
        >
          {t("directory:results.asMap")}
        </ButtonLink>
      )}
    </div>
  );
}

/** What was understood of a word nobody uses here, and how to ask for it as typed. */
function Understood({ view, search, found }: { view: View; search: Search; found: Found }) {
  const { t, href } = view;
  if (!found.corrected.length || !found.total) return null;
  return (
    <Alert view={view} kind="info">
      <p>
        {t("directory:results.corrected", {
          words: found.corrected.map(({ to }) => `« ${to} »`).join(", "),
        })}{" "}
        <a href={href(searchUrl(search, { exact: true }))}>
          {t("directory:results.asTyped", {
            words: found.corrected.map(({ from }) => `« ${from} »`).join(", "),
          })}
        </a>
      </p>
    </Alert>
  );
}
