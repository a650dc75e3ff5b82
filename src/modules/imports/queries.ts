import type { Tx } from "../../platform/db/database.ts";
import type { Refusal } from "./pipeline/routed.ts";

/** The first lines an import refused, with their reasons. */
export async function refusedLines(tx: Tx, importId: string, limit = 50): Promise<Refusal[]> {
  const rows = await tx
    .selectFrom("import_line")
    .select(["line", "reason", "detail"])
    .where("import_id", "=", importId)
    .where("outcome", "=", "refused")
    .orderBy("line")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    line: row.line,
    refusal: row.reason ?? "",
    detail: row.detail ?? "",
  }));
}
