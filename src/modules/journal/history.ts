import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

export type HistoryLine = {
  id: string;
  at: Date;
  actorKind: string;
  actorName: string | null;
  action: string;
  change: Record<string, unknown>;
  personal: {
    field: string;
    about: { kind: string; id: string };
    old: string | null;
    new: string | null;
  }[];
  importId: string | null;
  undoneBy: string | null;
  subject: { kind: string; id: string };
};

/** History of a subject, newest first. */
export async function historyOf(
  tx: Tx,
  kind: string,
  id: string,
  limit = 100,
  offset = 0,
): Promise<HistoryLine[]> {
  const rows = await lines(tx)
    .where("subject_kind", "=", kind)
    .where("subject_id", "=", id)
    .orderBy("at", "desc")
    .orderBy("entry_id")
    .limit(limit)
    .offset(offset)
    .execute();
  return withPersonal(tx, rows);
}

/** The last times something was done, newest first. */
export async function actionsOf(tx: Tx, action: string, limit = 20): Promise<HistoryLine[]> {
  const rows = await lines(tx)
    .where("action", "=", action)
    .orderBy("at", "desc")
    .orderBy("entry_id")
    .limit(limit)
    .execute();
  return withPersonal(tx, rows);
}

/** Some lines of history by their ids, in no order. */
export async function entriesOf(tx: Tx, ids: readonly string[]): Promise<HistoryLine[]> {
  const rows = await lines(tx)
    .where("entry_id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  return withPersonal(tx, rows);
}

/** Says which lines of history have been undone, and by which line. */
export async function markUndone(
  tx: Tx,
  pairs: readonly { entry: string; by: string }[],
): Promise<void> {
  if (!pairs.length) return;
  await sql`
    update journal j set undone_by = u.by
    from unnest(${pairs.map((pair) => pair.entry)}::uuid[], ${pairs.map((pair) => pair.by)}::uuid[]) u (entry, by)
    where j.entry_id = u.entry`.execute(tx);
}

const lines = (tx: Tx) =>
  tx
    .selectFrom("journal")
    .leftJoin("person", "person.person_id", "journal.actor_id")
    .select([
      "entry_id",
      "at",
      "actor_kind",
      "person.name as actor_name",
      "action",
      "change",
      "import_id",
      "undone_by",
      "subject_kind",
      "subject_id",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof lines>["execute"]>>[number];

async function withPersonal(tx: Tx, rows: readonly Row[]): Promise<HistoryLine[]> {
  if (!rows.length) return [];
  const ids = rows.map((row) => row.entry_id);
  const values = await tx
    .selectFrom("journal_personal")
    .select(["entry_id", "field", "about_kind", "about_id", "old_value", "new_value"])
    .where("entry_id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  const personal = new Map<string, HistoryLine["personal"]>();
  for (const value of values)
    personal.set(value.entry_id, [
      ...(personal.get(value.entry_id) ?? []),
      {
        field: value.field,
        about: { kind: value.about_kind, id: value.about_id },
        old: value.old_value,
        new: value.new_value,
      },
    ]);
  return rows.map((row) => ({
    id: row.entry_id,
    at: row.at,
    actorKind: row.actor_kind,
    actorName: row.actor_name,
    action: row.action,
    change: row.change as Record<string, unknown>,
    personal: personal.get(row.entry_id) ?? [],
    importId: row.import_id,
    undoneBy: row.undone_by,
    subject: { kind: row.subject_kind, id: row.subject_id },
  }));
}
