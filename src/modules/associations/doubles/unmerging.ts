import { act, type Tx } from "../../../platform/db/database.ts";
import { record, type Entry } from "../../journal/index.ts";
import { personalFields } from "../record/fields.ts";
import { recordOf, situationsOf } from "../record/queries.ts";
import { differences } from "../record/rules.ts";
import type { Origin } from "../record/write.ts";
import {
  owned,
  rowsOf,
  ownedTables,
  wholeImages,
  writeOwned,
  writeRow,
  type OwnedTable,
  type WholeImage,
} from "./images.ts";
import { followingBack, leadBack } from "./moving.ts";
import { builtUpon, mergeById, type MergeRow } from "./queries.ts";
import { carryBack, decidePair } from "./suggestions.ts";
import { listsBack, rowBack, type Row } from "./three-way.ts";

export type SplitRefusal = "already_undone" | "built_upon" | "rna_taken" | "siret_taken";
/** What happened to the record kept since: columns of its row, lists that changed. */
export type EditedSince = { columns: string[]; lists: OwnedTable[] };

// The counter and the clock of a row move at each writing; where values come from follows the values.
const moving: ReadonlySet<string> = new Set(["commune_id", "revision", "updated_at", "provenance"]);
const derived: ReadonlySet<string> = new Set(["name_sort", "state_noted_at"]);

/** Why two records made one may not be two again. */
export async function splitRefusal(tx: Tx, merge: MergeRow): Promise<SplitRefusal | undefined> {
  if (merge.undone_at) return "already_undone";
  return (await builtUpon(tx, merge)) ? "built_upon" : undefined;
}

/** What a person changed on the record kept since the merge, which stays on it. */
export async function editedSince(tx: Tx, merge: MergeRow): Promise<EditedSince> {
  const { edited } = await backOf(tx, merge);
  return edited;
}

/** Makes two records of one again, exactly as they were, with what was changed since. The caller publishes. */
export async function splitRecords(
  tx: Tx,
  mergeId: string,
  origin: Origin,
): Promise<{ done: true } | { refused: SplitRefusal }> {
  const merge = await mergeById(tx, mergeId, true);
  if (!merge) throw new Error("this merge must exist");
  const ids = [merge.kept_id, merge.absorbed_id];
  const now = await situationsOf(tx, ids, true);
  const refused = await splitRefusal(tx, merge);
  if (refused) return { refused };
  const back = await backOf(tx, merge);
  const outcome = await act(
    tx,
    { association_rna_unique: "rna_taken", association_siret_unique: "siret_taken" } as const,
    async () => {
      // The record kept first gives back the numbers it received.
      await writeRow(tx, back.kept);
      await writeRow(tx, back.absorbed);
      for (const table of owned) await writeOwned(tx, table, ids, back.rows[table]);
      await proposalsBack(tx, merge);
      const pair = { kept: merge.kept_id, absorbed: merge.absorbed_id };
      await followingBack(tx, { ...pair, images: merge.images });
      await leadBack(tx, pair.kept, pair.absorbed);
    },
  );
  if ("refused" in outcome) return outcome;
  const by = origin.actor.kind === "person" ? origin.actor.id : null;
  await tx
    .updateTable("association_merge")
    .set({ undone_at: origin.at, undone_by: by })
    .where("merge_id", "=", mergeId)
    .execute();
  await carryBack(tx, merge.images.carried, merge.merged_at);
  await decidePair(tx, [merge.kept_id, merge.absorbed_id], {
    state: "distinct",
    at: origin.at,
    by,
  });
  for (const { id, record: was } of now) {
    const row = id === merge.kept_id ? back.kept : back.absorbed;
    await record(tx, entryOf(id, differences(was, recordOf(row)), origin));
  }
  return { done: true };
}

async function backOf(tx: Tx, { kept_id, absorbed_id, images }: MergeRow) {
  const now = await wholeImages(tx, [kept_id, absorbed_id]);
  const kept = now.get(kept_id) as WholeImage;
  const absorbed = now.get(absorbed_id) as WholeImage;
  const one = wholeRow(images.kept, images.after.kept, kept);
  const other = wholeRow(images.absorbed, images.after.absorbed, absorbed);
  const rows = {} as Record<OwnedTable, Row[]>;
  const lists: OwnedTable[] = [];
  for (const table of owned) {
    const key = ownedTables[table];
    const was = {
      kept: rowsOf(images.kept, table),
      absorbed: rowsOf(images.absorbed, table),
      merged: rowsOf(images.after.kept, table),
    };
    const back = listsBack(was, kept.rows[table], key);
    const strays = absorbed.rows[table].filter(
      (row) => !back.absorbed.some((mine) => mine[key] === row[key]),
    );
    rows[table] = [...back.kept, ...back.absorbed, ...strays];
    if (back.edited) lists.push(table);
  }
  const columns = one.edited.filter((column) => !derived.has(column));
  return { kept: one.row, absorbed: other.row, rows, edited: { columns, lists } };
}

const origins = (image: WholeImage): Row => (image.association["provenance"] ?? {}) as Row;

/** A row as it was with what changed since; each changed value keeps the origin written with it. */
function wholeRow(before: WholeImage, after: WholeImage, now: WholeImage) {
  const { row, edited } = rowBack(before.association, after.association, now.association, moving);
  const keys = [...new Set([...Object.keys(origins(before)), ...Object.keys(origins(now))])];
  const provenance = Object.fromEntries(
    keys.flatMap((field) => {
      const fresh = JSON.stringify(origins(after)[field]) !== JSON.stringify(origins(now)[field]);
      const mark = (fresh ? origins(now) : origins(before))[field];
      return mark === undefined ? [] : [[field, mark] as const];
    }),
  );
  return { row: { ...row, provenance }, edited };
}

async function proposalsBack(tx: Tx, { images, kept_id, absorbed_id }: MergeRow): Promise<void> {
  const { about, created } = images.absorbed;
  if (about.length)
    await tx
      .updateTable("proposal")
      .set({ association_id: absorbed_id })
      .where("association_id", "=", kept_id)
      .where("proposal_id", "in", about)
      .execute();
  if (created.length)
    await tx
      .updateTable("proposal")
      .set({ created_association_id: absorbed_id })
      .where("created_association_id", "=", kept_id)
      .where("proposal_id", "in", created)
      .execute();
}

function entryOf(id: string, changes: Record<string, unknown>, { actor, at }: Origin): Entry {
  const all = Object.entries(changes) as [string, [string | null, string | null]][];
  return {
    actor,
    at,
    subject: { kind: "association", id },
    action: "association.unmerged",
    change: Object.fromEntries(all.filter(([field]) => !personalFields.has(field))),
    personal: all
      .filter(([field]) => personalFields.has(field))
      .map(([field, [old, now]]) => ({ about: { kind: "association", id }, field, old, new: now })),
  };
}
