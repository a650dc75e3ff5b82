import type { Picture } from "../../../platform/files.ts";
import type { Tx } from "../../../platform/db/database.ts";

export type KeptFile = {
  id: string;
  kind: string;
  contentType: string;
  sha256: string;
  public: boolean;
};

export const isFileId = (id: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id);

export async function fileById(tx: Tx, id: string): Promise<KeptFile | undefined> {
  const row = await tx
    .selectFrom("file")
    .select(["file_id", "kind", "content_type", "sha256", "public"])
    .where("file_id", "=", id)
    .executeTakeFirst();
  return (
    row && {
      id: row.file_id,
      kind: row.kind,
      contentType: row.content_type,
      sha256: row.sha256,
      public: row.public,
    }
  );
}

/** A picture whose bytes are already kept. */
export type KeptPicture = Omit<Picture, "bytes"> & { bytes: number; sha256: string };

/** A picture whose bytes are already kept, public unless it is kept `inside` the town hall; gives its identifier. */
export async function addPicture(
  tx: Tx,
  picture: KeptPicture & { by: string; inside?: true } & (
      | {
          alt: string;
          /** Who took it; given, the people one may recognise in it agreed to be seen. */
          credit?: string;
        }
      /** The picture it is a smaller size of, which says the rest. */
      | { smallOf: string }
    ),
): Promise<string> {
  const { file_id } = await tx
    .insertInto("file")
    .values({
      kind: "picture",
      content_type: picture.type,
      sha256: picture.sha256,
      bytes: picture.bytes,
      width: picture.width,
      height: picture.height,
      ...("smallOf" in picture
        ? { small_of: picture.smallOf }
        : {
            alt: picture.alt,
            credit: picture.credit ?? null,
            people_agreed: picture.credit !== undefined,
          }),
      public: !picture.inside,
      created_by: picture.by,
    })
    .returning("file_id")
    .executeTakeFirstOrThrow();
  return file_id;
}

/** Forgets a file; its bytes stay on disk, other files may share them. */
export const removeFile = (tx: Tx, id: string) =>
  tx.deleteFrom("file").where("file_id", "=", id).execute();
