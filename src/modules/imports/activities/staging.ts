import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { storable } from "../pipeline/json.ts";
import type { ActivityRead } from "../reading/index.ts";
import { activityKey } from "./merge.ts";

type Line = { line: number; activities?: readonly ActivityRead[] };

/** Keeps what lines tell of activities, beside the lines themselves. */
export async function stageActivities(
  tx: Tx,
  importId: string,
  lines: readonly Line[],
): Promise<void> {
  const rows = lines.flatMap(({ line, activities = [] }) =>
    activities.map((read, rank) =>
      "refusal" in read
        ? { line, rank, title: read.title, reason: read.refusal }
        : {
            line,
            rank,
            key: activityKey(read.facts),
            title: read.facts.title,
            place: read.facts.place?.name,
            facts: read.facts,
            unread_hours: read.unreadHours,
          },
    ),
  );
  if (rows.length === 0) return;
  await sql`
    insert into import_activity (import_id, line, rank, key, title, place, facts, reason, unread_hours)
    select ${importId}, line, rank, key, title, place, facts, reason, unread_hours
    from jsonb_to_recordset(${storable(rows)}::jsonb) as r(line integer, rank integer, key text, title text, place text,
      facts jsonb, reason text, unread_hours text)`.execute(tx);
}
