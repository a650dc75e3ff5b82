import { dayOf } from "../../../platform/clock.ts";
import { csvFile } from "../../../platform/csv.ts";
import { file, page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { shownPhone } from "../../../ui/index.ts";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { callsPage, whose } from "./calls-pages.tsx";
import { callsToMake } from "./calls-queries.ts";
import { sectionWords } from "./letter.ts";

export const callRoutes: Route[] = [
  get(urls.calls, recordWriters, async (ask) =>
    page(callsPage(ask.view, await callsToMake(ask.tx, dayOf(ask.now)))),
  ),
  get(urls.callsCsv, recordWriters, async (ask) => {
    const { t } = ask;
    const columns = (["association", "phone", "ask", "since", "referent", "answer"] as const).map(
      (name) => t(`climbing:calls.${name}`),
    );
    const lines = (await callsToMake(ask.tx, dayOf(ask.now))).map((call) => [
      call.name,
      call.phones
        .map((one) => [shownPhone(one.phone), whose(one)].filter(Boolean).join(" "))
        .join(" ; "),
      sectionWords(t, call.sections),
      dayOf(call.since),
      call.referent,
      ask.view.origin + urls.one(call.id),
    ]);
    return file(csvFile(columns, lines), "text/csv; charset=utf-8", t("climbing:calls.fileName"));
  }),
];
