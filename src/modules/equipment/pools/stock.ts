import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import {
  changeCapacity,
  openCounter,
  peakOf,
  promote,
  sayPresent,
  turnOfCounter,
  usesOf,
} from "../../scheduling/index.ts";
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
 * promises stay, nothing more is promised than they are, and the board says what is missing. It takes its turn before it counts: what
 * another one puts away at the same time is counted by the last of the two.
 */
export async function countStock(tx: Tx, poolId: string, at: Date): Promise<"counted" | "short"> {
  const { counter_id: counter } = await tx
    .selectFrom("equipment_pool")
    .select("counter_id")
    .where("pool_id", "=", poolId)
    .executeTakeFirstOrThrow();
  await turnOfCounter(tx, counter);
  const { rows } = await sql<{ left: number; capacity: number }>`
    select ${unitsLeft(at)} as left, c.capacity
    from equipment_pool p join seat_counter c on c.counter_id = p.counter_id where p.pool_id = ${poolId}`.execute(
    tx,
  );
  const [pool] = rows;
  if (!pool) throw new Error("no such pool");
  // Said before anything is offered: who waits is offered what is there, on whatever days.
  const said = await sayPresent(tx, counter, pool.left < pool.capacity ? pool.left : null);
  // More than before is offered in one time, once all of it may be promised: the first of the list may want all of it.
  if (said && pool.left <= pool.capacity) await promote(tx, counter, at);
  if (pool.left === pool.capacity) return "counted";
  const outcome = await changeCapacity(tx, counter, pool.left, at);
  if ("done" in outcome) {
    await sayPresent(tx, counter, null);
    return "counted";
  }
  const uses = await usesOf(tx, [counter], { from: at, until: null }, at);
  const promised = peakOf(uses, { from: at.getTime(), until: Infinity });
  if (promised < pool.capacity) await changeCapacity(tx, counter, promised, at);
  return "short";
}

/**
 * Whether all that is promised of a pool over some time is there. A shelf that is short keeps its promises, as many at once as its
 * counter says, and makes no other that leans on what is not there, on whatever days.
 */
export async function isThere(
  tx: Tx,
  poolId: string,
  time: { from: Date; until: Date },
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ left: number; capacity: number; counter: string }>`
    select ${unitsLeft(at)} as left, c.capacity, c.counter_id as counter
    from equipment_pool p join seat_counter c on c.counter_id = p.counter_id where p.pool_id = ${poolId}`.execute(
    tx,
  );
  const [pool] = rows;
  if (!pool || pool.capacity <= pool.left || time.until <= at) return true;
  const uses = await usesOf(tx, [pool.counter], time, at);
  const from = Math.max(time.from.getTime(), at.getTime());
  return peakOf(uses, { from, until: time.until.getTime() }) <= pool.left;
}

/** Units of a pool `p` that are fit to be lent and not kept too long. */
export const unitsLeft = (now: Date) => sql<number>`(select count(*)::integer from equipment_unit u
  where u.pool_id = p.pool_id and u.state in ('ready', 'to_check') and not exists (
    select from allocation o join loan l on l.loan_id = o.loan_id
    where o.unit_id = u.unit_id and o.state = 'out' and l.until_at < ${now}))`;

/**
 * Takes the turns of the counters of some pools, in the one order everybody takes them, before units are touched: two who work on the
 * same shelves never wait for each other.
 */
export async function turnOfPools(tx: Tx, poolIds: readonly string[], at: Date): Promise<void> {
  if (!poolIds.length) return;
  const pools = await tx
    .selectFrom("equipment_pool")
    .select("counter_id")
    .where("pool_id", "in", poolIds)
    .orderBy("counter_id")
    .execute();
  for (const pool of pools) await promote(tx, pool.counter_id, at);
}
