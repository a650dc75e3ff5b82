import type { Tx } from "../../../platform/db/database.ts";
import { entriesOf } from "../../journal/index.ts";
import { undoEntries } from "../history/undo.ts";
import { situationsOf } from "../record/queries.ts";
import { differences } from "../record/rules.ts";
import { writeAll, type Origin } from "../record/write.ts";
import { bulkPatch, type BulkAct } from "./bulk-rules.ts";

/** Does one act on many records; gives the batch, which can be undone. */
export async function makeBulk(
  tx: Tx,
  batch: { ids: readonly string[]; act: BulkAct; value: string; today: string; by: string },
  origin: Origin,
): Promise<{ bulkId: string; changed: number }> {
  const situations = (await situationsOf(tx, batch.ids, true)).filter((one) => !one.mergedInto);
  const writes = situations.map((one) => ({
    id: one.id,
    changes: differences(one.record, bulkPatch(batch.act, batch.value, one.record, batch.today)),
  }));
  const entries = await writeAll(tx, writes, origin, "association.bulk");
  const { bulk_id } = await tx
    .insertInto("bulk_change")
    .values({
      act: batch.act,
      value: batch.value,
      entry_ids: entries,
      made_at: origin.at,
      made_by: batch.by,
    })
    .returning("bulk_id")
    .executeTakeFirstOrThrow();
  return { bulkId: bulk_id, changed: entries.length };
}

export const bulkById = (tx: Tx, id: string) =>
  tx.selectFrom("bulk_change").selectAll().where("bulk_id", "=", id).executeTakeFirst();

/** Undoes a batch: each record goes back, but for those that have changed since, which keep what they say. */
export async function undoBulk(
  tx: Tx,
  id: string,
  by: string,
  origin: Origin,
): Promise<{ kept: number } | undefined> {
  const bulk = await tx
    .selectFrom("bulk_change")
    .selectAll()
    .where("bulk_id", "=", id)
    .where("undone_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!bulk) return undefined;
  const outcomes = await undoEntries(tx, await entriesOf(tx, bulk.entry_ids), origin);
  const kept = outcomes.filter((one) => "refused" in one).length;
  await tx
    .updateTable("bulk_change")
    .set({ undone_at: origin.at, undone_by: by, kept_count: kept })
    .where("bulk_id", "=", id)
    .execute();
  return { kept };
}
