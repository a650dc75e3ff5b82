import type { Tx } from "../../../platform/db/database.ts";
import type { Person } from "../../../platform/http/person.ts";

/** The associations a person belongs to, by name. */
export async function memberships(tx: Tx, personId: string): Promise<Person["associations"]> {
  const rows = await tx
    .selectFrom("association_member")
    .innerJoin("association", "association.association_id", "association_member.association_id")
    .select(["association.association_id as id", "slug", "name", "role", "topics"])
    .where("association_member.person_id", "=", personId)
    .orderBy("name_sort")
    .execute();
  return rows.map(({ role, topics, ...row }) => ({
    ...row,
    role: role as Person["associations"][number]["role"],
    topics: role === "editor" ? topics : [],
  }));
}
