import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, typedFrom } from "../../../platform/http/form.ts";
import { urls } from "../urls.ts";
import { keepers } from "../who.ts";
import { linePage } from "./line-page.tsx";
import { columnField } from "./new-page.tsx";
import { planOf, requireInventory } from "./planning.ts";
import { inventoryLines, saveLine, type Inventory } from "./queries.ts";
import type { Line } from "./planned.ts";

async function requireLine(ask: Ask, one: Inventory): Promise<Line> {
  const number = Number(ask.params["line"]);
  return (await inventoryLines(ask.tx, one.id)).find(({ line }) => line === number) ?? notFound();
}

async function show(ask: Ask): Promise<Answer> {
  const one = await requireInventory(ask);
  const line = await requireLine(ask, one);
  const { plan } = await planOf(ask, one);
  const planned = plan.lines.find((each) => each.line === line.line) ?? notFound();
  const typed = Object.fromEntries(line.cells.map((cell, column) => [columnField(column), cell]));
  return page(linePage(ask.view, one, line, planned, formState(typedFrom(typed))));
}

/** A line mended is read again as if the file had said it; or it is left aside, or taken in spite of what is written here. */
async function save(ask: Ask): Promise<Answer> {
  const one = await requireInventory(ask, true);
  const { line } = await requireLine(ask, one);
  if (one.state === "undone") return redirect(ask.view.href(urls.inventory(one.id)));
  const choice = ask.form.get("choix");
  if (choice === "left" || choice === "taken") await saveLine(ask.tx, one.id, line, { choice });
  else if (choice === "again") await saveLine(ask.tx, one.id, line, { choice: null });
  else {
    const cells = one.header.map((_, column) => ask.form.get(columnField(column)).slice(0, 2000));
    await saveLine(ask.tx, one.id, line, { cells, choice: null });
  }
  return redirect(ask.view.href(urls.inventory(one.id)), "inventory.line");
}

export const lineRoutes: Route[] = [
  get(urls.inventoryLine(":id", ":line"), keepers, show),
  post(urls.inventoryLine(":id", ":line"), keepers, save),
];
