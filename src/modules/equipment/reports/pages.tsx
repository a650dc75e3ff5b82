import { Alert, Refused } from "../../../ui/alert.tsx";
import { BarChart, LineChart, Stat } from "../../../ui/chart.tsx";
import { longDay } from "../../../ui/dates.ts";
import {
  Actions,
  Breadcrumb,
  ButtonLink,
  deskPage,
  Doors,
  Facts,
  type View,
} from "../../../ui/index.ts";
import {
  PeriodChooser,
  periodHeading,
  periodWords,
  type Chart,
  type Period,
} from "../../communes/index.ts";
import { SheetTable, type Sheet } from "../sheets/sheet.tsx";
import { FileLinks } from "../sheets/links.tsx";
import { reportIds, wordsOf, type ReportId, type ReportSeen, type Which } from "./report.ts";
import { urls } from "./urls.ts";

type Asked = {
  period: Period;
  today: string;
  /** The period of the address was refused, and this is why. */
  refused: string | undefined;
};

/** Every report in a sentence, over one period; then where else the year is told. */
export function reportsPage(
  view: View,
  asked: Asked,
  seen: ReadonlyMap<ReportId, ReportSeen>,
  beside: readonly { title: string; words: string; path: string }[],
): string {
  const { t, lang, href } = view;
  return deskPage(
    view,
    { title: t("reports:title"), section: urls.all() },
    <>
      <h1>{t("reports:title")}</h1>
      <p class="lead">{t("reports:lead", { period: periodWords(t, lang, asked.period) })}</p>
      <Running view={view} asked={asked} />
      <ul class="grid plain">
        {reportIds.map((id) => {
          const report = seen.get(id);
          return (
            <li>
              <div class="card card-link">
                <h2>
                  <a href={href(urls.one(id, asked.period))}>{wordsOf(t, id).title}</a>
                </h2>
                {report && <Stat value={report.value} words={report.words} note={report.note} />}
              </div>
            </li>
          );
        })}
      </ul>
      {beside.length > 0 && (
        <section class="flow push">
          <h2>{t("reports:elsewhere")}</h2>
          <Doors
            doors={beside.map(({ title, words, path }) => ({
              title,
              words,
              href: href(path),
              icon: "heart",
            }))}
          />
        </section>
      )}
      <PeriodChooser view={view} {...asked} path={urls.all} />
    </>,
  );
}

/** One report: the sentence, the charts, the tables and their files, and how it is counted. */
export function reportPage(view: View, id: ReportId, asked: Asked, seen: ReportSeen): string {
  const { t, lang } = view;
  const { title, lead, method } = wordsOf(t, id);
  return deskPage(
    view,
    { title, section: urls.all() },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("reports:title"), path: urls.all(asked.period) }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <Running view={view} asked={asked} />
      <h2>{periodHeading(t, lang, asked.period)}</h2>
      <Stat value={seen.value} words={seen.words} note={seen.note} />
      {seen.facts.length > 0 && <Facts view={view} facts={seen.facts} />}
      {seen.charts
        .filter(({ data }) => data.some(({ value }) => value > 0))
        .map((chart) => (
          <Drawn view={view} chart={chart} />
        ))}
      {seen.tables.map((table) => (
        <section class="flow push">
          <h2>{table.title}</h2>
          <SheetTable view={view} caption={table.title} sheet={table.sheet} empty={table.empty} />
          {table.sheet.lines.length > 0 && (
            <FileLinks
              view={view}
              about={table.title}
              path={(format) => urls.file(id, table.id, format, asked.period)}
            />
          )}
        </section>
      ))}
      <section class="flow push">
        <h2>{t("reports:methodTitle")}</h2>
        <p>{method}</p>
      </section>
      <PeriodChooser view={view} {...asked} path={(period) => urls.one(id, period)} />
    </>,
  );
}

type RowsSeen = { sheet: Sheet; total: number };

/** The rows behind a figure, and the file that holds them all. */
export function rowsPage(
  view: View,
  id: ReportId,
  { period }: Asked,
  which: Which,
  { sheet, total }: RowsSeen,
): string {
  const { t, lang, href } = view;
  const { title } = wordsOf(t, id);
  const here = t("reports:rows.title");
  return deskPage(
    view,
    { title: here, section: urls.all() },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("reports:title"), path: urls.all(period) },
          { words: title, path: urls.one(id, period) },
        ]}
        here={here}
      />
      <h1>{here}</h1>
      <p class="lead">{`${title}, ${periodWords(t, lang, period)}.`}</p>
      <p>
        {sheet.lines.length < total
          ? t("reports:rows.some", { shown: sheet.lines.length, total })
          : t("reports:rows.all", { count: total })}
      </p>
      <SheetTable view={view} caption={here} sheet={sheet} empty={t("reports:rows.none")} />
      {total > 0 && (
        <FileLinks
          view={view}
          about={here}
          path={(format) => urls.rowsFile(id, format, period, which)}
        />
      )}
      <Actions>
        <ButtonLink kind="quiet" href={href(urls.one(id, period))}>
          {t("reports:rows.back")}
        </ButtonLink>
      </Actions>
    </>,
  );
}

/** What is wrong with the days asked for, or that they are not over. */
function Running({ view, asked }: { view: View; asked: Asked }) {
  const { t, lang } = view;
  const { refused, period, today } = asked;
  return (
    <>
      <Refused view={view} sentence={refused} />
      {!refused && period.to >= today && (
        <Alert view={view} kind="info">
          <p>{t("reports:running", { date: longDay(lang, today) })}</p>
        </Alert>
      )}
    </>
  );
}

function Drawn({ view, chart }: { view: View; chart: Chart }) {
  const { kind, ...props } = chart;
  return kind === "line" ? (
    <LineChart view={view} {...props} />
  ) : (
    <BarChart view={view} {...props} />
  );
}
