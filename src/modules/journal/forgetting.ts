import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

/** What the history shows where a value was erased. */
export const hiddenValue = "…";

/** Hides every personal value about some persons or contacts; that something was there stays. Gives how many. */
export async function hideValuesOf(tx: Tx, kind: string, ids: readonly string[]): Promise<number> {
  if (!ids.length) return 0;
  const { numAffectedRows } = await sql`
    update journal_personal set
      old_value = case when old_value is not null then ${hiddenValue} end,
      new_value = case when new_value is not null then ${hiddenValue} end
    where about_kind = ${kind} and about_id = any(${ids}::text[])
      and concat(old_value, new_value) <> repeat(${hiddenValue}, num_nonnulls(old_value, new_value))`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}

/** Fields whose values are public names, even when a person bears the same. */
const publicNames = ["name", "acronym", "places"];

/** Hides what a pattern finds (case aside) anywhere in the history but in public names. Gives in how many lines. */
export async function hideInHistory(tx: Tx, pattern: string): Promise<number> {
  const hidden = (value: string) =>
    sql`regexp_replace(${sql.ref(value)}, ${pattern}, ${hiddenValue}, 'gi')`;
  const { numAffectedRows: values } = await sql`
    update journal_personal set old_value = ${hidden("old_value")}, new_value = ${hidden("new_value")}
    where concat_ws(' ', old_value, new_value) ~* ${pattern}`.execute(tx);
  const { rows } = await sql<{ count: number }>`
    select hide_in_journal(${pattern}, ${hiddenValue}, ${publicNames}) as count`.execute(tx);
  return Number(values ?? 0) + (rows[0]?.count ?? 0);
}
