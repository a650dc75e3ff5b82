import { file, page, type Answer } from "../../../platform/http/answer.ts";
import { dayOf } from "../../../platform/clock.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyStaff } from "../../../platform/http/person.ts";
import { mayReadContacts, mayWrite, mayWriteMany } from "../rights.ts";
import { urls } from "../urls.ts";
import { registrySheet, sheetAsCsv, sheetAsXlsx } from "./export.ts";
import { listPage } from "./pages.tsx";
import { districts, lines, referents, registrySize } from "./queries.ts";
import { readListing } from "./rules.ts";

/** The list, with the sentence of what must be chosen before changing many. */
export async function answerList(ask: Ask, problem?: string): Promise<Answer> {
  const listing = readListing(ask.query);
  const body = listPage(ask.view, {
    listing,
    ...(await lines(ask.tx, listing)),
    total: await registrySize(ask.tx),
    districts: await districts(ask.tx),
    referents: await referents(ask.tx),
    mayWrite: mayWrite(ask.person),
    mayWriteMany: mayWriteMany(ask.person),
    problem,
  });
  return page(body, problem ? 422 : 200);
}

const sheetOf = (ask: Ask) =>
  registrySheet(ask.tx, ask.t, readListing(ask.query).filters, mayReadContacts(ask.person));

const fileName = (ask: Ask, end: string): string => `associations-${dayOf(ask.now)}.${end}`;

export const listRoutes: Route[] = [
  get(urls.list, anyStaff, (ask) => answerList(ask)),
  get(urls.csv, anyStaff, async (ask) =>
    file(sheetAsCsv(await sheetOf(ask)), "text/csv; charset=utf-8", fileName(ask, "csv")),
  ),
  get(urls.xlsx, anyStaff, async (ask) =>
    file(
      await sheetAsXlsx(await sheetOf(ask)),
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      fileName(ask, "xlsx"),
    ),
  ),
];
