import type { Tx } from "../../../platform/db/database.ts";
import { record } from "../../journal/index.ts";
import type { Slot } from "./fields.ts";
import type { Hand } from "./history.ts";

/** Where hours take place when it is elsewhere than the activity: nothing said, they are at its place. */
export type SlotPlace = Pick<Slot, "placeId" | "placeDetail">;

/** Says where hours of an activity take place, with its line of history when that changes. */
export async function placeSlot(
  tx: Tx,
  activityId: string,
  known: Slot,
  now: SlotPlace,
  hand: Hand,
): Promise<void> {
  if (known.placeId === now.placeId && known.placeDetail === now.placeDetail) return;
  await tx
    .updateTable("activity_slot")
    .set({ place_id: now.placeId, place_detail: now.placeDetail })
    .where("activity_id", "=", activityId)
    .where("series_id", "=", known.seriesId)
    .execute();
  await record(tx, {
    actor: hand.actor,
    at: hand.at,
    subject: { kind: "activity", id: activityId },
    action: "activity.edited",
    change: {
      hours: known.seriesId,
      placeId: [known.placeId, now.placeId],
      placeDetail: [known.placeDetail, now.placeDetail],
    },
  });
}
