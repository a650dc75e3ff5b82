import { z } from "zod";
import { dayOf } from "../../../platform/clock.ts";
import { csvFile } from "../../../platform/csv.ts";
import { act } from "../../../platform/db/database.ts";
import {
  file,
  notFound,
  page,
  redirect,
  type Answer as Page,
} from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, say, shape, type Problem } from "../../../platform/http/form.ts";
import { anyStaff } from "../../../platform/http/person.ts";
import { blankForm } from "../../../ui/index.ts";
import { text } from "../edit/kinds.ts";
import { sheetAsXlsx, type Sheet } from "../list/export.ts";
import { mayWrite, recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { answeredBy } from "./answered.ts";
import { allTools } from "./list.ts";
import { needName, needPage } from "./need-pages.tsx";
import { needsPage } from "./needs-page.tsx";
import type { ToolsPart } from "./part.ts";
import { needsList, needsOf, type NeedFilters } from "./queries.ts";
import { answers, longestWords } from "./rules.ts";
import { listEditors } from "./settings-routes.ts";
import { answerNeed, reopenNeed } from "./write.ts";

const schema = z.object({
  how: z.enum(answers, say("toolsdesk:problem.how")),
  words: text(longestWords),
});

async function requireNeed(ask: Ask) {
  const { id = "", need: asked = "" } = ask.params;
  const known = /^[0-9a-f-]{36}$/.test(id) ? await needsOf(ask.tx, id) : [];
  return known.find((need) => need.id === asked) ?? notFound();
}

async function answerPage(
  ask: Ask,
  parts: readonly ToolsPart[],
  wrong: { problems?: readonly Problem[]; refused?: string } = {},
): Promise<Page> {
  const { problems, refused } = wrong;
  const need = await requireNeed(ask);
  const answered = await answeredBy(ask, "desk", parts, [need]);
  const body = needPage(ask.view, {
    need,
    answeredBy: answered.get(need.id) ?? null,
    tools: await allTools(ask.tx),
    form: problems ? formState(ask.form, problems) : blankForm,
    mayAnswer: mayWrite(ask.person),
    refused,
  });
  return page(body, (problems ?? refused) ? 422 : 200);
}

async function filtersOf(ask: Ask): Promise<NeedFilters> {
  const tool = ask.query.get("outil");
  const known = (await allTools(ask.tx)).find(({ code }) => code === tool);
  return { tool: known?.code, closed: ask.query.get("etat") === "repondus" };
}

async function sheetOf(ask: Ask): Promise<Sheet> {
  const { t } = ask;
  const tools = await allTools(ask.tx);
  const names = ["association", "tool", "since", "by", "answer", "answeredOn", "words"] as const;
  return {
    headers: names.map((name) => t(`toolsdesk:column.${name}`)),
    rows: (await needsList(ask.tx, await filtersOf(ask))).map((need) => [
      need.association,
      needName(ask.view, tools, need.tool),
      dayOf(need.at),
      t(`toolsdesk:by.${need.byKind}`, { name: need.by ?? t("toolsdesk:somebody") }),
      need.closedHow && t(`tools:closed.${need.closedHow}`),
      need.closedAt && dayOf(need.closedAt),
      need.words,
    ]),
  };
}

const fileName = (ask: Ask, end: string) => `besoins-declares-${dayOf(ask.now)}.${end}`;

export const needRoutes = (parts: readonly ToolsPart[]): Route[] => [
  get(urls.needs, anyStaff, async (ask) => {
    const filters = await filtersOf(ask);
    const body = needsPage(ask.view, {
      filters,
      needs: await needsList(ask.tx, filters),
      tools: await allTools(ask.tx),
      mayEditList: listEditors.allows(ask.person),
    });
    return page(body);
  }),
  get(urls.needsCsv, anyStaff, async (ask) => {
    const { headers, rows } = await sheetOf(ask);
    return file(csvFile(headers, rows), "text/csv; charset=utf-8", fileName(ask, "csv"));
  }),
  get(urls.needsXlsx, anyStaff, async (ask) =>
    file(
      await sheetAsXlsx(await sheetOf(ask)),
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      fileName(ask, "xlsx"),
    ),
  ),

  get(urls.need(":id", ":need"), anyStaff, (ask) => answerPage(ask, parts)),

  post(urls.need(":id", ":need"), recordWriters, async (ask) => {
    const need = await requireNeed(ask);
    const shaped = shape(ask.t, schema, ask.form, ["how", "words"]);
    if ("problems" in shaped) return answerPage(ask, parts, shaped);
    const act = { by: requirePerson(ask).id, at: ask.now };
    const outcome = await answerNeed(ask.tx, { id: need.id, ...shaped.value }, act);
    if (outcome === "already")
      return answerPage(ask, parts, { refused: ask.t("toolsdesk:problem.already") });
    return redirect(ask.view.href(urls.need(need.associationId, need.id)), "toolsdesk.answered");
  }),

  post(urls.needReopening(":id", ":need"), recordWriters, async (ask) => {
    const need = await requireNeed(ask);
    const { associationId } = need;
    const outcome = await act(ask.tx, { declared_need_open: "again" } as const, () =>
      reopenNeed(ask.tx, need, { associationId, by: requirePerson(ask).id, at: ask.now }),
    );
    if ("refused" in outcome)
      return answerPage(ask, parts, { refused: ask.t("toolsdesk:problem.again") });
    return redirect(ask.view.href(urls.need(associationId, need.id)), "toolsdesk.reopened");
  }),
];
