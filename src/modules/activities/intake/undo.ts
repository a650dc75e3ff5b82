import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { ActivityIntake, Undoing } from "../../imports/index.ts";
import { changeSeries, seriesById } from "../../scheduling/index.ts";
import type { Activity, ActivityFields } from "../record/fields.ts";
import { activityById, lockedActivity } from "../record/queries.ts";
import type { Hand } from "../record/history.ts";
import { saveActivity } from "../record/write.ts";
import { alike } from "./told.ts";
import type { Image } from "./take.ts";

export const undo: ActivityIntake["undo"] = async (tx, taken, by) => {
  const hand: Hand = { ...by, source: "import" };
  const ids = taken.map(({ activityId }) => activityId);
  const touched = await touchedSince(tx, ids, by.importId);
  const going = taken.filter(
    ({ activityId, outcome }) => outcome === "created" && !touched.has(activityId),
  );
  const removed = await removeAll(
    tx,
    going.map(({ activityId }) => activityId),
  );
  const done: Undoing[] = [];
  for (const { activityId, outcome, image } of taken)
    if (outcome === "changed")
      done.push(await putBack(tx, activityId, image as Image | null, touched, hand));
    else done.push(removed.has(activityId) ? "removed" : "kept");
  return done;
};

/** Activities, or their hours, that somebody other than the import has changed, or that go on in another season. */
async function touchedSince(
  tx: Tx,
  ids: readonly string[],
  importId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with about as (
      select activity_id::text as id, 'activity' as kind, activity_id::text as subject from activity
      where activity_id = any(${[...ids]}::uuid[])
      union all
      select activity_id::text, 'series', series_id::text from activity_slot where activity_id = any(${[...ids]}::uuid[]))
    select about.id from about
    join import mine on mine.import_id = ${importId}
    join journal j on j.subject_kind = about.kind and j.subject_id = about.subject
    left join import i on i.import_id = j.import_id
    where j.import_id is distinct from ${importId} and j.at >= mine.applied_at and j.undone_by is null and i.state is distinct from 'undone'
    union select continues_id::text from activity where continues_id = any(${[...ids]}::uuid[])`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

/** They go as if never added; one of which another room keeps something stays. Gives those that went. */
async function removeAll(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  await sql`savepoint activities`.execute(tx);
  try {
    await sql`delete from activity where activity_id = any(${[...ids]}::uuid[])`.execute(tx);
    await sql`release savepoint activities`.execute(tx);
    return new Set(ids);
  } catch {
    await sql`rollback to savepoint activities`.execute(tx);
    if (ids.length === 1) return new Set();
    const half = Math.ceil(ids.length / 2);
    const [first, second] = [ids.slice(0, half), ids.slice(half)];
    return new Set([...(await removeAll(tx, first)), ...(await removeAll(tx, second))]);
  }
}

/** Each value the file put goes back, when it is still there. */
async function putBack(
  tx: Tx,
  id: string,
  image: Image | null,
  touched: ReadonlySet<string>,
  hand: Hand,
): Promise<Undoing> {
  const known = await lockedActivity(tx, id);
  if (!known) return "removed";
  if (!image) return "kept";
  const entries = Object.entries(image.fields) as [keyof ActivityFields, [unknown, unknown]][];
  const back = entries.filter(([field, [, now]]) => alike(known.fields[field], now));
  await saveActivity(
    tx,
    known,
    Object.fromEntries(back.map(([field, [old]]) => [field, old])) as Partial<ActivityFields>,
    hand,
  );
  const hours = !touched.has(id) || image.added.length + image.ended.length === 0;
  if (hours) await hoursBack(tx, image, hand);
  await toldBack(tx, known, image);
  if (back.length === entries.length && hours) return "restored";
  return back.length === 0 && entries.length > 0 ? "kept" : "partly";
}

async function hoursBack(tx: Tx, image: Image, hand: Hand): Promise<void> {
  await tx
    .deleteFrom("activity_slot")
    .where("series_id", "=", sql<string>`any(${image.added}::uuid[])`)
    .execute();
  for (const { seriesId, lastDay } of image.ended) {
    const series = await seriesById(tx, seriesId);
    if (series) await changeSeries(tx, hand, seriesId, "all", { ...series, lastDay });
  }
}

/** What was said before is remembered again, unless a later file spoke. */
async function toldBack(tx: Tx, known: Activity, image: Image): Promise<void> {
  const [old, now] = image.told;
  if (!alike(known.told, now)) return;
  const mine = (await activityById(tx, known.id))?.season === image.season[1];
  await tx
    .updateTable("activity")
    .set({ told: old && JSON.stringify(old), told_on: old && image.toldOn })
    .$if(mine, (query) => query.set({ season: image.season[0] }))
    .where("activity_id", "=", known.id)
    .execute();
}
