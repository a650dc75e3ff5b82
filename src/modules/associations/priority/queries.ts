import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { EmployeesBand, MembersBand, Public } from "../codes.ts";
import type { Weights } from "./rules.ts";

/** The priority of an association, and what it is made of. */
export type Priority = {
  id: string;
  score: number;
  farPublics: Public[];
  members: MembersBand | null;
  employees: EmployeesBand | null;
  holders: number;
  /** Who follows the association. */
  referent: string | null;
};

/** Priorities of some associations, in one query (`association_priority()` of the database). */
export async function prioritiesOf(tx: Tx, ids: readonly string[]): Promise<Priority[]> {
  if (!ids.length) return [];
  const { rows } = await sql<Priority>`
    select p.association_id as id, p.score, p.far_publics as "farPublics", p.members_band as members,
      p.employees_band as employees, p.holders, a.referent_id as referent
    from association_priority() p join association a on a.association_id = p.association_id
    where p.association_id = any(${[...new Set(ids)]}::uuid[])`.execute(tx);
  return rows;
}

/** The weights in force: the commune's own, else the usual ones. */
export async function weightsInForce(tx: Tx): Promise<Weights> {
  const { rows } = await sql<Weights>`select publics, size, access from priority_rules()`.execute(
    tx,
  );
  return rows[0] ?? { publics: 5, size: 3, access: 2 };
}

export async function saveWeights(tx: Tx, weights: Weights): Promise<void> {
  await tx
    .insertInto("priority_rule")
    .values(weights)
    .onConflict((conflict) => conflict.column("commune_id").doUpdateSet(weights))
    .execute();
}
