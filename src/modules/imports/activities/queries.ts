import type { Tx } from "../../../platform/db/database.ts";
import type { ActivityOutcome } from "./counts.ts";
import type { ToldPairs, Undoing } from "./intake.ts";

export const activitiesPerPage = 50;

export type ActivityLine = Awaited<ReturnType<typeof activityLines>>[number];

/** One page of the activities that had an outcome, in the order of the file. */
export async function activityLines(
  tx: Tx,
  importId: string,
  outcome: ActivityOutcome,
  page: number,
) {
  const rows = await tx
    .selectFrom("import_activity as a")
    .innerJoin("import_line as l", (join) =>
      join.onRef("l.import_id", "=", "a.import_id").onRef("l.line", "=", "a.line"),
    )
    .select(["a.line", "a.title", "a.place", "a.reason", "a.unread_hours", "a.change", "a.kept"])
    .select(["a.undone", "a.merged_into_line", "l.name as association", "l.association_id"])
    .where("a.import_id", "=", importId)
    .where("a.outcome", "=", outcome)
    .orderBy("a.line")
    .orderBy("a.rank")
    .limit(activitiesPerPage)
    .offset((page - 1) * activitiesPerPage)
    .execute();
  return rows.map((row) => ({
    line: row.line,
    title: row.title,
    place: row.place,
    reason: row.reason,
    unreadHours: row.unread_hours,
    change: row.change as ToldPairs,
    kept: row.kept as ToldPairs,
    undone: row.undone as Undoing | null,
    mergedInto: row.merged_into_line,
    association: row.association,
    associationId: row.association_id,
  }));
}
