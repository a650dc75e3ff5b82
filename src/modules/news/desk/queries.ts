import type { Tx } from "../../../platform/db/database.ts";

/** The name of an association of the registry. */
export async function nameOf(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("association")
    .select("name")
    .where("association_id", "=", id)
    .executeTakeFirst();
  return row?.name;
}
