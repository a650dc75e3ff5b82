import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { record } from "../../journal/index.ts";

export type Note = {
  id: string;
  body: string;
  previous: string | null;
  authorId: string | null;
  author: string | null;
  at: Date;
  editedAt: Date | null;
  removedAt: Date | null;
  revision: number;
};

const notes = (tx: Tx) =>
  tx
    .selectFrom("association_note as n")
    .leftJoin("person", "person.person_id", "n.author_id")
    .select(["n.note_id as id", "body", "previous_body as previous", "author_id as authorId"])
    .select(["person.name as author", "written_at as at", "edited_at as editedAt"])
    .select(["removed_at as removedAt", "revision"]);

/** Notes on an association and on the records it absorbed, the latest first; those removed are for their author only. */
export const notesOf = (tx: Tx, associationId: string): Promise<Note[]> =>
  notes(tx)
    .where(
      sql<boolean>`n.association_id in (select a.association_id from association a
        where a.association_id = ${associationId} or a.merged_into = ${associationId})`,
    )
    .orderBy("written_at", "desc")
    .orderBy("note_id")
    .execute();

/** A note of an association, locked until the transaction ends. */
export const noteById = async (tx: Tx, associationId: string, id: string) =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    ? (await notesOf(tx, associationId)).find((note) => note.id === id)
    : undefined;

type By = { by: string; at: Date; associationId: string };

// The history says that a note was written, never what it said: erased, it is erased.
const told = (tx: Tx, what: "noted" | "note_edited" | "note_removed" | "note_restored", act: By) =>
  record(tx, {
    actor: { kind: "person", id: act.by },
    at: act.at,
    subject: { kind: "association", id: act.associationId },
    action: `association.${what}`,
  });

export async function addNote(tx: Tx, body: string, act: By): Promise<void> {
  const { associationId, by, at } = act;
  await tx
    .insertInto("association_note")
    .values({ association_id: associationId, body, author_id: by, written_at: at })
    .execute();
  await told(tx, "noted", act);
}

/** Writes a note anew, if nobody did since the revision that was read. */
export async function editNote(
  tx: Tx,
  edit: { id: string; body: string; revision: number },
  act: By,
): Promise<"edited" | "moved"> {
  const { numUpdatedRows } = await tx
    .updateTable("association_note")
    .set((eb) => ({
      previous_body: eb.ref("body"),
      body: edit.body,
      edited_at: act.at,
      revision: sql<number>`revision + 1`,
    }))
    .where("note_id", "=", edit.id)
    .where("revision", "=", edit.revision)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) === 0) return "moved";
  await told(tx, "note_edited", act);
  return "edited";
}

/** Removes a note, or puts it back. */
export async function removeNote(tx: Tx, id: string, removed: boolean, act: By): Promise<void> {
  await tx
    .updateTable("association_note")
    .set({ removed_at: removed ? act.at : null, revision: sql<number>`revision + 1` })
    .where("note_id", "=", id)
    .execute();
  await told(tx, removed ? "note_removed" : "note_restored", act);
}

/** Forgets notes removed before a moment, and what edited ones said. */
export async function forgetNotes(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom("association_note").where("removed_at", "<", before).execute();
  await tx
    .updateTable("association_note")
    .set({ previous_body: null })
    .where("edited_at", "<", before)
    .where("previous_body", "is not", null)
    .execute();
}
