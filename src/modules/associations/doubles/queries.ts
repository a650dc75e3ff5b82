import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { isUuid } from "../../people/index.ts";
import type { MergeImages } from "./merging.ts";

export type MergeRow = NonNullable<Awaited<ReturnType<typeof mergeById>>>;

/** One merge with what it keeps to be undone; locked until the transaction ends when `lock` says so. */
export async function mergeById(tx: Tx, id: string, lock = false) {
  if (!isUuid(id)) return undefined;
  const query = tx
    .selectFrom("association_merge")
    .select(["merge_id", "kept_id", "absorbed_id", "merged_at", "undone_at", "before_images"])
    .where("merge_id", "=", id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && { ...row, images: row.before_images as MergeImages };
}

/** True when a later merge, still standing, used one of the two records: it must be undone first. */
export async function builtUpon(tx: Tx, merge: MergeRow): Promise<boolean> {
  const revision = Number(merge.images.kept.association["revision"]);
  const row = await tx
    .selectFrom("association_merge")
    .select("merge_id")
    .where("undone_at", "is", null)
    .where("merge_id", "<>", merge.merge_id)
    .where((eb) =>
      eb.or([
        eb("absorbed_id", "=", merge.kept_id),
        eb.and([
          eb("kept_id", "=", merge.kept_id),
          // Revisions only grow: unlike clocks, they tell what came after.
          eb(
            sql<number>`(before_images -> 'kept' -> 'association' ->> 'revision')::integer`,
            ">",
            revision,
          ),
        ]),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

export type MergeLine = Awaited<ReturnType<typeof mergeLines>>[number];

/** Merges made, the latest first, with the names the two records had. */
export const mergeLines = (tx: Tx) =>
  tx
    .selectFrom("association_merge as m")
    .leftJoin("person", "person.person_id", "m.merged_by")
    .leftJoin("person as undoer", "undoer.person_id", "m.undone_by")
    .select(["merge_id as id", "kept_id", "merged_at", "undone_at"])
    .select(["person.name as by", "undoer.name as undoneBy"])
    .select([
      sql<string>`before_images -> 'kept' -> 'association' ->> 'name'`.as("kept"),
      sql<string>`before_images -> 'absorbed' -> 'association' ->> 'name'`.as("absorbed"),
    ])
    .orderBy("merged_at", "desc")
    .orderBy("merge_id")
    .limit(200)
    .execute();
