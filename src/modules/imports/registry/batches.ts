import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { isUuid } from "../../people/index.ts";
import { storable } from "../pipeline/json.ts";
import type { Kind } from "./rules.ts";

export type BatchState = "reading" | "ready" | "failed" | "undone";
/** Lines read, lines kept, lines that could not be read, and proposals made by kind. */
export type BatchCounts = { lines: number; kept: number; unreadable: number } & Partial<
  Record<Kind, number>
>;
export type Batch = NonNullable<Awaited<ReturnType<typeof batchById>>>;

/** Broken by the same file given twice. */
export const sameFile = { registry_batch_file_once: "same_file" } as const;

export async function addBatch(
  tx: Tx,
  one: { fileName: string; sha256: string; at: Date; by?: string | undefined },
): Promise<string> {
  const row = await tx
    .insertInto("registry_batch")
    .values({
      file_name: one.fileName.slice(0, 200) || "fichier",
      file_sha256: one.sha256,
      made_at: one.at,
      made_by: one.by ?? null,
      progress_at: one.at,
    })
    .returning("batch_id")
    .executeTakeFirstOrThrow();
  return row.batch_id;
}

/** Work of which nothing was heard for so long died with its machine. */
const silence = 10 * 60_000;

/** The batch a file already made, unless its reading died: that one leaves its place. */
export async function batchOfFile(tx: Tx, sha256: string, now: Date) {
  await sql`
    update registry_batch set state = 'failed'
    where file_sha256 = ${sha256} and state = 'reading'
      and coalesce(progress_at, made_at) < ${new Date(now.getTime() - silence)}`.execute(tx);
  return await tx
    .selectFrom("registry_batch")
    .select(["batch_id as id", "made_at"])
    .where("file_sha256", "=", sha256)
    .where("state", "in", ["reading", "ready"])
    .executeTakeFirst();
}

export async function batchById(tx: Tx, id: string) {
  if (!isUuid(id)) return undefined;
  const [one] = await batchesWhere(tx, id);
  return one;
}

/** Batches, newest first, with what is left to answer in each. */
export const batches = (tx: Tx) => batchesWhere(tx, null);

async function batchesWhere(tx: Tx, id: string | null) {
  const { rows } = await sql<{
    id: string;
    file_name: string;
    made_at: Date;
    by: string | null;
    state: BatchState;
    progress_lines: number;
    counts: Partial<BatchCounts>;
    open: number;
    accepted: number;
    refused: number;
  }>`
    select b.batch_id as id, file_name, made_at, p.name as by, b.state, progress_lines, counts,
           coalesce(n.open, 0) as open, coalesce(n.accepted, 0) as accepted, coalesce(n.refused, 0) as refused
    from registry_batch b
    left join person p on p.person_id = b.made_by
    left join (
      select batch_id, count(*) filter (where state = 'open')::int as open,
             count(*) filter (where state = 'accepted')::int as accepted,
             count(*) filter (where state = 'refused')::int as refused
      from registry_proposal group by batch_id) n on n.batch_id = b.batch_id
    where ${id}::uuid is null or b.batch_id = ${id}::uuid
    order by made_at desc, b.batch_id limit 60`.execute(tx);
  return rows;
}

export const setBatch = (
  tx: Tx,
  id: string,
  set: { state?: BatchState; counts?: BatchCounts; lines?: number; at?: Date },
) =>
  tx
    .updateTable("registry_batch")
    .set({
      ...(set.state ? { state: set.state } : {}),
      ...(set.counts ? { counts: storable(set.counts) } : {}),
      ...(set.lines === undefined ? {} : { progress_lines: set.lines }),
      ...(set.at ? { progress_at: set.at } : {}),
    })
    .where("batch_id", "=", id)
    .execute();

/** When the last file of the registry was read; undefined when none ever was. */
export async function lastRead(tx: Tx): Promise<Date | undefined> {
  const row = await tx
    .selectFrom("registry_batch")
    .select("made_at")
    .where("state", "=", "ready")
    .orderBy("made_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.made_at;
}
