import type { Waiting } from "../communes/index.ts";
import { rehearsedImports } from "./queries.ts";
import { waiting as registryWaiting } from "./registry/waiting.ts";
import { importers } from "./tasks.ts";
import { urls } from "./urls.ts";

/** Files tried and not yet carried out; files of the national registry with proposals nobody answered. */
export const importsWaiting: Waiting = async (ask) => [
  ...(await rehearsedWaiting(ask)),
  ...(await registryWaiting(ask)),
];

const rehearsedWaiting: Waiting = async ({ tx, t, person }) => {
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
