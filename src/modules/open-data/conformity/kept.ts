import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Finding } from "./rules.ts";

export type Checked = { at: Date; findings: Finding[] } | undefined;

/** What the last check of this commune found. */
export async function lastCheck(tx: Tx): Promise<Checked> {
  const row = await tx
    .selectFrom("open_data_state")
    .select(["checked_at", "findings"])
    .executeTakeFirst();
  return row?.checked_at ? { at: row.checked_at, findings: row.findings as Finding[] } : undefined;
}

export async function keepCheck(tx: Tx, at: Date, findings: readonly Finding[]): Promise<void> {
  const told = JSON.stringify(findings);
  await sql`
    insert into open_data_state (checked_at, findings) values (${at}, ${told}::jsonb)
    on conflict (commune_id) do update set checked_at = excluded.checked_at, findings = excluded.findings`.execute(
    tx,
  );
}
