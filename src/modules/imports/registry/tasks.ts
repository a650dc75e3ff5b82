import type { Ask } from "../../../platform/http/ask.ts";
import type { Task } from "../../communes/index.ts";
import { longDay } from "../../../ui/dates.ts";
import { batches, lastRead } from "./batches.ts";
import { freshDays } from "./rules.ts";
import { urls } from "./urls.ts";

/** Proposals without an answer, and the month's file when the last one is old. */
export async function registryTasks({ tx, t, lang, now }: Ask): Promise<Task[]> {
  const open = (await batches(tx)).reduce((sum, batch) => sum + batch.open, 0);
  const last = await lastRead(tx);
  const old = last && now.getTime() - last.getTime() > freshDays * 86_400_000;
  return [
    {
      path: urls.list,
      icon: "import",
      words: t("rna:task.open", { count: open }),
      why: t("rna:task.openWhy"),
      count: open,
      queued: true,
      rank: 2,
    },
    {
      path: urls.list,
      icon: "import",
      words: t("rna:task.old"),
      why: last && t("rna:task.oldWhy", { date: longDay(lang, last) }),
      count: old ? 1 : 0,
      rank: 3,
    },
  ];
}
