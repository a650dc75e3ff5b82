import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { staff } from "../../../platform/http/person.ts";
import { recordChanges } from "../../communes/index.ts";
import { blankForm } from "../../../ui/index.ts";
import { plainWords } from "../identity/names.ts";
import { urls } from "../urls.ts";
import { allTools, newCode, saveTool, toolName, type Tool } from "./list.ts";
import { lentCategories, longestName, mostTools } from "./rules.ts";
import { toolListPage } from "./settings-page.tsx";

export const listEditors = staff("referent");

async function answer(ask: Ask, problems?: readonly Problem[]): Promise<Answer> {
  const form = problems ? formState(ask.form, problems) : blankForm;
  return page(
    toolListPage(ask.view, { tools: await allTools(ask.tx), form }),
    problems ? 422 : 200,
  );
}

async function requireTool(ask: Ask): Promise<Tool> {
  const tools = await allTools(ask.tx);
  return tools.find(({ code }) => code === ask.params["tool"]) ?? notFound();
}

const categoryIn = (ask: Ask, field: string): string | null =>
  lentCategories.find((one) => one === ask.form.get(field)) ?? null;

/** Why a tool of this name is not added. */
function whyNot(ask: Ask, name: string, tools: readonly Tool[]) {
  if (!name) return "name" as const;
  if (name.length > longestName) return "long" as const;
  if (tools.length >= mostTools) return "many" as const;
  const plain = plainWords(name).join(" ");
  const same = tools.some((tool) => plainWords(toolName(ask.t, tool)).join(" ") === plain);
  return same ? ("same" as const) : undefined;
}

async function save(ask: Ask, before: Tool | undefined, now: Tool): Promise<void> {
  await saveTool(ask.tx, now, ask.now);
  const said = (tool: Tool | undefined) =>
    tool && !tool.removed
      ? [toolName(ask.t, tool), tool.category].filter(Boolean).join(", ")
      : null;
  await recordChanges(ask, "tools.list", [{ name: now.code, old: said(before), new: said(now) }]);
}

export const toolListRoutes: Route[] = [
  get(urls.toolList, listEditors, (ask) => answer(ask)),

  post(urls.toolList, listEditors, async (ask) => {
    const tools = await allTools(ask.tx);
    const name = ask.form.get("name");
    const refused = whyNot(ask, name, tools);
    if (refused)
      return answer(ask, [
        {
          field: "name",
          sentence: ask.t(`toolsdesk:problem.tool.${refused}`, { most: mostTools }),
        },
      ]);
    const category = categoryIn(ask, "category");
    await save(ask, undefined, { code: newCode(name, tools), name, category, removed: false });
    return redirect(ask.view.href(urls.toolList), "toolsdesk.added");
  }),

  post(urls.toolChange(":tool"), listEditors, async (ask) => {
    const tool = await requireTool(ask);
    await save(ask, tool, { ...tool, category: categoryIn(ask, `category-${tool.code}`) });
    return redirect(ask.view.href(urls.toolList), "toolsdesk.changed");
  }),

  ...([true, false] as const).map((removed) =>
    post(removed ? urls.toolRemoval(":tool") : urls.toolBack(":tool"), listEditors, async (ask) => {
      const tool = await requireTool(ask);
      await save(ask, tool, { ...tool, removed });
      return redirect(ask.view.href(urls.toolList), removed ? "toolsdesk.removed" : "toolsdesk.restored"); // prettier-ignore
    }),
  ),
];
