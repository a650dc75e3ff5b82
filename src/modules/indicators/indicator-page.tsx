import { Alert, Refused } from "../../ui/alert.tsx";
import { BarChart, LineChart, Stat } from "../../ui/chart.tsx";
import { longDay } from "../../ui/dates.ts";
import { deskPage } from "../../ui/desk-layout.tsx";
import { Actions, ButtonLink } from "../../ui/form.tsx";
import { Facts } from "../../ui/pieces.tsx";
import { Table } from "../../ui/table.tsx";
import type { View } from "../../ui/view.ts";
import { Breadcrumb } from "../../ui/wayfinding.tsx";
import {
  PeriodChooser,
  periodHeading,
  type Chart,
  type Period,
  type Reading,
  type Rows,
} from "../communes/index.ts";
import { DeclaredTable } from "./declared/pages.tsx";
import type { DeclaredFigure } from "./declared/queries.ts";
import type { IndicatorId } from "./ids.ts";
import { leastInside, maskParts } from "./masking.ts";
import { indicatorUrls } from "./urls.ts";
import { definitionOf, nameOf } from "./words.ts";

export type IndicatorPage = {
  id: IndicatorId;
  /** True where the parts of a chart count people: small ones are masked. */
  people: boolean;
  period: Period;
  today: string;
  reading: Reading | undefined;
  /** Undefined for those who may not see them. */
  rows: Rows | undefined;
  declared: readonly DeclaredFigure[];
  mayDeclare: boolean;
  /** The period of the address was refused, and this is why. */
  refused?: string | undefined;
};

/** One indicator: the sentence, the chart, the rows behind it, and how it is worked out. */
export function indicatorPage(view: View, data: IndicatorPage): string {
  const { t, lang } = view;
  const { id, period, reading, today } = data;
  const title = `${id} ${nameOf(t, id)}`;
  return deskPage(
    view,
    { title, section: indicatorUrls.all },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("indicators:title"), path: indicatorUrls.all }]}
        here={id}
      />
      <h1>{title}</h1>
      <p class="lead">{definitionOf(t, id)}</p>
      <Refused view={view} sentence={data.refused} />
      <h2>{periodHeading(t, lang, period)}</h2>
      {reading ? (
        <>
          <Stat value={reading.value} words={reading.words} note={reading.note} />
          {period.to >= today && (
            <p class="soft">{t("indicators:running", { date: longDay(lang, today) })}</p>
          )}
          {reading.charts
            .filter(({ data }) => data.length > 0)
            .map((chart) => (
              <IndicatorChart view={view} chart={chart} id={id} people={data.people} />
            ))}
          {reading.facts.length > 0 && <Facts view={view} facts={reading.facts} />}
        </>
      ) : (
        <Alert view={view} kind="info" title={t("indicators:notComputed")}>
          <p>{t("indicators:notComputedWhy")}</p>
        </Alert>
      )}
      <PeriodChooser
        view={view}
        period={period}
        today={today}
        path={(one) => indicatorUrls.one(id, one)}
      />
      {data.rows && <RowsTable view={view} data={data} rows={data.rows} />}
      <section class="flow push">
        <h2>{t("indicators:declared.heading")}</h2>
        <DeclaredTable view={view} figures={data.declared} />
        {data.mayDeclare && (
          <Actions>
            <ButtonLink kind="secondary" href={view.href(indicatorUrls.declare(id))}>
              {t("indicators:declared.open")}
            </ButtonLink>
          </Actions>
        )}
      </section>
    </>,
  );
}

type ChartProps = { view: View; chart: Chart; id: IndicatorId; people: boolean };

function IndicatorChart({ view, chart, id, people }: ChartProps) {
  const parts = people ? maskParts(chart.data) : chart.data;
  const data = parts.flatMap(({ label, value }, at) =>
    value === undefined ? [] : [{ label, value, strong: chart.data[at]?.strong ?? false }],
  );
  const masked = parts.length - data.length;
  const props = {
    view,
    title: chart.title,
    labels: chart.labels,
    values: chart.values,
    data,
    method: <p>{definitionOf(view.t, id)}</p>,
  };
  return (
    <>
      {chart.kind === "line" ? <LineChart {...props} /> : <BarChart {...props} />}
      {masked > 0 && <p>{view.t("indicators:masked", { count: masked, least: leastInside })}</p>}
    </>
  );
}

/** Days are written in full; the file keeps them as data. */
const shown = ({ lang }: View, cell: string | number) =>
  typeof cell === "string" && /^\d{4}-\d{2}-\d{2}$/.test(cell) ? longDay(lang, cell) : cell;

type Line = Rows["lines"][number];

function RowsTable({ view, data, rows }: { view: View; data: IndicatorPage; rows: Rows }) {
  const { t } = view;
  return (
    <section class="flow push">
      <h2>{t("indicators:rows.title")}</h2>
      <p>
        {rows.lines.length < rows.total
          ? t("indicators:rows.some", { shown: rows.lines.length, total: rows.total })
          : t("indicators:rows.all", { count: rows.total })}
      </p>
      <Table
        view={view}
        caption={t("indicators:rows.caption")}
        captionHidden
        rows={rows.lines}
        empty={<p>{t("indicators:rows.none")}</p>}
        columns={rows.columns.map((label, at) => ({
          label,
          heading: at === 0,
          cell: (line: Line) => {
            const cell = shown(view, line.cells[at] ?? "");
            return at === rows.linked && line.href ? (
              <a href={view.href(line.href)}>{cell}</a>
            ) : (
              cell
            );
          },
        }))}
      />
      {rows.total > 0 && (
        <Actions>
          <ButtonLink
            kind="secondary"
            icon="download"
            href={indicatorUrls.rows(data.id, data.period)}
          >
            {t("indicators:rows.download")}
          </ButtonLink>
        </Actions>
      )}
    </section>
  );
}
