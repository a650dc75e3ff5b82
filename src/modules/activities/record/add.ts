import { randomUUID } from "node:crypto";
import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { freeSlug, slugOf } from "../../associations/index.ts";
import { recordAll } from "../../journal/index.ts";
import type { Kind, TakenUp } from "../codes.ts";
import { activityFields, blankFields, columnOf, type ActivityFields, type Told } from "./fields.ts";
import { entryOf, type Hand } from "./history.ts";
import { slugsLike } from "./queries.ts";
import { differences } from "./rules.ts";

export type NewActivity = {
  associationId: string;
  kind: Kind;
  season: number | null;
  fields: Partial<ActivityFields> & { title: string };
  /** That of the season before it goes on from. */
  continues?: { id: string; takenUp: TakenUp };
  /** Told by a file: shown at once as told, confirmed by nobody. */
  told?: Told;
};

/** Adds an activity, a draft until it is published unless a file tells it; gives its id and its address. */
export async function addActivity(
  tx: Tx,
  made: NewActivity,
  hand: Hand,
): Promise<{ id: string; slug: string }> {
  const [added] = await addActivities(tx, [made], hand);
  if (!added) throw new Error("an activity to add was lost");
  return added;
}

/** The same for many, in a few round trips and in the same order. */
export async function addActivities(
  tx: Tx,
  all: readonly NewActivity[],
  hand: Hand,
): Promise<{ id: string; slug: string }[]> {
  if (!all.length) return [];
  const slugs = await freeSlugs(tx, all);
  const rows = all.map((made, at) => ({
    activity_id: randomUUID() as string,
    association_id: made.associationId,
    slug: slugs[at] ?? "",
    kind: made.kind,
    season: made.season,
    ...columnsOf({ ...blankFields, ...made.fields }),
    continues_id: made.continues?.id ?? null,
    taken_up: made.continues?.takenUp ?? null,
    ...(made.told ? toldColumns(made.told, hand) : {}),
    state: made.told ? "published" : "draft",
    published_at: made.told ? hand.at : null,
    source: hand.source,
    created_at: hand.at,
    updated_at: hand.at,
  }));
  await tx.insertInto("activity").values(rows).execute();
  await recordAll(
    tx,
    rows.map(({ activity_id }, at) => {
      const fields = { ...blankFields, ...all[at]?.fields };
      return entryOf(activity_id, hand, "activity.added", differences(blankFields, fields));
    }),
  );
  return rows.map(({ activity_id, slug }) => ({ id: activity_id, slug }));
}

const columnsOf = (fields: ActivityFields) =>
  Object.fromEntries(activityFields.map((field) => [columnOf[field], fields[field]])) as {
    title: string;
  };

/** An address of its own for each: `yoga`, `yoga-2`… */
async function freeSlugs(tx: Tx, all: readonly NewActivity[]): Promise<string[]> {
  const bases = all.map(({ fields }) => slugOf(fields.title) || "activite");
  const taken = new Map<string, Set<string>>();
  for (const base of new Set(bases)) taken.set(base, await slugsLike(tx, base));
  return bases.map((base) => {
    const slug = freeSlug(base, taken.get(base) ?? new Set());
    for (const set of taken.values()) set.add(slug);
    return slug;
  });
}

/** What a file said, and the day it was imported. */
export const toldColumns = (told: Told, { at }: Hand) => ({
  told: JSON.stringify(told),
  told_on: dayOf(at),
});
