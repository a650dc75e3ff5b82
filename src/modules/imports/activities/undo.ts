import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { ActivityIntake, IntakeHand } from "./intake.ts";

/** Takes back the activities an import wrote, before the associations they are of. */
export async function undoActivities(
  tx: Tx,
  importId: string,
  intake: ActivityIntake | undefined,
  by: IntakeHand,
): Promise<void> {
  if (!intake) return;
  const rows = await tx
    .selectFrom("import_activity")
    .select(["line", "rank", "activity_id", "outcome", "image"])
    .where("import_id", "=", importId)
    .where("outcome", "in", ["created", "changed"])
    .where("activity_id", "is not", null)
    .orderBy("line")
    .orderBy("rank")
    .execute();
  const undone = await intake.undo(
    tx,
    rows.map((row) => ({
      activityId: row.activity_id ?? "",
      outcome: row.outcome as "created" | "changed",
      image: row.image,
    })),
    { ...by, importId },
  );
  const marks = rows.map(({ line, rank }, at) => ({ line, rank, undone: undone[at] ?? "kept" }));
  await sql`
    update import_activity a set undone = r.undone, image = null
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as r(line integer, rank integer, undone text)
    where a.import_id = ${importId} and a.line = r.line and a.rank = r.rank`.execute(tx);
}
