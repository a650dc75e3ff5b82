import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import type { Hand } from "../journal.ts";
import { addModel } from "../models/write.ts";
import { countStock, ensurePool, turnOfPools } from "../pools/stock.ts";
import { changeState, insertUnits, saveUnits, type NewUnit } from "../units/write.ts";
import { unitsOf } from "../units/queries.ts";
import { blankModel } from "./blank-model.ts";
import type { Change } from "./differences.ts";
import { moveUnits, poolsOfMoves } from "./moving.ts";
import type { Known, Plan, Planned, UnitValues } from "./planned.ts";
import { keepWritten, type Inventory, type Written } from "./queries.ts";

type Applied = { added: number; changed: number; models: number; short: number };

/** Carries out what was planned, all or nothing; what is asked, refused, left or in conflict stays as it is. */
export async function applyInventory(
  tx: Tx,
  inventory: Inventory,
  { plan, known }: { plan: Plan; known: Pick<Known, "places"> },
  hand: Hand,
  t: Translate,
  personId: string,
): Promise<{ done: Applied } | { refused: "tag_taken" }> {
  return act(tx, { equipment_unit_tag_once: "tag_taken" as const }, async () => {
    const changing = plan.lines.filter(({ outcome }) => outcome === "changed");
    const moves = changing.flatMap(({ unit, move }) => (unit && move ? [{ unit, placeId: move.placeId }] : [])); // prettier-ignore
    const adding = plan.lines.filter(({ outcome }) => outcome === "added");
    const models = await addModels(tx, adding, hand, t);
    const pools = await poolsOf(tx, adding, models, hand);
    const moving = await poolsOfMoves(tx, moves, hand);
    // Every shelf before any unit, in the one order: a loan of two of them waits rather than meets.
    const here = await poolsOfUnits(tx, changing);
    await turnOfPools(tx, [...pools.keys(), ...moving.values(), ...here], hand.at);
    const written: Written[] = [];
    for (const [poolId, lines] of pools) written.push(...(await addLines(tx, poolId, lines, hand)));
    const added = written.length;
    const short = new Set<string>();
    for (const poolId of pools.keys())
      if ((await countStock(tx, poolId, hand.at)) === "short") short.add(poolId);
    const gone = await moveUnits(tx, moves, { pools: moving, places: known.places }, hand);
    for (const poolId of gone.short) short.add(poolId);
    written.push(...(await changeLines(tx, changing, gone.moved, hand, short)));
    await keepWritten(tx, inventory.id, written, hand.at);
    const counts = {
      added: (inventory.counts.added ?? 0) + added,
      changed: (inventory.counts.changed ?? 0) + changing.length,
      models: (inventory.counts.models ?? 0) + models.size,
      short: short.size,
    };
    await tx
      .updateTable("inventory_import")
      .set({
        state: "applied",
        models: [...inventory.models, ...models.values()],
        applied_at: hand.at,
        applied_by: personId,
        counts: JSON.stringify(counts),
      })
      .where("import_id", "=", inventory.id)
      .execute();
    return { ...counts, added, changed: changing.length, models: models.size };
  });
}

/** Models nobody had, by the key of their name; hidden until they are looked at. */
async function addModels(tx: Tx, adding: readonly Planned[], hand: Hand, t: Translate) {
  const models = new Map<string, string>();
  for (const { told, where } of adding) {
    if (!told || !where || where.modelId || models.has(where.modelKey)) continue;
    const priced = adding.find((one) => one.where?.modelKey === where.modelKey && one.told?.priceCents !== undefined); // prettier-ignore
    const category = told.category ?? "other";
    const fields = blankModel(told.name, category, t(`inventory:purpose.${category}`), priced?.told?.priceCents ?? null); // prettier-ignore
    models.set(where.modelKey, await addModel(tx, fields, hand));
  }
  return models;
}

/** The lines to add of each shelf; a shelf without a name takes that of its first line. */
async function poolsOf(
  tx: Tx,
  adding: readonly Planned[],
  models: ReadonlyMap<string, string>,
  hand: Hand,
): Promise<Map<string, Planned[]>> {
  const found = new Map<string, string>();
  const pools = new Map<string, Planned[]>();
  for (const one of adding) {
    const { where } = one;
    if (!where) continue;
    const modelId = where.modelId ?? models.get(where.modelKey) ?? "";
    const key = `${modelId} ${where.placeId}`;
    const poolId = found.get(key) ?? (await ensurePool(tx, modelId, where.placeId, hand));
    found.set(key, poolId);
    pools.set(poolId, [...(pools.get(poolId) ?? []), one]);
  }
  for (const [poolId, lines] of pools) {
    const shelf = lines.find(({ told }) => told?.shelf)?.told?.shelf;
    if (shelf)
      await tx
        .updateTable("equipment_pool")
        .set({ shelf })
        .where("pool_id", "=", poolId)
        .where("shelf", "is", null)
        .execute();
  }
  return pools;
}

async function poolsOfUnits(tx: Tx, changing: readonly Planned[]): Promise<string[]> {
  const ids = changing.flatMap(({ unit }) => (unit ? [unit.id] : []));
  if (!ids.length) return [];
  const rows = await sql<{ pool: string }>`
    select distinct pool_id as pool from equipment_unit where unit_id = any(${ids}::uuid[])`.execute(
    tx,
  );
  return rows.rows.map(({ pool }) => pool);
}

async function addLines(
  tx: Tx,
  poolId: string,
  lines: readonly Planned[],
  hand: Hand,
): Promise<Written[]> {
  const units = lines.flatMap(({ line, tags, told }) =>
    tags.map((tag) => ({
      line,
      unit: {
        tag,
        serial: told?.serial ?? null,
        state: told?.state ?? "ready",
        note: told?.note ?? null,
        dataPlan: told?.plan ?? null,
        acquiredOn: told?.bought ?? null,
      } satisfies NewUnit,
    })),
  );
  const ids = await insertUnits(tx, poolId, units.map(({ unit }) => unit), hand); // prettier-ignore
  return units.map(({ line, unit: { tag, ...after } }) => ({ unitId: ids.get(tag) ?? "", line, before: null, after })); // prettier-ignore
}

/** Writes on units there are; their state goes the way every state does. */
async function changeLines(
  tx: Tx,
  lines: readonly Planned[],
  moved: ReadonlySet<string>,
  hand: Hand,
  short: Set<string>,
): Promise<Written[]> {
  const changing = lines.flatMap(({ line, unit, changes, move }) => (unit ? [{ line, unit, changes, move }] : [])); // prettier-ignore
  await saveUnits(
    tx,
    changing.map(({ unit, changes }) => ({ id: unit.id, tag: unit.tag, values: valuesOf(changes, "there") })), // prettier-ignore
    hand,
  );
  for (const { unit, changes } of changing) {
    const state = changes.find(({ field }) => field === "state");
    if (!state) continue;
    const [now] = await unitsOf(tx, { tag: unit.tag });
    if (!now) continue;
    const counted = await changeState(tx, now, state.there as UnitValues["state"], now.note, hand);
    if (counted === "short") short.add(now.poolId);
  }
  return changing.map(({ line, unit, changes, move }) => {
    const goes = move && moved.has(unit.id);
    return {
      unitId: unit.id,
      line,
      before: { ...valuesOf(changes, "here"), ...(goes ? { placeId: unit.placeId } : {}) },
      after: { ...valuesOf(changes, "there"), ...(goes ? { placeId: move.placeId } : {}) },
    };
  });
}

const valuesOf = (changes: readonly Change[], which: "here" | "there"): Partial<UnitValues> =>
  Object.fromEntries(changes.map((change) => [change.field, change[which]]));
