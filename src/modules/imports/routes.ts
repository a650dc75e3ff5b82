import { file, notFound, page, redirect, type Answer } from "../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../platform/http/ask.ts";
import { formState, typedFrom } from "../../platform/http/form.ts";
import { addJob } from "../../platform/jobs.ts";
import { tasks } from "./jobs.ts";
import { outcomes } from "./pipeline/counts.ts";
import {
  importById,
  rememberMapping,
  sourceOf,
  type Import,
  type ImportState,
} from "./pipeline/imports.ts";
import { activitiesSeen } from "./activities/seen.ts";
import { storable } from "./pipeline/json.ts";
import { laterImport } from "./pipeline/since.ts";
import { importLines, linesOf, linesToCorrect, moveImport, suspectsOf } from "./queries.ts";
import { writeCorrected } from "./reading/index.ts";
import { columnField, readColumns } from "./rules.ts";
import { columnsPage } from "./screens/columns-page.tsx";
import { refusalWords } from "./screens/line-words.ts";
import { listPage } from "./screens/list-page.tsx";
import { newPage } from "./screens/new-page.tsx";
import { progressPage } from "./screens/progress-page.tsx";
import { failedPage } from "./screens/failed-page.tsx";
import { reportPage, type Shown } from "./screens/report-page.tsx";
import { understoodPage } from "./screens/understood-page.tsx";
import { undoPage } from "./screens/undo-page.tsx";
import { importers } from "./tasks.ts";
import { registryRoutes } from "./registry/routes.ts";
import { uploadRoute } from "./upload.ts";
import { urls } from "./urls.ts";

const requireImport = async (ask: Ask): Promise<Import> =>
  (await importById(ask.tx, ask.params["id"] ?? "")) ?? notFound();

export const routes: Route[] = [
  get(urls.list, importers, async (ask) => page(listPage(ask.view, await importLines(ask.tx)))),
  get(urls.newOne, importers, (ask) =>
    page(newPage(ask.view, formState(typedFrom({ associations: "commune" })))),
  ),
  uploadRoute,
  get(urls.one(":id"), importers, async (ask) => answerImport(ask, await requireImport(ask))),
  get(urls.columns(":id"), importers, async (ask) => {
    const one = await requireImport(ask);
    const chosen = one.mapping.columns.map(({ column, target }) => [columnField(column), target]);
    return page(columnsPage(ask.view, one, formState(typedFrom(Object.fromEntries(chosen)))));
  }),
  post(urls.columns(":id"), importers, saveColumns),
  post(urls.rehearsal(":id"), importers, async (ask) =>
    begin(ask, await requireImport(ask), ["mapping", "rehearsed", "failed"], "reading"),
  ),
  post(urls.application(":id"), importers, async (ask) => {
    const one = await requireImport(ask);
    const again = one.fault === "apply" ? (["failed"] as const) : [];
    return begin(ask, one, ["rehearsed", ...again], "applying");
  }),
  get(urls.undo(":id"), importers, async (ask) => {
    const one = await requireImport(ask);
    return page(undoPage(ask.view, one, await undoProblem(ask, one)));
  }),
  post(urls.undo(":id"), importers, async (ask) => {
    const one = await requireImport(ask);
    const problem = await undoProblem(ask, one);
    if (problem) return page(undoPage(ask.view, one, problem), 422);
    return begin(ask, one, ["applied"], "undoing");
  }),
  get(urls.toCorrect(":id"), importers, toCorrect),
  ...registryRoutes,
];

const working = { reading: "reading", applying: "applying", undoing: "undoing" } as const;
/** Work of which nothing was heard for so long is thought to have died with its machine. */
const silence = 3 * 60_000;

const isSilent = (ask: Ask, one: Import): boolean =>
  ask.now.getTime() - (one.progress_at ?? one.made_at).getTime() > silence;

async function answerImport(ask: Ask, one: Import): Promise<Answer> {
  if (one.state === "mapping") return page(understoodPage(ask.view, one));
  if (one.state === "failed") return page(failedPage(ask.view, one));
  if (one.state in working) {
    const work = working[one.state as keyof typeof working];
    const answer = page(progressPage(ask.view, one, work, isSilent(ask, one)));
    return { ...answer, headers: { ...answer.headers, refresh: "3" } };
  }
  const shown = shownOf(ask, one);
  const number = Math.max(1, Math.floor(Number(ask.query.get("page")) || 1));
  const lines = shown === "duplicates" ? [] : await linesOf(ask.tx, one.id, shown, number);
  const suspects = shown === "duplicates" ? await suspectsOf(ask.tx, one.id, number) : [];
  return page(
    reportPage(ask.view, {
      one,
      shown,
      page: number,
      lines,
      suspects,
      activities: await activitiesSeen(ask, one),
    }),
  );
}

/** The lines asked for, else those that say the most. */
function shownOf(ask: Ask, one: Import): Shown {
  const all: readonly Shown[] = [...outcomes, "duplicates", "unread"];
  const asked = all.find((outcome) => outcome === ask.query.get("lignes"));
  const order: readonly Shown[] = ["refused", "changed", "created", "unchanged", "outside"];
  return asked ?? order.find((outcome) => (one.counts[outcome] ?? 0) > 0) ?? "created";
}

async function saveColumns(ask: Ask): Promise<Answer> {
  const one = await requireImport(ask);
  const read = readColumns(one.mapping, (field) => ask.form.get(field));
  if ("problems" in read) {
    const problems = read.problems.map((wrong) => ({
      field: wrong.field,
      sentence:
        wrong.problem === "twice"
          ? ask.t("imports:problem.twice", { target: ask.t(`imports:target.${wrong.target}`) })
          : ask.t(`imports:problem.${wrong.problem}`),
    }));
    return page(columnsPage(ask.view, one, formState(ask.form, problems)), 422);
  }
  const open: readonly ImportState[] = ["mapping", "rehearsed", "failed"];
  if (open.includes(one.state)) {
    await rememberMapping(ask.tx, read.mapping, ask.now, requirePerson(ask).id);
    await ask.tx
      .updateTable("import")
      .set({ mapping: storable(read.mapping), source: sourceOf(read.mapping), state: "mapping" })
      .where("import_id", "=", one.id)
      .execute();
  }
  return redirect(ask.view.href(urls.one(one.id)), "imports.mapped");
}

const taskOf = { reading: tasks.rehearse, applying: tasks.apply, undoing: tasks.undo } as const;

/** Moves the import and gives the work to the worker, in one transaction; a state it may not leave is shown as it is. */
async function begin(
  ask: Ask,
  one: Import,
  from: readonly ImportState[],
  to: keyof typeof taskOf,
): Promise<Answer> {
  const open = isSilent(ask, one) ? [...from, to] : from;
  if (await moveImport(ask.tx, one.id, open, to, ask.now))
    await addJob(ask.tx, taskOf[to], { import: one.id, by: requirePerson(ask).id });
  return redirect(ask.view.href(urls.one(one.id)));
}

async function undoProblem(ask: Ask, one: Import): Promise<string | undefined> {
  if (one.state !== "applied" && one.state !== "undoing")
    return ask.t("imports:undo.refused.not_applied");
  const later = await laterImport(ask.tx, one.id);
  return later && ask.t("imports:undo.refused.later_import", { file: later });
}

async function toCorrect(ask: Ask): Promise<Answer> {
  const one = await requireImport(ask);
  const lines = (await linesToCorrect(ask.tx, one.id)).map(({ line, cells, reason }) => ({
    line,
    cells: cells ?? [],
    problem: refusalWords(ask.t, reason),
  }));
  let text = "";
  for await (const part of writeCorrected(one.understood.header, lines)) text += part;
  return file(text, "text/csv; charset=utf-8", "a-corriger.csv");
}
