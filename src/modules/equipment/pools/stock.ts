import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { changeCapacity, openCounter } from "../../scheduling/index.ts";
import { note, type Hand } from "../journal.ts";

/** The owner of the counters of equipment: the room that speaks to who waits. */
export const owner = "equipment";

/** How long what comes free is kept for who waited for it: a day. */
const offerMinutes = 1440;

/** A model at a place: its counter is opened with the first unit. Gives the pool's identifier. */
export async function ensurePool(
  tx: Tx,
  modelId: string,
  placeId: string,
  hand: Hand,
): Promise<string> {
  const known = await tx
    .selectFrom("equipment_pool")
    .select("pool_id")
    .where("model_id", "=", modelId)
    .where("place_id", "=", placeId)
    .executeTakeFirst();
  if (known) return known.pool_id;
  const { pool_id: id } = await tx
    .insertInto("equipment_pool")
    .values({
      model_id: modelId,
      place_id: placeId,
      counter_id: await openCounter(tx, owner, 0, { offerMinutes }, hand.at),
    })
    .returning("pool_id")
    .executeTakeFirstOrThrow();
  await note(tx, hand, "pool", id, "added");
  return id;
}

/**
 * Makes the counter of a pool say how many units can be promised: those fit to be lent, without those kept too long. Fewer than are promised already is refused by the guard: the
 * promises stay, and the board says what is missing.
 */
export async function countStock(tx: Tx, poolId: string, at: Date): Promise<"counted" | "short"> {
  const { rows } = await sql<{ counter: string; capacity: number; ready: number }>`
    select p.counter_id as counter, c.capacity, (
      select count(*)::integer from equipment_unit u
      where u.pool_id = p.pool_id and u.state in ('ready', 'to_check') and coalesce((
        select l.until_at from allocation o join loan l on l.loan_id = o.loan_id
        where o.unit_id = u.unit_id and o.state = 'out'), 'infinity') >= ${at}) as ready
    from equipment_pool p join seat_counter c on c.counter_id = p.counter_id
    where p.pool_id = ${poolId}`.execute(tx);
  const [pool] = rows;
  if (!pool) throw new Error("no such pool");
  if (pool.ready === pool.capacity) return "counted";
  const outcome = await changeCapacity(tx, pool.counter, pool.ready, at);
  return "done" in outcome ? "counted" : "short";
}
