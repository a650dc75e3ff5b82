import type { Tx } from "../../../platform/db/database.ts";
import { changeSeries, type Pattern, type Scope } from "../../scheduling/index.ts";
import type { Slot } from "../record/fields.ts";
import { placeSlot, type SlotPlace } from "../record/slots.ts";
import { addSlot } from "../record/write.ts";
import { byOf, type Programme } from "./programme.ts";

/** Changes hours, all of them or from a day on; the series that follows stays where the one before it took place, unless `place` says another. */
export async function changeHours(
  tx: Tx,
  programme: Programme,
  activityId: string,
  slot: Slot,
  scope: Scope,
  pattern: Pattern,
  place: SlotPlace = slot,
): Promise<void> {
  const changed = await changeSeries(tx, byOf(programme), slot.seriesId, scope, pattern);
  if (!changed) return;
  if (changed.id !== slot.seriesId)
    await addSlot(tx, activityId, { ...slot, seriesId: changed.id });
  await placeSlot(tx, activityId, { ...slot, seriesId: changed.id }, place, programme.hand);
}
