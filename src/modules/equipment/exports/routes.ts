import { dayOf } from "../../../platform/clock.ts";
import { csvFile } from "../../../platform/csv.ts";
import { file, notFound, page, type Answer } from "../../../platform/http/answer.ts";
import { get, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { associationMember } from "../../../platform/http/person.ts";
import { sheetAsXlsx } from "../../associations/index.ts";
import { wishOf } from "../asking/address.ts";
import { urls } from "../urls.ts";
import { keepers } from "../who.ts";
import { exportsPage, periodFields } from "./page.tsx";
import {
  fileWords,
  frenchDay,
  loansSheet,
  sheetNames,
  sheetOf,
  usualPeriod,
  type Sheet,
} from "./sheets.ts";

const csv = ({ headers, rows }: Sheet, name: string): Answer =>
  file(csvFile(headers, rows), "text/csv; charset=utf-8", `${name}.csv`);

const xlsx = async (sheet: Sheet, name: string): Promise<Answer> =>
  file(
    await sheetAsXlsx(sheet),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    `${name}.xlsx`,
  );

const askedDays = (ask: Ask) => wishOf((name) => ask.query.get(name) ?? "", []);

function answerPage(ask: Ask): Answer {
  const { typed, days, wrong } = askedDays(ask);
  const period = days ?? usualPeriod(ask.now);
  const asked = typed.from !== "" || typed.until !== "";
  const shown = asked ? typed : { from: frenchDay(period.from), until: frenchDay(period.until) };
  const errors = Object.fromEntries(
    wrong.map((one) => [
      one === "from" ? periodFields.from : periodFields.until,
      ask.t(one === "order" ? "inventory:problem.order" : "lending:problem.day"),
    ]),
  );
  const values = { [periodFields.from]: shown.from, [periodFields.until]: shown.until };
  return page(exportsPage(ask.view, { values, errors }, period), wrong.length ? 422 : 200);
}

/** One table, of the days asked for or the last twelve months. */
async function answerFile(ask: Ask): Promise<Answer> {
  const [, word, kind] = /^([a-z]+)\.(csv|xlsx)$/.exec(ask.params["file"] ?? "") ?? [];
  const name = sheetNames.find((one) => fileWords[one] === word);
  if (!name) return notFound();
  const period = askedDays(ask).days ?? usualPeriod(ask.now);
  const sheet = await sheetOf(name, { tx: ask.tx, t: ask.t, period });
  const called = `${fileWords[name]}-${dayOf(ask.now)}`;
  return kind === "csv" ? csv(sheet, called) : xlsx(sheet, called);
}

async function answerMine(ask: Ask): Promise<Answer> {
  const associationIds = requirePerson(ask).associations.map(({ id }) => id);
  const sheet = await loansSheet(ask.tx, ask.t, ask.view.lang, { associationIds });
  return csv(sheet, `prets-${dayOf(ask.now)}`);
}

export const exportRoutes: Route[] = [
  get(urls.exports, keepers, answerPage),
  get(`${urls.exports}/:file`, keepers, answerFile),
  get(urls.mineFile, associationMember, answerMine),
];
