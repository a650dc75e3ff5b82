import type { Waiting } from "../../communes/index.ts";
import { importers } from "../tasks.ts";
import { batches } from "./batches.ts";
import { urls } from "./urls.ts";

/** Files of the national registry that have proposals without an answer. */
export const waiting: Waiting = async ({ tx, t, person }) => {
  if (!importers.allows(person)) return [];
  return (await batches(tx))
    .filter(({ state, open }) => state === "ready" && open > 0)
    .map((batch) => ({
      key: `registry:${batch.id}`,
      path: urls.one(batch.id),
      icon: "import",
      words: t("rna:waiting", { count: batch.open }),
      since: batch.made_at,
      rank: 2,
    }));
};
