import { dayOf } from "../../../platform/clock.ts";
import { csvFile } from "../../../platform/csv.ts";
import { file, notFound, page } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyStaff } from "../../../platform/http/person.ts";
import { readPeriod, yearAround } from "../../communes/index.ts";
import { sheetAsXlsx, type Sheet } from "../list/export.ts";
import { urls } from "../urls.ts";
import { supportPeriodPage } from "./period-page.tsx";
import { supportBetween, supportCounted, type SupportFilters } from "./queries.ts";
import { byHand, supportKinds } from "./rules.ts";
import { kindWords } from "./told.ts";

const rowsShown = 200;

const asked = (ask: Ask) => {
  const kind = supportKinds.find((one) => one === ask.query.get("forme"));
  const period = readPeriod(ask.query.get("du"), ask.query.get("au"), dayOf(ask.now));
  return { kind, period };
};

/** What a file is asked with: days that are none lead nowhere. */
function filtersOf(ask: Ask): SupportFilters {
  const { kind, period } = asked(ask);
  return "refused" in period ? notFound() : { ...period, kind };
}

async function sheetOf(ask: Ask, filters: SupportFilters): Promise<Sheet> {
  const { t } = ask;
  const names = ["association", "kind", "day", "by", "note", "source"] as const;
  return {
    headers: names.map((name) => t(`supportdesk:column.${name}`)),
    rows: (await supportBetween(ask.tx, filters)).map((row) => [
      row.name,
      kindWords(t, row.kind),
      row.day,
      row.by,
      row.note,
      t(row.source === byHand ? "supportdesk:source.hand" : "supportdesk:source.site"),
    ]),
  };
}

const nameOf = ({ from, to }: SupportFilters, end: string) => `aides-${from}-${to}.${end}`;

export const supportPeriodRoutes: Route[] = [
  get(urls.supports, anyStaff, async (ask) => {
    const { kind, period } = asked(ask);
    const refused = "refused" in period ? ask.t(`supportdesk:problem.period.${period.refused}`) : undefined; // prettier-ignore
    const filters = { ...("refused" in period ? yearAround(dayOf(ask.now)) : period), kind };
    const body = supportPeriodPage(ask.view, {
      filters,
      refused,
      chosen: ask.query.has("du"),
      rows: await supportBetween(ask.tx, filters, rowsShown),
      counted: await supportCounted(ask.tx, filters),
    });
    return page(body, refused ? 422 : 200);
  }),
  get(urls.supportsCsv, anyStaff, async (ask) => {
    const filters = filtersOf(ask);
    const { headers, rows } = await sheetOf(ask, filters);
    return file(csvFile(headers, rows), "text/csv; charset=utf-8", nameOf(filters, "csv"));
  }),
  get(urls.supportsXlsx, anyStaff, async (ask) => {
    const filters = filtersOf(ask);
    return file(
      await sheetAsXlsx(await sheetOf(ask, filters)),
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      nameOf(filters, "xlsx"),
    );
  }),
];
