import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** A photo: what it shows in words, nothing when it is only there to please, and who took it. */
export type Photo = {
  id: string;
  alt: string;
  credit: string;
  agreed: boolean;
  width: number;
  height: number;
  bytes: number;
  /** The same for lists and small screens, when it is lighter. */
  small: { id: string; width: number; height: number } | undefined;
};

export const photoOf = async (tx: Tx, fileId: string | null): Promise<Photo | undefined> =>
  fileId ? (await photosOf(tx, [fileId])).get(fileId) : undefined;

export async function photosOf(
  tx: Tx,
  fileIds: readonly (string | null)[],
): Promise<Map<string, Photo>> {
  const ids = fileIds.filter((id) => id !== null);
  if (!ids.length) return new Map();
  const rows = await tx
    .selectFrom("file as f")
    .leftJoin("file as s", "s.small_of", "f.file_id")
    .select(["f.file_id", "f.alt", "f.credit", "f.people_agreed", "f.width", "f.height", "f.bytes"])
    .select(["s.file_id as small", "s.width as small_width", "s.height as small_height"])
    .where("f.file_id", "in", ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.file_id,
      {
        id: row.file_id,
        alt: row.alt ?? "",
        credit: row.credit ?? "",
        agreed: row.people_agreed,
        width: row.width ?? 0,
        height: row.height ?? 0,
        bytes: row.bytes,
        small: row.small
          ? { id: row.small, width: row.small_width ?? 0, height: row.small_height ?? 0 }
          : undefined,
      },
    ]),
  );
}

export type PhotoWords = { alt: string; credit: string; by: string };

/** The same picture with other words: a new file, since what an identifier shows never changes. */
export async function retoldPhoto(tx: Tx, fileId: string, words: PhotoWords): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into file (kind, content_type, sha256, bytes, width, height, public, alt, credit, people_agreed, created_by)
    select kind, content_type, sha256, bytes, width, height, public, ${words.alt}, ${words.credit}, true, ${words.by}
    from file where file_id = ${fileId} returning file_id as id`.execute(tx);
  const id = rows[0]?.id;
  if (!id) return fileId;
  await sql`
    insert into file (kind, content_type, sha256, bytes, width, height, public, small_of, created_by)
    select kind, content_type, sha256, bytes, width, height, public, ${id}::uuid, ${words.by}
    from file where small_of = ${fileId}`.execute(tx);
  return id;
}

/** Photos set aside that nobody put back in time. */
export const forgetPhotos = (tx: Tx, before: Date) =>
  tx.deleteFrom("file").where("set_aside_at", "<", before).execute();
