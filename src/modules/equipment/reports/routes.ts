import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, type Answer } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { staff } from "../../../platform/http/person.ts";
import { before, readPeriod, yearAround, type Period } from "../../communes/index.ts";
import { isUuid } from "../../people/index.ts";
import { lendingRules } from "../rules/queries.ts";
import { sheetFile } from "../sheets/file.ts";
import { urls as support } from "../support-in-kind/urls.ts";
import { urls as equipment } from "../urls.ts";
import { keepers } from "../who.ts";
import { cost } from "./cost/report.ts";
import { reportPage, reportsPage, rowsPage } from "./pages.tsx";
import { refusals } from "./refusals/report.ts";
import type { Report, ReportQuestion, Which } from "./report.ts";
import { unserved } from "./unserved/report.ts";
import { unused } from "./unused/report.ts";
import { reviewRoutes } from "./unused/routes.ts";
import { urls } from "./urls.ts";
import { usage } from "./usage/report.ts";
import { waiting } from "./waiting/report.ts";

/** Elected officials read the figures: no report names a person. Who keeps the equipment, and referents, see the rows. */
export const readers = staff("equipment_manager", "referent", "elected");
const rowReaders = staff("equipment_manager", "referent");

const reports: readonly Report[] = [usage, refusals, waiting, unserved, cost, unused];
const rowsShown = 100;

/** The reports of equipment, over any days; beside them, where else the year is told. */
export const reportRoutes: Route[] = [
  get(urls.all(), readers, async (ask) => {
    const { asked, question } = await questionOf(ask);
    const seen = new Map();
    for (const report of reports) seen.set(report.id, await report.read(ask.tx, question(report)));
    return page(
      reportsPage(ask.view, asked, seen, beside(ask, asked.period)),
      asked.refused ? 422 : 200,
    );
  }),
  ...reviewRoutes,
  get(urls.one(":report"), readers, async (ask) => {
    const report = requireReport(ask);
    const { asked, question } = await questionOf(ask);
    const seen = await report.read(ask.tx, question(report));
    return page(reportPage(ask.view, report.id, asked, seen), asked.refused ? 422 : 200);
  }),
  get(urls.file(":report", ":table", ":format"), readers, async (ask) => {
    const report = requireReport(ask);
    const { asked, question } = await questionOf(ask);
    const { tables } = await report.read(ask.tx, question(report));
    const table = tables.find(({ id }) => id === ask.params["table"]);
    if (!table || asked.refused) return notFound();
    return sheetFile(
      table.sheet,
      nameOf(report, asked.period, table.id),
      ask.params["format"] ?? "",
    );
  }),
  get(urls.rows(":report"), rowReaders, (ask) =>
    rows(ask, async ({ report, asked, which, read }) =>
      page(rowsPage(ask.view, report.id, asked, which, await read(rowsShown))),
    ),
  ),
  get(urls.rowsFile(":report", ":format"), rowReaders, (ask) =>
    rows(ask, async ({ report, asked, read }) => {
      const { sheet } = await read();
      return sheetFile(sheet, nameOf(report, asked.period, "lignes"), ask.params["format"] ?? "");
    }),
  ),
];

const beside = ({ t }: Ask, period: Period) => [
  { title: t("reports:annex.title"), words: t("reports:annex.door"), path: support.annex(period) },
];

type RowsAsked = {
  report: Report;
  asked: { period: Period; today: string; refused: string | undefined };
  which: Which;
  read: (limit?: number) => ReturnType<NonNullable<Report["rows"]>>;
};

/** The rows of the address; what is not one of ours is not found. */
async function rows(ask: Ask, answer: (rows: RowsAsked) => Promise<Answer>): Promise<Answer> {
  const report = requireReport(ask);
  const { asked, question } = await questionOf(ask);
  const which = whichOf(ask);
  if (!report.rows || asked.refused || !which) return notFound();
  const { rows: behind } = report;
  return answer({
    report,
    asked,
    which,
    read: (limit) => behind(ask.tx, question(report), which, limit),
  });
}

const names = ["modele", "lieu", "association", "quoi", "cause", "mois", "qui"] as const;

function whichOf({ query }: Ask): Which | undefined {
  const which: Which = {};
  for (const name of names) {
    const value = query.get(name);
    if (value) which[name] = value;
  }
  const ids = [which.modele, which.lieu, which.association].filter((id) => id !== undefined);
  return ids.every(isUuid) ? which : undefined;
}

const requireReport = (ask: Ask): Report =>
  reports.find(({ id }) => id === ask.params["report"]) ?? notFound();

const nameOf = ({ id }: Report, { from, to }: Period, part: string) =>
  `materiel-${id}-${part}-${from}-${to}`;

async function questionOf(ask: Ask) {
  const today = dayOf(ask.now);
  const read = readPeriod(ask.query.get("du"), ask.query.get("au"), today);
  const refused = "refused" in read ? ask.t(`period:problem.${read.refused}`) : undefined;
  const period = "refused" in read ? yearAround(today) : read;
  const { usefulYears: years } = await lendingRules(ask.tx);
  const { t, lang, now, person } = ask;
  const keeps = keepers.allows(person);
  const question = (report: Report): ReportQuestion => ({
    t,
    lang,
    now,
    today,
    period,
    before: before(period),
    years,
    rows: (which) =>
      report.rows && rowReaders.allows(person) ? urls.rows(report.id, period, which) : undefined,
    loan: (id) => (keeps ? equipment.deskLoan(id) : undefined),
    review: (poolId) => (keeps ? urls.review(poolId, period) : undefined),
  });
  return { asked: { period, today, refused }, question };
}
