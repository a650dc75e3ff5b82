import type { Waiting } from "../communes/index.ts";
import { rehearsedImports } from "./queries.ts";
import { importers } from "./tasks.ts";
import { urls } from "./urls.ts";

/** Files tried and not yet carried out. */
export const importsWaiting: Waiting = async ({ tx, t, person }) => {
  if (!importers.allows(person)) return [];
  return (await rehearsedImports(tx)).map((one) => ({
    key: `import:${one.id}`,
    path: urls.one(one.id),
    icon: "import" as const,
    words: t("imports:waiting", { file: one.fileName }),
    since: one.at,
    rank: 3 as const,
    agentId: one.by ?? undefined,
  }));
};
