import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { note, type Hand } from "../journal.ts";

/** The kit that is the standard one of an association. */
export async function standardKitOf(tx: Tx, associationId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("standard_kit")
    .select("kit_id as id")
    .where("association_id", "=", associationId)
    .executeTakeFirst();
  return row?.id;
}

/** Says which kit is the standard one of an association; null: none is. */
export async function saveStandardKit(
  tx: Tx,
  associationId: string,
  kitId: string | null,
  hand: Hand,
): Promise<void> {
  const before = await standardKitOf(tx, associationId);
  if (before === (kitId ?? undefined)) return;
  if (kitId === null)
    await tx.deleteFrom("standard_kit").where("association_id", "=", associationId).execute();
  else
    await tx
      .insertInto("standard_kit")
      .values({ association_id: associationId, kit_id: kitId, since: hand.at })
      .onConflict((conflict) =>
        conflict.constraint("standard_kit_once").doUpdateSet({ kit_id: kitId, since: hand.at }),
      )
      .execute();
  if (before) await note(tx, hand, "kit", before, "no_longer_standard", { associationId });
  if (kitId) await note(tx, hand, "kit", kitId, "standard", { associationId });
}

/** So many of a model an association has now, and so many it asked for or is promised. */
export type Held = { modelId: string; had: number; coming: number };

/** What an association has of what is lent, by model: what is used on the spot stays with nobody. */
export async function heldOf(tx: Tx, associationId: string): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select p.model_id as "modelId", sum(given.out)::integer as had,
      sum(greatest(0, ll.quantity - given.ever))::integer as coming
    from loan l
    join loan_line ll on ll.loan_id = l.loan_id
    join equipment_pool p on p.pool_id = ll.pool_id
    cross join lateral (
      select count(*) filter (where a.state = 'out') as out,
        count(*) filter (where a.state in ('out', 'back', 'lost')) as ever
      from allocation a where a.loan_id = l.loan_id and a.pool_id = ll.pool_id) given
    where l.association_id = ${associationId} and l.regime <> 'on_site' and l.state in ('asked', 'waiting', 'accepted', 'prepared', 'out')
    group by p.model_id`.execute(tx);
  return rows;
}
