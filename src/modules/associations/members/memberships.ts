import { sql } from "kysely";
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

/** Associations that nobody else is responsible for, by name. */
export async function heldAlone(tx: Tx, personId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.name from association_member m join association a on a.association_id = m.association_id
    where m.person_id = ${personId}::uuid and m.role = 'owner' and a.merged_into is null
      and not exists (select from association_member o where o.association_id = m.association_id
        and o.role = 'owner' and o.person_id <> m.person_id)
    order by a.name_sort`.execute(tx);
  return rows.map(({ name }) => name);
}
