import { file, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, typedFrom, type Problem } from "../../../platform/http/form.ts";
import { writeCorrected } from "../../imports/index.ts";
import { blankForm } from "../../../ui/index.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { urls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { applyInventory } from "./apply.ts";
import { lineRoutes } from "./line-routes.ts";
import { whyWords } from "./line-words.tsx";
import { inventoriesPage } from "./list-page.tsx";
import { columnField, columnsPage, newInventoryPage } from "./new-page.tsx";
import { planOf, requireInventory } from "./planning.ts";
import { outcomes, type Answers, type Outcome } from "./planned.ts";
import { modelField, placeField, prefixField } from "./questions.tsx";
import { inventoriesOf, inventoryLines, saveInventory, takeLines, type Inventory } from "./queries.ts"; // prettier-ignore
import { rehearsalPage } from "./rehearsal-page.tsx";
import { isTarget, named, twice } from "./targets.ts";
import { undoInventory } from "./undo.ts";
import { undoPage } from "./undo-page.tsx";
import { uploadRoute } from "./upload.ts";

/** Those that ask for somebody come first. */
const firstShown: readonly Outcome[] = ["refused", "conflict", "asked", "added", "changed", "unchanged", "left"]; // prettier-ignore

async function show(ask: Ask, one: Inventory, problem?: string): Promise<Answer> {
  if (!named(one.targets) && one.state === "open")
    return redirect(ask.view.href(urls.inventoryColumns(one.id)));
  const { plan, known } = await planOf(ask, one);
  const asked = outcomes.find((outcome) => outcome === ask.query.get("lignes"));
  const shown = asked ?? firstShown.find((outcome) => plan.lines.some((line) => line.outcome === outcome)) ?? "added"; // prettier-ignore
  const number = Math.max(1, Math.floor(Number(ask.query.get("page")) || 1));
  const seen = { one, plan, known, shown, page: number, ...(problem ? { problem } : {}) };
  return page(rehearsalPage(ask.view, seen), problem ? 422 : 200);
}

async function answerColumns(ask: Ask, one: Inventory, problems?: Problem[]): Promise<Answer> {
  const lines = (await inventoryLines(ask.tx, one.id)).slice(0, 50);
  const samples = one.header.map(
    (_, column) =>
    [...new Set(lines.map(({ cells }) => cells[column]?.trim() ?? ""))].filter(Boolean).slice(0, 3).join(", ").slice(0, 160), // prettier-ignore
  );
  const chosen = Object.fromEntries(one.targets.map((target, column) => [columnField(column), target])); // prettier-ignore
  const form = problems ? formState(ask.form, problems) : formState(typedFrom(chosen));
  return page(columnsPage(ask.view, one, samples, form), problems ? 422 : 200);
}

async function saveColumns(ask: Ask): Promise<Answer> {
  const one = await requireInventory(ask, true);
  const targets = one.header.map((_, column) => {
    const said = ask.form.get(columnField(column));
    return isTarget(said) ? said : "";
  });
  const both = twice(targets);
  const problems: Problem[] = [];
  if (!named(targets)) problems.push({ field: columnField(0), sentence: ask.t("inventory:problem.name") }); // prettier-ignore
  if (both) {
    const column = targets.lastIndexOf(both);
    const sentence = ask.t("imports:problem.twice", { target: ask.t(`inventory:column.${both}`) });
    problems.push({ field: columnField(column), sentence });
  }
  if (problems.length > 0) return answerColumns(ask, one, problems);
  if (one.state !== "undone") await saveInventory(ask.tx, one.id, { targets });
  return redirect(ask.view.href(urls.inventory(one.id)));
}

async function saveAnswers(ask: Ask): Promise<Answer> {
  const one = await requireInventory(ask, true);
  const { plan, known } = await planOf(ask, one);
  if (one.state === "undone") return redirect(ask.view.href(urls.inventory(one.id)));
  const moves = ask.form.get("deplacer");
  if (moves !== "") {
    await saveInventory(ask.tx, one.id, { moves: moves === "oui" });
    return redirect(ask.view.href(urls.inventory(one.id)));
  }
  if (ask.form.get("conflits") !== "") {
    const lines = plan.lines.filter(({ outcome }) => outcome === "conflict");
    if (lines.length > 0) await takeLines(ask.tx, one.id, lines.map(({ line }) => line)); // prettier-ignore
    return redirect(ask.view.href(urls.inventory(one.id)));
  }
  const prefix = ask.form.get(prefixField).trim().toUpperCase();
  if (!/^([A-Z0-9]{1,12}(-[A-Z0-9]{1,6})?)?$/.test(prefix))
    return show(ask, one, ask.t("inventory:problem.prefix"));
  const answers: Answers = { models: { ...one.answers.models }, places: { ...one.answers.places } };
  if (prefix) answers.prefix = prefix;
  for (const { key } of plan.asked.models) {
    const said = ask.form.get(modelField(key));
    if (answers.models && (said === "new" || known.models.some(({ id }) => id === said)))
      answers.models[key] = said;
  }
  for (const { key } of plan.asked.places) {
    const said = ask.form.get(placeField(key));
    if (answers.places && known.places.some(({ placeId }) => placeId === said))
      answers.places[key] = said;
  }
  await saveInventory(ask.tx, one.id, { answers });
  return redirect(ask.view.href(urls.inventory(one.id)));
}

async function apply(ask: Ask): Promise<Answer> {
  const one = await requireInventory(ask, true);
  const back = ask.view.href(urls.inventory(one.id));
  if (one.state === "undone") return redirect(back);
  const planned = await planOf(ask, one);
  if (!planned.plan.lines.some(({ outcome }) => outcome === "added" || outcome === "changed"))
    return redirect(back, "inventory.nothing");
  const hand = handOf(ask);
  const words = ask.house.words("fr");
  const outcome = await applyInventory(ask.tx, one, planned, hand, words, requirePerson(ask).id);
  // Somebody added one of these tags meanwhile: planned again, the page says which.
  if ("refused" in outcome) return show(ask, one, ask.t("inventory:problem.meanwhile"));
  return redirect(back, outcome.done.short > 0 ? "inventory.short" : "inventory.applied");
}

async function undo(ask: Ask): Promise<Answer> {
  const one = await requireInventory(ask, true);
  const back = ask.view.href(urls.inventory(one.id));
  if (one.state !== "applied") return redirect(back);
  const { kept } = await undoInventory(ask.tx, one, handOf(ask), requirePerson(ask).id);
  return redirect(back, kept > 0 ? "inventory.partly" : "inventory.undone");
}

async function toCorrect(ask: Ask): Promise<Answer> {
  const one = await requireInventory(ask);
  const { plan } = await planOf(ask, one);
  const cells = new Map((await inventoryLines(ask.tx, one.id)).map((line) => [line.line, line.cells])); // prettier-ignore
  const lines = plan.lines
    .filter(({ outcome }) => outcome === "refused")
    .map((line) => ({
      line: line.line,
      cells: cells.get(line.line) ?? [],
      problem: whyWords(ask.view, line).join(" "),
    }));
  let text = "";
  for await (const part of writeCorrected(one.header, lines)) text += part;
  return file(text, "text/csv; charset=utf-8", "a-corriger.csv");
}

export const inventoryRoutes: Route[] = [
  get(urls.inventories, keepers, async (ask) =>
    page(inventoriesPage(ask.view, await inventoriesOf(ask.tx))),
  ),
  get(urls.addInventory, keepers, async (ask) =>
    page(newInventoryPage(ask.view, blankForm, (await lendingPlacesOf(ask.tx)).length > 0)),
  ),
  uploadRoute,
  get(urls.inventory(":id"), keepers, async (ask) => show(ask, await requireInventory(ask))),
  get(urls.inventoryColumns(":id"), keepers, async (ask) => answerColumns(ask, await requireInventory(ask))), // prettier-ignore
  post(urls.inventoryColumns(":id"), keepers, saveColumns),
  post(urls.inventoryAnswers(":id"), keepers, saveAnswers),
  post(urls.inventoryApplication(":id"), keepers, apply),
  get(urls.inventoryUndo(":id"), keepers, async (ask) => {
    const one = await requireInventory(ask);
    return one.state === "applied" ? page(undoPage(ask.view, one)) : redirect(ask.view.href(urls.inventory(one.id))); // prettier-ignore
  }),
  post(urls.inventoryUndo(":id"), keepers, undo),
  get(urls.inventoryToCorrect(":id"), keepers, toCorrect),
  ...lineRoutes,
];
