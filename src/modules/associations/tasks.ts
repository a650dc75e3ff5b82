import { longDay } from "../../ui/dates.ts";
import { sql } from "kysely";
import type { Task, Tasks } from "../communes/index.ts";
import { registryGaps } from "./list/queries.ts";
import { waitingCount } from "./proposals/queries.ts";
import { duplicateJudges, mayWrite } from "./rights.ts";
import { urls } from "./urls.ts";

const gaps = { contact: "contact", place: "lieu", theme: "theme" } as const;

/** What the registry has for an agent to do. */
export const tasks: Tasks = async ({ tx, t, lang, person }) => {
  if (!mayWrite(person)) return [];
  const found: Task[] = [];
  const { count, oldest } = await waitingCount(tx);
  found.push({
    path: urls.proposals,
    icon: "report",
    words: t("registry:task.proposals", { count }),
    why: oldest ? t("registry:task.proposalsWhy", { date: longDay(lang, oldest) }) : undefined,
    count,
    queued: true,
    rank: 1,
  });
  if (duplicateJudges.allows(person)) {
    const pairs = await tx
      .selectFrom("duplicate_suggestion")
      .select(sql<number>`count(*)`.as("count"))
      .where("state", "=", "open")
      .executeTakeFirstOrThrow();
    found.push({
      path: urls.duplicates,
      icon: "merge",
      words: t("registry:task.duplicates", { count: Number(pairs.count) }),
      why: t("registry:task.duplicatesWhy"),
      count: Number(pairs.count),
      queued: true,
      rank: 2,
    });
  }
  const lacking = await registryGaps(tx);
  if (lacking.size === 0) return found;
  for (const gap of ["contact", "place", "theme"] as const) {
    const query = new URLSearchParams({ manque: gaps[gap] });
    const missing = lacking[gap];
    found.push({
      path: `${urls.list}?${query}`,
      icon: ({ contact: "mail", place: "place", theme: "tag" } as const)[gap],
      words: t(`registry:task.${gap}`, { count: missing }),
      why: t(`registry:task.${gap}Why`),
      count: missing,
      rank: 3,
    });
  }
  return found;
};
