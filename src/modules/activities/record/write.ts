import type { Tx } from "../../../platform/db/database.ts";
import type { State } from "../codes.ts";
import { toldColumns } from "./add.ts";
import { columnOf, type Activity, type ActivityFields, type Slot, type Told } from "./fields.ts";
import { note, type Hand } from "./history.ts";
import { slugsLike } from "./queries.ts";
import { freeSlug } from "../../associations/index.ts";
import { differences } from "./rules.ts";

/** Writes what changes of an activity, with its history; gives whether anything did. */
export async function saveActivity(
  tx: Tx,
  known: Activity,
  patch: Partial<ActivityFields>,
  hand: Hand,
): Promise<boolean> {
  const changes = differences(known.fields, patch);
  if (!Object.keys(changes).length) return false;
  await tx
    .updateTable("activity")
    .set((eb) => ({
      ...Object.fromEntries(
        Object.entries(changes).map(([field, [, now]]) => [
          columnOf[field as keyof ActivityFields],
          now,
        ]),
      ),
      ...("photo" in changes ? { photo_before_id: known.fields.photo } : {}),
      revision: eb("revision", "+", 1),
      updated_at: hand.at,
    }))
    .where("activity_id", "=", known.id)
    .execute();
  await note(tx, known.id, hand, "activity.edited", changes);
  return true;
}

/** Shows an activity to residents: who publishes says that it is true today. */
export const publishActivity = (tx: Tx, known: Activity, today: string, hand: Hand) =>
  changeState(tx, known, hand, "activity.published", {
    state: "published",
    published_at: known.publishedAt ?? hand.at,
    stopped_on: null,
    confirmed_on: today,
  });

/** Says that what is shown of an activity is true today: what a file told becomes the association's own word. */
export const confirmActivity = (tx: Tx, known: Activity, today: string, hand: Hand) =>
  changeState(tx, known, hand, "activity.confirmed", {
    state: known.state,
    stopped_on: null,
    confirmed_on: today,
  });

/** Keeps what the last file said of an activity, and in which season it puts it. */
export const noteTold = (tx: Tx, id: string, told: Told, season: number, hand: Hand) =>
  tx
    .updateTable("activity")
    .set({ ...toldColumns(told, hand), season })
    .where("activity_id", "=", id)
    .execute();

/** Says that an activity takes place no more. Its hours stay: published again, it has its dates back. */
export const stopActivity = (tx: Tx, known: Activity, today: string, hand: Hand) =>
  changeState(tx, known, hand, "activity.stopped", { state: "stopped", stopped_on: today });

async function changeState(
  tx: Tx,
  known: Activity,
  hand: Hand,
  action: string,
  set: { state: State; stopped_on: string | null; published_at?: Date; confirmed_on?: string },
): Promise<void> {
  await tx
    .updateTable("activity")
    .set((eb) => ({ ...set, revision: eb("revision", "+", 1), updated_at: hand.at }))
    .where("activity_id", "=", known.id)
    .execute();
  await note(tx, known.id, hand, action, {}, { state: [known.state, set.state] });
}

/** Gives the address of an activity to the one that takes it up; the old one adds its season. */
export async function giveAddress(tx: Tx, known: Activity, newId: string): Promise<void> {
  const old = `${known.slug}-${known.season}-${(known.season ?? 0) + 1}`;
  const free = freeSlug(old, await slugsLike(tx, old));
  const rename = (id: string, slug: string) =>
    tx.updateTable("activity").set({ slug }).where("activity_id", "=", id).execute();
  await rename(known.id, free);
  await rename(newId, known.slug);
}

/** Takes away a draft that nobody has seen. */
export async function removeDraft(tx: Tx, known: Activity, hand: Hand): Promise<void> {
  await tx.deleteFrom("activity").where("activity_id", "=", known.id).execute();
  await note(tx, known.id, hand, "activity.dropped", {}, { title: [known.fields.title, null] });
}

/** Ties a series of the scheduling room to an activity. */
export async function addSlot(tx: Tx, activityId: string, slot: Slot): Promise<void> {
  await tx
    .insertInto("activity_slot")
    .values({
      activity_id: activityId,
      series_id: slot.seriesId,
      place_id: slot.placeId,
      place_detail: slot.placeDetail,
    })
    .execute();
}
