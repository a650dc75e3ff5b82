import type { Ask } from "../../../platform/http/ask.ts";
import type { Import } from "../pipeline/imports.ts";
import { activityOutcomes, type ActivityCounts, type ActivityOutcome } from "./counts.ts";
import { activityLines, type ActivityLine } from "./queries.ts";

export type ActivitiesSeen = {
  counts: ActivityCounts;
  shown: ActivityOutcome;
  page: number;
  lines: readonly ActivityLine[];
};

/** The activities a report shows: those asked for, else those that say the most; nothing when the file tells none. */
export async function activitiesSeen(ask: Ask, one: Import): Promise<ActivitiesSeen | undefined> {
  const { activities: counts } = one.counts;
  if (!counts) return undefined;
  const asked = activityOutcomes.find((outcome) => outcome === ask.query.get("activites"));
  const order = ["refused", "changed", "created", "unchanged", "merged"] as const;
  const shown = asked ?? order.find((outcome) => counts[outcome] > 0) ?? "created";
  const page = Math.max(1, Math.floor(Number(ask.query.get("page-activites")) || 1));
  return { counts, shown, page, lines: await activityLines(ask.tx, one.id, shown, page) };
}
