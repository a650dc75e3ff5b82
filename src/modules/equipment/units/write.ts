import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import { openRound, roundOf } from "../custody/check.ts";
import type { EventKind } from "../custody/codes.ts";
import { noteEvent } from "../custody/events.ts";
import { turnOfUnit } from "../custody/turn.ts";
import type { UnitState } from "../codes.ts";
import { note, noteAll, type Hand } from "../journal.ts";
import { countStock, ensurePool, turnOfPools } from "../pools/stock.ts";
import { unitsOf, type Unit } from "./queries.ts";

export type NewUnits = {
  modelId: string;
  placeId: string;
  tags: readonly string[];
  serial: string | null;
  dataPlan: string | null;
  acquiredOn: string | null;
};

/** Adds units of a model at a place, ready to be lent; a tag is used once in the commune. */
export async function addUnits(
  tx: Tx,
  { modelId, placeId, tags, ...known }: NewUnits,
  hand: Hand,
): Promise<{ done: number } | { refused: "tag_taken" }> {
  const poolId = await ensurePool(tx, modelId, placeId, hand);
  const outcome = await act(tx, { equipment_unit_tag_once: "tag_taken" as const }, async () => {
    const units = tags.map((tag) => ({ ...known, tag, state: "ready" as const, note: null }));
    return (await insertUnits(tx, poolId, units, hand)).size;
  });
  if ("done" in outcome) await countStock(tx, poolId, hand.at);
  return outcome;
}

export type NewUnit = Pick<Unit, "tag" | "serial" | "state" | "note" | "dataPlan" | "acquiredOn">;

const chunk = 1000;

/** Writes units of a pool, many at once, each with what is known of it; gives their identifiers by tag. Who calls counts the stock. */
export async function insertUnits(
  tx: Tx,
  poolId: string,
  units: readonly NewUnit[],
  hand: Hand,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (let from = 0; from < units.length; from += chunk) {
    const rows = await tx
      .insertInto("equipment_unit")
      .values(
        units.slice(from, from + chunk).map((unit) => ({
          pool_id: poolId,
          tag: unit.tag,
          serial: unit.serial,
          note: unit.note,
          data_plan: unit.dataPlan,
          acquired_on: unit.acquiredOn,
          state: unit.state,
          state_at: hand.at,
          created_at: hand.at,
        })),
      )
      .returning(["unit_id", "tag"])
      .execute();
    for (const row of rows) ids.set(row.tag, row.unit_id);
  }
  await noteAll(tx, hand, "unit", "added", [...ids].map(([tag, id]) => ({ id, change: { tag } }))); // prettier-ignore
  return ids;
}

/** Writes what is known of units, but for their state (`changeState`). */
export async function saveUnits(
  tx: Tx,
  units: readonly { id: string; tag: string; values: Partial<Omit<NewUnit, "tag">> }[],
  hand: Hand,
): Promise<void> {
  const known = units.flatMap(({ id, tag, values: { state: _state, ...values } }) =>
    Object.keys(values).length ? [{ id, tag, values }] : [],
  );
  if (known.length === 0) return;
  await sql`update equipment_unit u set
      serial = case when r.values ? 'serial' then r.values ->> 'serial' else u.serial end,
      note = case when r.values ? 'note' then r.values ->> 'note' else u.note end,
      data_plan = case when r.values ? 'dataPlan' then r.values ->> 'dataPlan' else u.data_plan end,
      acquired_on = case when r.values ? 'acquiredOn' then (r.values ->> 'acquiredOn')::date else u.acquired_on end
    from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as r(id uuid, values jsonb)
    where u.unit_id = r.id`.execute(tx);
  await noteAll(tx, hand, "unit", "edited", known.map(({ id, values }) => ({ id, change: { fields: Object.keys(values) } }))); // prettier-ignore
}

/** `steps_left`: what it needs before it is lent again is not done; `is_out`: somebody has it, it is taken back first. */
export type StateChanged = "counted" | "short" | "steps_left" | "is_out";

/** Says what a unit is fit for; "short" when more than what is left is promised: the promises stay. */
export async function changeState(
  tx: Tx,
  known: Unit,
  state: UnitState,
  words: string | null,
  hand: Hand,
): Promise<StateChanged> {
  await turnOfPools(tx, [known.poolId], hand.at);
  await turnOfUnit(tx, known.id);
  const unit = (await unitsOf(tx, { tag: known.tag })).find(({ id }) => id === known.id) ?? known;
  if (unit.heldBy && state !== unit.state) return "is_out";
  const unseen = unit.inRound || unit.state === "lost";
  if (state === "ready" && unseen && (await roundOf(tx, unit.id)).some(({ done }) => !done))
    return "steps_left";
  await tx
    .updateTable("equipment_unit")
    .set({
      state,
      note: words,
      state_at: hand.at,
      ...(state === "lost" ? { round_event_id: null } : {}),
    })
    .where("unit_id", "=", unit.id)
    .execute();
  const kind = eventOf(unit.state, state);
  const eventId = await noteEvent(tx, { unitId: unit.id, kind, words }, hand);
  if (state === "to_check" && !unit.inRound)
    await openRound(tx, unit.id, eventId, { became: "unknown", missing: [] }, hand);
  await note(tx, hand, "unit", unit.id, "state", { state: [unit.state, state] });
  return countStock(tx, unit.poolId, hand.at);
}

const becoming = {
  repair: "damaged",
  lost: "lost",
  retired: "retired",
  to_check: "noted",
  ready: "noted",
} as const;

function eventOf(from: UnitState, to: UnitState): EventKind {
  if (to !== "ready" && to !== "to_check") return from === to ? "noted" : becoming[to];
  if (from === "lost") return "found";
  if (from === "repair") return "repaired";
  return to === "ready" && from === "to_check" ? "checked" : becoming[to];
}
