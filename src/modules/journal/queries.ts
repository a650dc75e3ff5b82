import type { Tx } from "../../platform/db/database.ts";

/** Who acts: a signed-in person, a resident without account, the operator's command, an import, or the house itself. */
export type Actor =
  | { kind: "person"; id: string }
  | { kind: "resident" | "operator" | "system" }
  | { kind: "import"; id: string; personId?: string | undefined };

export type Entry = {
  actor: Actor;
  at: Date;
  subject: { kind: string; id: string };
  /** What happened, as a code of the room: `association.edited`. */
  action: string;
  /** Old and new value by field; never a personal value. */
  change?: Record<string, unknown>;
  /** Personal values by field, kept apart and erased with the person or contact they are about. */
  personal?: {
    about: { kind: string; id: string };
    field: string;
    old?: string | null;
    new?: string | null;
  }[];
};

/** Writes one line of history in the transaction that makes the change; gives its id. */
export async function record(tx: Tx, entry: Entry): Promise<string> {
  const { entry_id } = await tx
    .insertInto("journal")
    .values({
      at: entry.at,
      actor_kind: entry.actor.kind,
      actor_id:
        entry.actor.kind === "person"
          ? entry.actor.id
          : entry.actor.kind === "import"
            ? (entry.actor.personId ?? null)
            : null,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      action: entry.action,
      change: JSON.stringify(entry.change ?? {}),
      import_id: entry.actor.kind === "import" ? entry.actor.id : null,
    })
    .returning("entry_id")
    .executeTakeFirstOrThrow();
  if (entry.personal?.length)
    await tx
      .insertInto("journal_personal")
      .values(
        entry.personal.map((value) => ({
          entry_id,
          field: value.field,
          about_kind: value.about.kind,
          about_id: value.about.id,
          old_value: value.old ?? null,
          new_value: value.new ?? null,
        })),
      )
      .execute();
  return entry_id;
}

export type HistoryLine = {
  id: string;
  at: Date;
  actorKind: string;
  actorName: string | null;
  action: string;
  change: Record<string, unknown>;
  personal: { field: string; old: string | null; new: string | null }[];
  importId: string | null;
  undoneBy: string | null;
};

/** History of a subject, newest first. */
export async function historyOf(
  tx: Tx,
  kind: string,
  id: string,
  limit = 100,
): Promise<HistoryLine[]> {
  const rows = await tx
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
    ])
    .where("subject_kind", "=", kind)
    .where("subject_id", "=", id)
    .orderBy("at", "desc")
    .limit(limit)
    .execute();
  const personal = rows.length
    ? await tx
        .selectFrom("journal_personal")
        .select(["entry_id", "field", "old_value", "new_value"])
        .where(
          "entry_id",
          "in",
          rows.map((row) => row.entry_id),
        )
        .execute()
    : [];
  return rows.map((row) => ({
    id: row.entry_id,
    at: row.at,
    actorKind: row.actor_kind,
    actorName: row.actor_name,
    action: row.action,
    change: row.change as Record<string, unknown>,
    personal: personal
      .filter((value) => value.entry_id === row.entry_id)
      .map((value) => ({ field: value.field, old: value.old_value, new: value.new_value })),
    importId: row.import_id,
    undoneBy: row.undone_by,
  }));
}
