import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { removeFile } from "../../communes/index.ts";
import { isUuid } from "../../people/index.ts";
import type { Audience } from "./rules.ts";

export type Batch = {
  id: string;
  madeAt: Date;
  movedAt: Date;
  by: string | null;
  audience: Audience | "one";
  associationIds: string[];
  unaddressedIds: string[];
  files: string[];
  printed: number;
  state: "waiting" | "ready" | "failed" | "forgotten";
};

const batchRows = (tx: Tx) =>
  tx
    .selectFrom("letter_batch")
    .leftJoin("person", "person.person_id", "letter_batch.made_by")
    .selectAll("letter_batch")
    .select("person.name as by");

type Row = Awaited<ReturnType<ReturnType<typeof batchRows>["execute"]>>[number];

const batchOf = (row: Row): Batch => ({
  id: row.batch_id,
  madeAt: row.made_at,
  movedAt: row.moved_at,
  by: row.by,
  audience: row.audience as Batch["audience"],
  associationIds: row.association_ids,
  unaddressedIds: row.unaddressed_ids,
  files: row.files,
  printed: row.printed,
  state: row.state as Batch["state"],
});

export async function batchById(tx: Tx, id: string): Promise<Batch | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await batchRows(tx).where("batch_id", "=", id).executeTakeFirst();
  return row && batchOf(row);
}

/** The latest batches, newest first. */
export const latestBatches = async (tx: Tx): Promise<Batch[]> =>
  (await batchRows(tx).orderBy("made_at", "desc").limit(50).execute()).map(batchOf);

export type NewBatch = {
  audience: Batch["audience"];
  reached: readonly string[];
  unaddressed: readonly string[];
  at: Date;
  by: string | null;
};

export async function addBatch(tx: Tx, batch: NewBatch): Promise<string> {
  const { batch_id } = await tx
    .insertInto("letter_batch")
    .values({
      audience: batch.audience,
      association_ids: [...batch.reached],
      unaddressed_ids: [...batch.unaddressed],
      made_at: batch.at,
      moved_at: batch.at,
      made_by: batch.by,
    })
    .returning("batch_id")
    .executeTakeFirstOrThrow();
  return batch_id;
}

/** One more part is printed; false when another worker printed it meanwhile. */
export async function addPart(
  tx: Tx,
  batch: Batch,
  part: { fileId: string; letters: number; at: Date },
): Promise<boolean> {
  const printed = batch.printed + part.letters;
  const moved = await tx
    .updateTable("letter_batch")
    .set({
      files: sql`files || ${part.fileId}::uuid`,
      printed,
      moved_at: part.at,
      state: printed === batch.associationIds.length ? "ready" : "waiting",
    })
    .where("batch_id", "=", batch.id)
    .where("printed", "=", batch.printed)
    .where("state", "<>", "forgotten")
    .returning("batch_id")
    .execute();
  return moved.length > 0;
}

export const setBatchState = (tx: Tx, id: string, state: "waiting" | "failed", at: Date) =>
  tx
    .updateTable("letter_batch")
    .set({ state, moved_at: at })
    .where("batch_id", "=", id)
    .where("state", "in", ["waiting", "failed"])
    .execute();

/** Takes the letters of batches made before a moment, or of all, away from the disk: they hold names, addresses and links. */
export async function forgetLetters(tx: Tx, before?: Date): Promise<number> {
  let query = tx.selectFrom("letter_batch").select(["batch_id", "files"]);
  query = query.where("state", "<>", "forgotten");
  const rows = await (before ? query.where("made_at", "<", before) : query).execute();
  for (const { batch_id, files } of rows) {
    await tx
      .updateTable("letter_batch")
      .set({ files: [], state: "forgotten" })
      .where("batch_id", "=", batch_id)
      .execute();
    for (const id of files) await removeFile(tx, id);
  }
  return rows.reduce((count, { files }) => count + files.length, 0);
}

/** The printed parts of a batch, in order. */
export async function partFiles(
  tx: Tx,
  { files }: Pick<Batch, "files">,
): Promise<{ sha256: string }[]> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from unnest(${files}::uuid[]) with ordinality as part (id, at)
    join file on file_id = part.id order by part.at`.execute(tx);
  return rows;
}
