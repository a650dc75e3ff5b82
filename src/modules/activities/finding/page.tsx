import { commaList } from "../../../platform/i18n/index.ts";
import {
  Alert,
  Breadcrumb,
  ButtonLink,
  page,
  Pagination,
  Results,
  SearchBox,
  Split,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { activityParams, activitySearchUrl, blankSearch, type ActivitySearch } from "./address.ts";
import { pageSize, type FoundActivities } from "./ask.ts";
import { saidWords } from "./chosen.ts";
import { ActivityFilters, ChosenActivityFilters } from "./filters.tsx";
import { ActivityItem } from "./line.tsx";
import { Nothing } from "./nothing.tsx";
import { saysMore, type Understood } from "./understood.ts";

export type ActivitiesShown = {
  search: ActivitySearch;
  said: Understood;
  found: FoundActivities;
  /** True when nothing was found at that time, and this is what there is at others. */
  otherTimes: boolean;
};

/** Activities found: what, when, for whom, where. */
export function activitiesPage(view: View, shown: ActivitiesShown): string {
  const { t, href } = view;
  const { search, found } = shown;
  const pages = Math.ceil(found.total / pageSize);
  const plain = activityParams({ ...search, theme: "", page: 1 }).length === 0;
  const title = search.text ? t("directory:results.for", { words: search.text }) : t("activities:find.title"); // prettier-ignore
  const address = (to: number) => href(activitySearchUrl(search, { page: to }));
  return page(
    view,
    {
      title:
        search.page > 1 ? t("directory:results.pageTitle", { title, page: search.page }) : title,
      description: t("activities:find.description", { commune: view.commune.name }),
      section: urls.search,
      canonical: activitySearchUrl(plain ? search : blankSearch, { page: plain ? search.page : 1 }),
      embeds: true,
      hidden: !plain,
      previous: search.page > 1 ? address(search.page - 1) : undefined,
      next: search.page < pages ? address(search.page + 1) : undefined,
    },
    <>
      <Breadcrumb view={view} trail={[]} here={t("activities:find.title")} />
      <h1>{title}</h1>
      <SearchBox
        view={view}
        action={href(urls.search)}
        value={search.text}
        label={t("directory:results.label")}
        hint={t("activities:find.hint")}
        kept={activityParams({ ...search, text: "", exact: false, page: 1 })}
      />
      <Shortcuts view={view} search={search} />
      <Split side={<ActivityFilters view={view} search={search} found={found} />}>
        <Matter view={view} shown={shown} pages={pages} />
      </Split>
    </>,
  );
}

/** What most people come for, in one tap. */
function Shortcuts({ view, search }: { view: View; search: ActivitySearch }) {
  const { t, href } = view;
  const ways: [string, Partial<ActivitySearch>, boolean][] = [
    [t("activities:find.windows.today"), { window: "today" }, search.window === "today"],
    [t("activities:find.windows.week"), { window: "week" }, search.window === "week"],
    [t("activities:find.windows.weekend"), { window: "weekend" }, search.window === "weekend"],
    [t("activities:find.moments.evening"), { moment: "evening" }, search.moment === "evening"],
    [t("activities:price.free"), { price: "free" }, search.price === "free"],
  ];
  return (
    <ul class="chips not-paper">
      {ways
        .filter(([, , already]) => !already)
        .map(([words, change]) => (
          <li>
            <a class="chip" href={href(activitySearchUrl(search, change))}>
              {words}
            </a>
          </li>
        ))}
      <li>
        <a class="chip" href={href(urls.agenda)}>
          {t("activities:find.agenda")}
        </a>
      </li>
    </ul>
  );
}

function Matter({ view, shown, pages }: { view: View; shown: ActivitiesShown; pages: number }) {
  const { t, href } = view;
  const { search, found } = shown;
  return (
    <>
      <Heard view={view} shown={shown} />
      <ChosenActivityFilters view={view} search={search} found={found} />
      {found.total === 0 ? (
        <Nothing view={view} shown={shown} />
      ) : (
        <>
          {shown.otherTimes && (
            <Alert view={view} kind="info" title={t("activities:find.otherTimes")}>
              <p>{t("activities:find.otherTimesWords")}</p>
            </Alert>
          )}
          <div class="row result-bar">
            <p>
              <strong>{t("activities:find.count", { count: found.total })}</strong>
              {search.near && <span class="soft"> {t("directory:results.nearest")}</span>}
            </p>
            <ButtonLink
              kind="secondary"
              icon="calendar"
              href={href(activitySearchUrl(search, {}, urls.searchCalendar))}
            >
              {t("activities:find.calendar")}
            </ButtonLink>
          </div>
          <Results>
            {found.lines.map((line) => (
              <ActivityItem view={view} line={line} />
            ))}
          </Results>
          <Pagination
            view={view}
            page={search.page}
            pages={pages}
            href={(to) => href(activitySearchUrl(search, { page: to }))}
          />
        </>
      )}
    </>
  );
}

/** What was understood of the words, and how to take them as typed. */
function Heard({ view, shown: { search, said, found } }: { view: View; shown: ActivitiesShown }) {
  const { t, href } = view;
  const more = saysMore(said);
  if (!more && !(found.corrected.length && found.total)) return null;
  return (
    <Alert view={view} kind="info">
      <p>
        {more && t("activities:find.heard", { words: saidWords(view, said).join(" · ") })}{" "}
        {found.corrected.length > 0 &&
          t("directory:results.corrected", {
            words: commaList(
              view.lang,
              found.corrected.map(({ to }) => `« ${to} »`),
            ),
          })}{" "}
        <a href={href(activitySearchUrl(search, { exact: true }))}>
          {t("activities:find.asTyped")}
        </a>
      </p>
    </Alert>
  );
}
