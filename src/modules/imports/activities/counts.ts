import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Undoing } from "./intake.ts";

export const activityOutcomes = ["created", "changed", "unchanged", "merged", "refused"] as const;
export type ActivityOutcome = (typeof activityOutcomes)[number];

/**
 * What became of the activities lines tell. `told` is always the sum of the outcomes; `places` counts where the created
 * ones take place, `kept` the values a person's word protected, `unreadHours` those whose hours nobody understood.
 */
export type ActivityCounts = {
  told: number;
  places: number;
  kept: number;
  unreadHours: number;
} & Record<ActivityOutcome, number>;

/** Nothing when the file tells no activity. */
export async function countActivities(
  tx: Tx,
  importId: string,
): Promise<ActivityCounts | undefined> {
  const { rows } = await sql<ActivityCounts>`
    select count(*)::int as told,
      ${sql.join(
        activityOutcomes.map(
          (outcome) =>
            sql`count(*) filter (where outcome = ${outcome})::int as ${sql.ref(outcome)}`,
        ),
      )},
      count(distinct substring(key from position('|' in key))) filter (where outcome = 'created' and place is not null)::int as places,
      coalesce(sum((select count(*) from jsonb_object_keys(kept))), 0)::int as kept,
      count(unread_hours) filter (where outcome = 'created')::int as "unreadHours"
    from import_activity where import_id = ${importId} and outcome is not null`.execute(tx);
  return rows[0]?.told ? rows[0] : undefined;
}

export type ActivityUndoCounts = Record<Undoing, number>;

export async function countUndone(
  tx: Tx,
  importId: string,
): Promise<ActivityUndoCounts | undefined> {
  const { rows } = await sql<{ undone: Undoing; n: number }>`
    select undone, count(*)::int as n from import_activity
    where import_id = ${importId} and undone is not null group by 1`.execute(tx);
  if (rows.length === 0) return undefined;
  const counts: ActivityUndoCounts = { removed: 0, restored: 0, partly: 0, kept: 0 };
  for (const row of rows) counts[row.undone] = row.n;
  return counts;
}

/** Two counts made one, field by field. */
export function addedCounts(
  one: ActivityCounts | undefined,
  other: ActivityCounts | undefined,
): ActivityCounts | undefined {
  if (!one || !other) return one ?? other;
  return Object.fromEntries(
    Object.entries(one).map(([key, count]) => [key, count + other[key as keyof ActivityCounts]]),
  ) as ActivityCounts;
}
