import type { Tx } from "../../../platform/db/database.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { plainWords } from "../identity/names.ts";
import { houseTools, isHouseTool, lentFor, toolCode } from "./rules.ts";

/** An essential tool of the commune. `name` is its own, when the commune added it. */
export type Tool = { code: string; name: string | null; category: string | null; removed: boolean };

/** The whole list, those removed at the end: a past answer still has its name. */
export async function allTools(tx: Tx): Promise<Tool[]> {
  const rows = await tx
    .selectFrom("essential_tool")
    .selectAll()
    .orderBy("added_at")
    .orderBy("tool")
    .execute();
  const known = new Map(rows.map((row) => [row.tool, row]));
  const house = houseTools.map((code) => {
    const row = known.get(code);
    const category = row ? row.category : (lentFor[code] ?? null);
    return { code, name: null, category, removed: Boolean(row?.removed_at) };
  });
  const added = rows
    .filter(({ tool }) => !isHouseTool(tool))
    .map(({ tool: code, name, category, removed_at }) => ({
      code,
      name,
      category,
      removed: Boolean(removed_at),
    }));
  return [...house, ...added].toSorted((a, b) => Number(a.removed) - Number(b.removed));
}

/** A tool by its name: in the language of the page for one of the house. */
export const toolName = (t: Translate, { code, name }: Pick<Tool, "code" | "name">): string =>
  isHouseTool(code) ? t(`tools:tool.${code}`) : (name ?? code);

export const saveTool = (tx: Tx, tool: Tool, at: Date) =>
  tx
    .insertInto("essential_tool")
    .values({
      tool: tool.code,
      name: tool.name,
      category: tool.category,
      added_at: at,
      removed_at: tool.removed ? at : null,
    })
    .onConflict((conflict) =>
      conflict.columns(["commune_id", "tool"]).doUpdateSet({
        name: tool.name,
        category: tool.category,
        removed_at: tool.removed ? at : null,
      }),
    )
    .execute();

/** The code of a tool the commune adds. */
export const newCode = (name: string, tools: readonly Tool[]): string =>
  toolCode(plainWords(name).join(" "), tools.map(({ code }) => code)); // prettier-ignore
