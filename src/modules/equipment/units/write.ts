import { act, type Tx } from "../../../platform/db/database.ts";
import { openRound, roundOf } from "../custody/check.ts";
import type { EventKind } from "../custody/codes.ts";
import { noteEvent } from "../custody/events.ts";
import { turnOfUnit } from "../custody/turn.ts";
import type { UnitState } from "../codes.ts";
import { note, type Hand } from "../journal.ts";
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
    const rows = await tx
      .insertInto("equipment_unit")
      .values(
        tags.map((tag) => ({
          pool_id: poolId,
          tag,
          serial: known.serial,
          data_plan: known.dataPlan,
          acquired_on: known.acquiredOn,
          state: "ready",
          state_at: hand.at,
          created_at: hand.at,
        })),
      )
      .returning(["unit_id", "tag"])
      .execute();
    for (const row of rows) await note(tx, hand, "unit", row.unit_id, "added", { tag: row.tag });
    return rows.length;
  });
  if ("done" in outcome) await countStock(tx, poolId, hand.at);
  return outcome;
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
