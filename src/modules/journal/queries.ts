import { randomUUID } from "node:crypto";
import type { Tx } from "../../platform/db/database.ts";

/** Who acts: a signed-in person, a resident without account, someone who proved to read the mail of an association, the operator's command, an import, or the house itself. */
export type Actor =
  | { kind: "person"; id: string }
  | { kind: "resident" | "association" | "operator" | "system" }
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
  const [id] = await recordAll(tx, [entry]);
  return id ?? "";
}

const chunk = 1000;

/** Writes many lines of history in a few round trips; ids come in the order of the entries. */
export async function recordAll(tx: Tx, entries: readonly Entry[]): Promise<string[]> {
  const rows = entries.map(rowOf);
  for (let from = 0; from < rows.length; from += chunk)
    await tx
      .insertInto("journal")
      .values(rows.slice(from, from + chunk))
      .execute();
  const personal = entries.flatMap((entry, at) =>
    (entry.personal ?? []).map((value) => ({
      entry_id: rows[at]?.entry_id ?? "",
      field: value.field,
      about_kind: value.about.kind,
      about_id: value.about.id,
      old_value: value.old ?? null,
      new_value: value.new ?? null,
    })),
  );
  for (let from = 0; from < personal.length; from += chunk)
    await tx
      .insertInto("journal_personal")
      .values(personal.slice(from, from + chunk))
      .execute();
  return rows.map((row) => row.entry_id);
}

const rowOf = ({ actor, at, subject, action, change }: Entry) => ({
  entry_id: randomUUID() as string,
  at,
  actor_kind: actor.kind,
  actor_id:
    actor.kind === "person" ? actor.id : actor.kind === "import" ? (actor.personId ?? null) : null,
  subject_kind: subject.kind,
  subject_id: subject.id,
  action,
  change: JSON.stringify(change ?? {}),
  import_id: actor.kind === "import" ? actor.id : null,
});
