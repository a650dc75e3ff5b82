import { staff } from "../../platform/http/person.ts";
import type { Tasks } from "../communes/index.ts";
import { waitingImports } from "./queries.ts";
import { registryTasks } from "./registry/tasks.ts";
import { urls } from "./urls.ts";

export const importers = staff("referent");

/** Imports tried and not yet carried out; what the national registry says. */
export const importTasks: Tasks = async (ask) => {
  const { tx, t, person } = ask;
  if (!importers.allows(person)) return [];
  const count = await waitingImports(tx);
  return [
    {
      path: urls.list,
      icon: "import",
      words: t("imports:task.rehearsed", { count }),
      why: t("imports:task.why"),
      count,
      queued: true,
      rank: 3,
    },
    ...(await registryTasks(ask)),
  ];
};
