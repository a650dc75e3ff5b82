import type { Tx } from "../../../platform/db/database.ts";

/** Where a message to the commune goes: its own address, else every administrator. */
export async function messageReceivers(tx: Tx): Promise<string[]> {
  const { email } = await tx.selectFrom("commune").select("email").executeTakeFirstOrThrow();
  if (email) return [email];
  const rows = await tx
    .selectFrom("staff_role")
    .innerJoin("person", "person.person_id", "staff_role.person_id")
    .select("person.email")
    .where("role", "=", "administrator")
    .orderBy("person.email")
    .execute();
  return rows.map((row) => row.email);
}
