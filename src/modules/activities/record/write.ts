import type { Tx } from "../../../platform/db/database.ts";
import { slugOf } from "../../associations/index.ts";
import { record, type Actor } from "../../journal/index.ts";
import type { Kind, Source, State, TakenUp } from "../codes.ts";
import {
  activityFields,
  blankFields,
  columnOf,
  personalFields,
  type Activity,
  type ActivityFields,
  type Slot,
} from "./fields.ts";
import { slugsLike } from "./queries.ts";
import { differences, freeSlug, type Changes } from "./rules.ts";

/** Who writes, when, and for whom. */
export type Hand = { actor: Actor; at: Date; source: Source };

export type NewActivity = {
  associationId: string;
  kind: Kind;
  season: number | null;
  fields: Partial<ActivityFields> & { title: string };
  /** That of the season before it goes on from. */
  continues?: { id: string; takenUp: TakenUp };
};

/** Adds an activity, a draft until it is published; gives its id and its address. */
export async function addActivity(
  tx: Tx,
  made: NewActivity,
  hand: Hand,
): Promise<{ id: string; slug: string }> {
  const base = slugOf(made.fields.title);
  const slug = freeSlug(base, await slugsLike(tx, base || "activite"));
  const fields = { ...blankFields, ...made.fields };
  const { activity_id: id } = await tx
    .insertInto("activity")
    .values({
      association_id: made.associationId,
      slug,
      kind: made.kind,
      season: made.season,
      ...(Object.fromEntries(activityFields.map((field) => [columnOf[field], fields[field]])) as {
        title: string;
      }),
      continues_id: made.continues?.id ?? null,
      taken_up: made.continues?.takenUp ?? null,
      source: hand.source,
      created_at: hand.at,
      updated_at: hand.at,
    })
    .returning("activity_id")
    .executeTakeFirstOrThrow();
  await note(tx, id, hand, "activity.added", differences(blankFields, fields));
  return { id, slug };
}

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

/** The line of history of a change; what is about a person stays apart. */
async function note(
  tx: Tx,
  id: string,
  hand: Hand,
  action: string,
  changes: Changes,
  more: Record<string, unknown> = {},
): Promise<void> {
  const entries = Object.entries(changes);
  await record(tx, {
    actor: hand.actor,
    at: hand.at,
    subject: { kind: "activity", id },
    action,
    change: {
      ...Object.fromEntries(entries.filter(([field]) => !personalFields.has(field))),
      ...more,
    },
    personal: entries
      .filter(([field]) => personalFields.has(field))
      .map(([field, [old, now]]) => ({
        about: { kind: "activity", id },
        field,
        old: old as string | null,
        new: now as string | null,
      })),
  });
}
