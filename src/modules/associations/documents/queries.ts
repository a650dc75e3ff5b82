import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { documentKinds, type DocumentKind, type Paper, type Visibility } from "./rules.ts";

const columns = sql`d.document_id as id, d.association_id as "associationId", d.kind, d.file_id as "fileId",
  f.content_type as "contentType", f.bytes, d.dated_on as "datedOn", d.expires_on as "expiresOn", d.visibility,
  d.added_at as "addedAt", d.by_kind as by, d.replaced_at as "replacedAt", d.removed_at as "removedAt"`;

/** Every paper of an association and of the records merged into it, the newest of each kind first. */
export async function papersOf(tx: Tx, associationId: string): Promise<Paper[]> {
  const { rows } = await sql<Paper>`
    select ${columns} from association_document d join file f on f.file_id = d.file_id
    where d.association_id = ${associationId}
      or d.association_id in (select association_id from association where merged_into = ${associationId})
    order by d.kind, d.removed_at is not null, d.replaced_at is not null, d.dated_on desc, d.added_at desc`.execute(
    tx,
  );
  return rows;
}

/** The papers in use, one of each kind at most: what later forms need not ask again. @public */
export async function documentsOf(tx: Tx, associationId: string): Promise<Paper[]> {
  const inUse = (await papersOf(tx, associationId)).filter(
    ({ replacedAt, removedAt }) => !replacedAt && !removedAt,
  );
  return inUse.filter(({ kind }, at) => inUse.findIndex((one) => one.kind === kind) === at);
}

/** The papers in use an association shows to everybody, while its listing is shown. */
export async function publicPapersOf(tx: Tx, associationId: string): Promise<Paper[]> {
  const { rows } = await sql<Paper>`
    select ${columns} from association_document d join file f on f.file_id = d.file_id
    join association a on a.association_id = d.association_id
    where d.association_id = ${associationId} and d.visibility = 'public'
      and d.replaced_at is null and d.removed_at is null
      and a.listed and a.merged_into is null and a.state <> 'ceased'
    order by array_position(${[...documentKinds]}::text[], d.kind)`.execute(tx);
  return rows;
}

/** The record a paper was given for: whether it is shown, which other it was merged into, and the address of that listing. */
type FiledUnder = {
  sha256: string;
  mergedInto: string | null;
  keptSlug: string | null;
  shown: boolean;
};

export async function paperById(tx: Tx, id: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  const { rows } = await sql<Paper & FiledUnder>`
    select ${columns}, f.sha256, a.merged_into as "mergedInto", kept.slug as "keptSlug",
      a.listed and a.merged_into is null and a.state <> 'ceased' as shown
    from association_document d join file f on f.file_id = d.file_id
    join association a on a.association_id = d.association_id
    left join association kept on kept.association_id = a.merged_into and kept.listed
    where d.document_id = ${id}`.execute(tx);
  return rows[0];
}

export type NewPaper = {
  associationId: string;
  kind: DocumentKind;
  file: { contentType: string; sha256: string; bytes: number };
  datedOn: string;
  expiresOn: string | null;
  visibility: Visibility;
  by: Paper["by"];
  personId: string;
  at: Date;
};

/** Adds a paper in use; the one it follows stays as an earlier version. Breaks `association_document_in_use_once`. */
export async function addPaper(tx: Tx, one: NewPaper): Promise<string> {
  await tx
    .updateTable("association_document")
    .set({ replaced_at: one.at })
    .where("association_id", "=", one.associationId)
    .where("kind", "=", one.kind)
    .where("replaced_at", "is", null)
    .where("removed_at", "is", null)
    .execute();
  const { file_id } = await tx
    .insertInto("file")
    .values({
      kind: "paper",
      content_type: one.file.contentType,
      sha256: one.file.sha256,
      bytes: one.file.bytes,
      created_at: one.at,
      created_by: one.personId,
    })
    .returning("file_id")
    .executeTakeFirstOrThrow();
  const { document_id } = await tx
    .insertInto("association_document")
    .values({
      association_id: one.associationId,
      kind: one.kind,
      file_id,
      dated_on: one.datedOn,
      expires_on: one.expiresOn,
      visibility: one.visibility,
      added_at: one.at,
      added_by: one.personId,
      by_kind: one.by,
    })
    .returning("document_id")
    .executeTakeFirstOrThrow();
  return document_id;
}

/** Puts a paper aside; false when somebody did already. */
export async function removePaper(tx: Tx, id: string, at: Date, by: string): Promise<boolean> {
  const removed = await tx
    .updateTable("association_document")
    .set({ removed_at: at, removed_by: by })
    .where("document_id", "=", id)
    .where("removed_at", "is", null)
    .returning("document_id")
    .execute();
  return removed.length > 0;
}

/** Puts it back: in use, unless another of its kind is. */
export async function restorePaper(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update association_document d set removed_at = null, removed_by = null,
      replaced_at = coalesce(replaced_at, case when exists (
        select from association_document o where o.association_id = d.association_id and o.kind = d.kind
          and o.document_id <> d.document_id and o.replaced_at is null and o.removed_at is null)
        then ${at}::timestamptz end)
    where document_id = ${id} and removed_at is not null`.execute(tx);
  return Number(numAffectedRows ?? 0) > 0;
}
