import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

/** Says that something published has changed: pages kept for visitors are rendered anew. The last statement of a transaction. */
export async function publish(tx: Tx): Promise<void> {
  await sql`select raise_content_version()`.execute(tx);
}
