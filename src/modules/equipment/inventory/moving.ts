import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { peakOf, usesOf } from "../../scheduling/index.ts";
import { noteAll, type Hand } from "../journal.ts";
import { countStock, ensurePool, unitsLeft } from "../pools/stock.ts";
import { turnOfUnit } from "../custody/turn.ts";
import { moverOf } from "./movable.ts";
import type { KnownPlace, KnownUnit, Movable } from "./planned.ts";

/** What may leave its shelf now: what is there, less the most that is promised at one moment to come. */
export async function movableNow(tx: Tx, at: Date): Promise<Movable> {
  const { rows } = await sql<{ poolId: string; counterId: string; left: number }>`
    select p.pool_id as "poolId", p.counter_id as "counterId", ${unitsLeft(at)} as left from equipment_pool p`.execute(
    tx,
  );
  const counters = rows.map(({ counterId }) => counterId);
  const uses = counters.length ? await usesOf(tx, counters, { from: at, until: null }, at) : [];
  const byCounter = Map.groupBy(uses, ({ counterId }) => counterId);
  const ever = { from: at.getTime(), until: Infinity };
  const aside = await tx
    .selectFrom("allocation")
    .select("unit_id")
    .where("state", "=", "set_aside")
    .execute();
  return {
    aside: new Set(aside.map((row) => row.unit_id)),
    spare: new Map(
      rows.map(({ poolId, counterId, left }) => [poolId, left - peakOf(byCounter.get(counterId) ?? [], ever)]), // prettier-ignore
    ),
  };
}

export type Moving = { unit: KnownUnit; placeId: string };

/** The pools units go to, of which who calls takes the turns; a place that had none of a model has its pool now. */
export async function poolsOfMoves(
  tx: Tx,
  moves: readonly Moving[],
  hand: Hand,
): Promise<Map<string, string>> {
  const pools = new Map<string, string>();
  for (const { unit, placeId } of moves) {
    const key = poolKey(unit.modelId, placeId);
    if (!pools.has(key)) pools.set(key, await ensurePool(tx, unit.modelId, placeId, hand));
  }
  return pools;
}

const poolKey = (modelId: string, placeId: string) => `${modelId} ${placeId}`;

/**
 * Puts units on the shelf of another place, and counts both shelves; who calls has their turns. What cannot move
 * any more, once its turn has come, stays: gives those that moved, and the pools that are short.
 */
export async function moveUnits(
  tx: Tx,
  moves: readonly Moving[],
  { pools, places }: { pools: ReadonlyMap<string, string>; places: readonly KnownPlace[] },
  hand: Hand,
): Promise<{ moved: ReadonlySet<string>; short: Set<string> }> {
  const mover = moverOf({ movable: await movableNow(tx, hand.at), places });
  const going = moves.flatMap((move) => {
    const goes = mover(move.unit, move.placeId);
    return goes && "placeId" in goes ? [{ ...move, to: goes.name }] : [];
  });
  const touched = new Set<string>();
  for (const { unit, placeId } of going.toSorted((a, b) => (a.unit.id < b.unit.id ? -1 : 1))) {
    const poolId = pools.get(poolKey(unit.modelId, placeId)) ?? unit.poolId;
    await turnOfUnit(tx, unit.id);
    await tx
      .updateTable("equipment_unit")
      .set({ pool_id: poolId })
      .where("unit_id", "=", unit.id)
      .execute();
    touched.add(unit.poolId).add(poolId);
  }
  await noteAll(tx, hand, "unit", "moved", going.map(({ unit, to }) => ({ id: unit.id, change: { place: [unit.placeName, to] } }))); // prettier-ignore
  const short = new Set<string>();
  for (const poolId of [...touched].toSorted())
    if ((await countStock(tx, poolId, hand.at)) === "short") short.add(poolId);
  return { moved: new Set(going.map(({ unit }) => unit.id)), short };
}
