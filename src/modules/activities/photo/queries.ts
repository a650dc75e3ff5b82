import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** The photo of an activity: what it shows in words, nothing when it is only there to please, and who took it. */
export type Photo = {
  id: string;
  alt: string;
  credit: string;
  agreed: boolean;
  width: number;
  height: number;
};

export async function photoOf(tx: Tx, fileId: string | null): Promise<Photo | undefined> {
  if (!fileId) return undefined;
  const row = await tx
    .selectFrom("file")
    .select(["alt", "credit", "people_agreed", "width", "height"])
    .where("file_id", "=", fileId)
    .executeTakeFirst();
  return (
    row && {
      id: fileId,
      alt: row.alt ?? "",
      credit: row.credit ?? "",
      agreed: row.people_agreed,
      width: row.width ?? 0,
      height: row.height ?? 0,
    }
  );
}

type Words = { alt: string; credit: string; by: string };

/** The same picture with other words: a new file, since what an identifier shows never changes. */
export async function retoldPhoto(tx: Tx, fileId: string, words: Words): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into file (kind, content_type, sha256, bytes, width, height, public, alt, credit, people_agreed, created_by)
    select kind, content_type, sha256, bytes, width, height, public, ${words.alt}, ${words.credit}, true, ${words.by}
    from file where file_id = ${fileId} returning file_id as id`.execute(tx);
  return rows[0]?.id ?? fileId;
}
