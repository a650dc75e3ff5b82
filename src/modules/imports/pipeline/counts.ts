import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { countActivities, type ActivityCounts } from "../activities/counts.ts";

export const outcomes = [
  "created",
  "changed",
  "unchanged",
  "merged",
  "refused",
  "outside",
] as const;
export type Outcome = (typeof outcomes)[number];

/** What became of the lines. `lines` is always the sum of the outcomes; `kept` counts values a person's word protected. */
export type Counts = {
  lines: number;
  kept: number;
  duplicates: number;
  /** Lines taken without a value of theirs that could not be read. */
  unread: number;
  /** Absent when the file tells no activity. */
  activities?: ActivityCounts;
} & Record<Outcome, number>;

export const noCounts = (): Counts => ({
  lines: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  merged: 0,
  refused: 0,
  outside: 0,
  kept: 0,
  duplicates: 0,
  unread: 0,
});

export async function countLines(tx: Tx, importId: string): Promise<Counts> {
  const { rows } = await sql<{ outcome: Outcome; lines: number; kept: number; unread: number }>`
    select outcome, count(*)::int as lines,
           sum((select count(*) from jsonb_object_keys(kept)))::int as kept,
           count(*) filter (where unread <> '{}')::int as unread
    from import_line where import_id = ${importId} group by outcome`.execute(tx);
  const { rows: pairs } = await sql<{ n: number }>`
    select count(*)::int as n from import_duplicate where import_id = ${importId}`.execute(tx);
  const counts = noCounts();
  for (const row of rows) {
    counts[row.outcome] += row.lines;
    counts.lines += row.lines;
    counts.kept += row.kept;
    counts.unread += row.unread;
  }
  counts.duplicates = pairs[0]?.n ?? 0;
  const activities = await countActivities(tx, importId);
  return activities ? { ...counts, activities } : counts;
}
