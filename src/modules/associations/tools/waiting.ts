import type { Waiting } from "../../communes/index.ts";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { allTools, toolName } from "./list.ts";
import { openNeeds } from "./queries.ts";

/** Needs that associations declared and nobody has answered: they wait. */
export const needsWaiting: Waiting = async ({ tx, t, person }) => {
  if (!recordWriters.allows(person)) return [];
  const open = await openNeeds(tx);
  if (!open.length) return [];
  const tools = new Map((await allTools(tx)).map((tool) => [tool.code, tool]));
  return open.map(({ id, associationId, association, tool, at }) => ({
    key: `need:${id}`,
    path: urls.need(associationId, id),
    icon: "equipment" as const,
    words: t("toolsdesk:waiting", {
      tool: toolName(t, tools.get(tool) ?? { code: tool, name: null }),
    }),
    association: { id: associationId, name: association },
    since: at,
    rank: 1 as const,
  }));
};
