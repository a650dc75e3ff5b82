import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** Names of some people, by id. */
export async function namesOf(tx: Tx, ids: readonly unknown[]): Promise<Map<string, string>> {
  const wanted = [
    ...new Set(ids.filter((id): id is string => typeof id === "string" && id !== "")),
  ];
  if (!wanted.length) return new Map();
  const rows = await tx
    .selectFrom("person")
    .select(["person_id", "name"])
    .where("person_id", "=", sql<string>`any(${wanted}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.name]));
}
