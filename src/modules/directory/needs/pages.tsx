import { longDay } from "../../../ui/dates.ts";
import { deskPage, EmptyState, RestScene, Table, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Need } from "./queries.ts";

/** What residents looked for without finding it: a missing association, or a missing word. */
export function needsPage(view: View, needs: readonly Need[], mayAddWords: boolean): string {
  const { t, href, lang } = view;
  return deskPage(
    view,
    { title: t("directory:needs.title"), section: urls.needs },
    <>
      <h1>{t("directory:needs.title")}</h1>
      <p class="lead">{t("directory:needs.lead")}</p>
      <Table
        view={view}
        caption={t("directory:needs.table")}
        rows={needs}
        empty={
          <EmptyState scene={<RestScene />} title={t("directory:needs.none")}>
            <p>{t("directory:needs.noneWords")}</p>
          </EmptyState>
        }
        columns={[
          { label: t("directory:needs.words"), heading: true, cell: (need) => need.words },
          { label: t("directory:needs.searches"), numeric: true, cell: (need) => need.searches },
          { label: t("directory:needs.last"), cell: (need) => longDay(lang, need.lastDay) },
          {
            label: t("directory:needs.try"),
            cell: (need) => (
              <a href={href(urls.search(need.words))}>
                {t("directory:needs.again")}
                <span class="sr"> : {need.words}</span>
              </a>
            ),
          },
        ]}
      />
      {mayAddWords && (
        <p>
          <a href={href(urls.synonyms)}>{t("directory:needs.addWord")}</a>
        </p>
      )}
    </>,
  );
}
