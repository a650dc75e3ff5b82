import { longDay, shortDay } from "../../../ui/dates.ts";
import {
  Breadcrumb,
  deskPage,
  EmptyState,
  RestScene,
  Table,
  type View,
} from "../../../ui/index.ts";
import type { Period } from "../../communes/index.ts";
import { urls } from "../urls.ts";
import type { CountedHandover } from "./queries.ts";

type Counted = {
  season: Period;
  rows: readonly CountedHandover[];
  before: { season: Period; count: number };
  /** The season shown is the one of today. */
  current: boolean;
};

/** Boards handed over in a season: how many, against the season before, and each of them. */
export function countedPage(view: View, { season, rows, before, current }: Counted): string {
  const { t, href, lang } = view;
  const title = t("space:counted.title");
  const words = ({ from, to }: Period) =>
    t("space:counted.season", { from: longDay(lang, from), to: longDay(lang, to) });
  return deskPage(
    view,
    { title, section: urls.claims },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("space:claims.title"), path: urls.claims }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">
        {t("space:counted.count", { count: rows.length })} {words(season)}.{" "}
        {t("space:counted.before", { count: before.count })}
      </p>
      <Table
        view={view}
        caption={words(season)}
        rows={rows}
        empty={
          <EmptyState scene={<RestScene />} title={t("space:counted.none")}>
            <p>{t("space:counted.noneWords")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("space:counted.association"),
            heading: true,
            cell: (row) => (
              <a href={href(urls.deskHandover(row.associationId))}>{row.association}</a>
            ),
          },
          { label: t("space:counted.day"), cell: ({ at }) => shortDay(lang, at) },
          {
            label: t("space:counted.by"),
            cell: ({ by, byName }) =>
              [t(`space:counted.who.${by}`), byName].filter(Boolean).join(" : "),
          },
        ]}
      />
      <p>
        <a href={href(current ? urls.handoversOf(before.season.from) : urls.handovers)}>
          {t(current ? "space:counted.seeBefore" : "space:counted.seeNow")}
        </a>
      </p>
    </>,
  );
}
