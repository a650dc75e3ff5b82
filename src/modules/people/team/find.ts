import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** Agents by their name, accents aside, or their address. */
export async function findStaff(
  tx: Tx,
  { plain, text }: { plain: string; text: string },
  most: number,
): Promise<{ id: string; name: string; email: string }[]> {
  const { rows } = await sql<{ id: string; name: string; email: string }>`
    select person_id as id, name, email from person p
    where exists (select from staff_role s where s.commune_id = p.commune_id and s.person_id = p.person_id)
      and (position(${plain} in translate(lower(name), 'àâäéèêëîïôöùûüç', 'aaaeeeeiioouuuc')) > 0
        or position(${text.toLowerCase()} in email) > 0)
    order by name, person_id limit ${most}`.execute(tx);
  return rows;
}
