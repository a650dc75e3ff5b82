import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { note, noteAll, type Hand } from "../journal.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { countStock, turnOfPools } from "../pools/stock.ts";
import { unitsOf, type Unit } from "../units/queries.ts";
import { changeState, saveUnits } from "../units/write.ts";
import type { UnitValues } from "./planned.ts";
import { moveUnits, poolsOfMoves } from "./moving.ts";
import { writtenBy, type Inventory, type Written, type WrittenValues } from "./queries.ts";

type Undone = { removed: number; restored: number; kept: number };

/** Takes back what an inventory wrote and nobody touched since; what was lent, changed or told of since is kept, and counted. */
export async function undoInventory(
  tx: Tx,
  inventory: Inventory,
  hand: Hand,
  personId: string,
): Promise<Undone> {
  const written = await writtenBy(tx, inventory.id);
  const units = new Map((await unitsOf(tx, {})).map((unit) => [unit.id, unit]));
  const found = written.flatMap((one) => {
    const unit = units.get(one.unitId);
    return unit ? [{ ...one, unit }] : [];
  });
  const added = found.filter(({ before }) => before === null);
  const untouched = added.filter(isAsWritten);
  const removed = await removeUnits(tx, untouched.map(({ unit }) => unit), hand); // prettier-ignore
  const restored = await restore(tx, found, hand);
  await removeModels(tx, inventory.models, hand);
  const changed = found.length - added.length;
  const undone = { removed, restored, kept: added.length - removed + changed - restored };
  await tx
    .updateTable("inventory_import")
    .set({
      state: "undone",
      undone_at: hand.at,
      undone_by: personId,
      counts: JSON.stringify({ ...inventory.counts, ...undone }),
    })
    .where("import_id", "=", inventory.id)
    .execute();
  return undone;
}

type Found = Written & { unit: Unit };
const fieldsOf = (values: WrittenValues) => Object.keys(values) as (keyof WrittenValues)[];
const isAsWritten = ({ unit, after }: Found) =>
  fieldsOf(after).every((field) => unit[field] === after[field]);

/** Moves back first what still is where the import put it and may move; then fields that still say what it wrote say what they did before. A unit is restored when all is. */
async function restore(tx: Tx, found: readonly Found[], hand: Hand): Promise<number> {
  const back = found.flatMap(({ unit, before, after }) => {
    if (before === null) return [];
    const same = fieldsOf(after).filter((field) => unit[field] === after[field]);
    const values = Object.fromEntries(same.map((field) => [field, before[field] ?? null]));
    const { placeId, ...rest } = values as WrittenValues;
    return [{ unit, placeId, values: rest as Partial<UnitValues>, all: same.length === fieldsOf(after).length }]; // prettier-ignore
  });
  const moves = back.flatMap(({ unit, placeId }) => (placeId ? [{ unit: { ...unit, last: null }, placeId }] : [])); // prettier-ignore
  const pools = await poolsOfMoves(tx, moves, hand);
  await turnOfPools(tx, [...pools.values(), ...back.map(({ unit }) => unit.poolId)], hand.at);
  const places = await lendingPlacesOf(tx);
  const { moved } = await moveUnits(tx, moves, { pools, places }, hand);
  await saveUnits(tx, back.map(({ unit, values }) => ({ id: unit.id, tag: unit.tag, values })), hand); // prettier-ignore
  for (const { unit, values } of back)
    if (values.state) {
      const words = values.note === undefined ? unit.note : values.note;
      await changeState(tx, unit, values.state, words, hand);
    }
  return back.filter(({ unit, placeId, all }) => all && (!placeId || moved.has(unit.id))).length;
}

/** Removes units at once; when some are held by what came since, one by one, those that are free. */
async function removeUnits(tx: Tx, units: readonly Unit[], hand: Hand): Promise<number> {
  const ids = units.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const whole = await freed(tx, () => deleteUnits(tx, ids));
  const some: Unit[] = whole ? [...units] : [];
  if (!whole)
    for (const unit of units)
      if (await freed(tx, () => deleteUnits(tx, [unit.id]))) some.push(unit);
  await noteAll(tx, hand, "unit", "removed", some.map(({ id, tag }) => ({ id, change: { tag } }))); // prettier-ignore
  for (const poolId of new Set(some.map((unit) => unit.poolId))) await countStock(tx, poolId, hand.at); // prettier-ignore
  return some.length;
}

const deleteUnits = (tx: Tx, ids: readonly string[]) =>
  sql`delete from equipment_unit where unit_id = any(${[...ids]}::uuid[])`.execute(tx);

/** Models the import added, still as it left them and holding nothing. */
async function removeModels(tx: Tx, ids: readonly string[], hand: Hand): Promise<void> {
  for (const id of ids) {
    const gone = await freed(tx, async () => {
      await sql`delete from equipment_pool p where p.model_id = ${id}
        and not exists (select from equipment_unit u where u.pool_id = p.pool_id)`.execute(tx);
      const { numDeletedRows } = await tx
        .deleteFrom("equipment_model")
        .where("model_id", "=", id)
        .where("revision", "=", 1)
        .where("state", "=", "hidden")
        .executeTakeFirst();
      if (!Number(numDeletedRows)) throw new Kept();
    });
    if (gone) await note(tx, hand, "model", id, "removed");
  }
}

/** Somebody worked on it since. */
class Kept extends Error {}

/** Does it, or nothing when something else holds what would go. */
async function freed(tx: Tx, work: () => Promise<unknown>): Promise<boolean> {
  await sql`savepoint freed`.execute(tx);
  try {
    await work();
    await sql.raw("set constraints all immediate; release savepoint freed").execute(tx);
    return true;
  } catch (fault) {
    await sql`rollback to savepoint freed`.execute(tx);
    const held = typeof fault === "object" && fault !== null && "code" in fault && fault.code === "23503"; // prettier-ignore
    if (!held && !(fault instanceof Kept)) throw fault;
    return false;
  }
}
