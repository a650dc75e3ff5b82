import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Pattern } from "../../scheduling/index.ts";
import { addActivity } from "../record/add.ts";
import type { ActivityFields } from "../record/fields.ts";
import type { Hand } from "../record/history.ts";
import { activityById, lockedActivity } from "../record/queries.ts";
import { hoursOf } from "../record/series.ts";
import { publishActivity, saveActivity } from "../record/write.ts";
import { addHours, cancelDates, datesAhead, hoursTo } from "./dates.ts";
import { knownEvents, outcomeOf, type Calendar, type Outcome } from "./queries.ts";
import type { CancelledDate, Proposed } from "./rules.ts";

type Before = {
  activityId: string;
  uid: string;
  fields: Partial<ActivityFields>;
  patterns: Pattern[];
  /** Absent of what was applied before dates could be cancelled. */
  cancelled?: CancelledDate[];
  digest: string;
};
/** What undoing puts back: activities added go, those changed say again what they said. */
export type Image = { added: string[]; changed: Before[] };

/** Who applies it; `notice` is what residents read of a cancelled date. */
export type By = {
  associationId: string;
  today: string;
  hand: Hand;
  notice: string;
  /** The calendar followed it comes from. */
  followedId?: string;
};

/** Does what the rehearsal said, decided again from what is known now. */
export async function applyCalendar(tx: Tx, calendar: Calendar, by: By): Promise<void> {
  const known = await knownEvents(tx, by.associationId);
  const outcomes: Record<string, Outcome> = {};
  const image: Image = { added: [], changed: [] };
  for (const read of calendar.events) {
    const before = known.get(read.uid);
    const outcome = outcomeOf(read, before);
    outcomes[read.uid] = outcome;
    if ("refused" in read) continue;
    if (outcome === "added") image.added.push(await add(tx, read, by));
    if ((outcome === "changed" || outcome === "cancelled") && before)
      image.changed.push(await change(tx, read, before, by));
  }
  await tx
    .updateTable("activity_calendar")
    .set({
      state: "applied",
      outcomes: JSON.stringify(outcomes),
      image: JSON.stringify(image),
      applied_at: by.hand.at,
    })
    .where("calendar_id", "=", calendar.id)
    .execute();
}

/** Published when it says where; else a draft, which says what it lacks. */
async function add(tx: Tx, read: Proposed, by: By): Promise<string> {
  const { associationId, today, hand } = by;
  const { id } = await addActivity(
    tx,
    {
      associationId,
      kind: read.kind,
      season: read.season,
      fields: { title: read.title, ...saidBy(read) },
    },
    hand,
  );
  await addHours(tx, id, read.patterns, hand);
  await cancelDates(tx, id, read.cancelled, by);
  const made = await activityById(tx, id);
  if (read.where && made) await publishActivity(tx, made, today, hand);
  await remember(tx, by, read.uid, id, read.digest);
  return id;
}

async function change(
  tx: Tx,
  read: Proposed,
  known: { activityId: string; digest: string },
  by: By,
): Promise<Before> {
  const { hand } = by;
  const activity = await lockedActivity(tx, known.activityId);
  const hours = (await hoursOf(tx, [known.activityId])).get(known.activityId) ?? [];
  const { title = read.title, what = null, placeDetail = null } = activity?.fields ?? {};
  const cancelled = (await datesAhead(tx, known.activityId, by)).filter(({ state }) => state === "cancelled"); // prettier-ignore
  if (activity) await saveActivity(tx, activity, { title: read.title, ...saidBy(read) }, hand);
  await hoursTo(tx, known.activityId, read, by);
  await remember(tx, by, read.uid, known.activityId, read.digest);
  return {
    activityId: known.activityId,
    uid: read.uid,
    fields: { title, what, placeDetail },
    patterns: hours.map(({ series }) => series),
    cancelled: cancelled.map(({ day, startMinute }) => ({ day, startMinute })),
    digest: known.digest,
  };
}

const saidBy = ({ what, where }: Proposed) => ({ what, placeDetail: where });

export const remember = (
  tx: Tx,
  { associationId, followedId, hand }: By,
  uid: string,
  activityId: string,
  digest: string,
) =>
  sql`
    insert into activity_calendar_event (association_id, uid, activity_id, digest, written_at, followed_id)
    values (${associationId}, ${uid}, ${activityId}, ${digest}, ${hand.at}, ${followedId ?? null})
    on conflict (commune_id, association_id, uid) do update set activity_id = excluded.activity_id,
      digest = excluded.digest, written_at = excluded.written_at,
      followed_id = coalesce(excluded.followed_id, activity_calendar_event.followed_id)`.execute(
    tx,
  );

export type Undone = { removed: number; restored: number; kept: number };

/** Takes a calendar back, but for what a person has changed since. */
export async function undoCalendar(tx: Tx, calendar: Calendar, by: By): Promise<Undone> {
  const known = [...(await knownEvents(tx, by.associationId)).values()];
  const mine = new Map(known.map((one) => [one.activityId, one]));
  const { added = [], changed = [] } = calendar.image ?? {};
  const going = added.filter((id) => mine.get(id)?.theirs === false);
  await tx
    .deleteFrom("activity")
    .where("activity_id", "=", sql<string>`any(${going}::uuid[])`)
    .execute();
  const back = changed.filter(({ activityId }) => mine.get(activityId)?.theirs === false);
  for (const one of back) {
    const activity = await lockedActivity(tx, one.activityId);
    if (activity) await saveActivity(tx, activity, one.fields, by.hand);
    const { patterns, cancelled = [] } = one;
    await hoursTo(tx, one.activityId, { patterns, cancelled }, by);
    await remember(tx, by, one.uid, one.activityId, one.digest);
  }
  await tx
    .updateTable("activity_calendar")
    .set({ state: "undone", events: null, image: null })
    .where("calendar_id", "=", calendar.id)
    .execute();
  const kept = added.length + changed.length - going.length - back.length;
  return { removed: going.length, restored: back.length, kept };
}
