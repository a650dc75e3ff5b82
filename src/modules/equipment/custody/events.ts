import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Hand } from "../journal.ts";
import type { Condition, EventKind } from "./codes.ts";

export type Happened = {
  unitId: string;
  kind: EventKind;
  loanId?: string;
  condition?: Condition | null;
  /** Pieces of its case that were not there. */
  missing?: readonly string[];
  words?: string | null;
  /** Pictures already kept, at most six. */
  fileIds?: readonly string[];
};

/** One line of the history of a unit, after all that is there: it is only added to. Gives its identifier. */
export async function noteEvent(tx: Tx, happened: Happened, { actor, at }: Hand): Promise<string> {
  const { event_id: id } = await tx
    .insertInto("custody_event")
    .values({
      unit_id: happened.unitId,
      loan_id: happened.loanId ?? null,
      kind: happened.kind,
      condition: happened.condition ?? null,
      missing: [...(happened.missing ?? [])],
      words: happened.words ?? null,
      at: sql<Date>`greatest(${at}::timestamptz, (select max(at) + interval '1 microsecond' from custody_event where unit_id = ${happened.unitId}))`,
      by_person: actor.kind === "person" ? actor.id : null,
    })
    .returning("event_id")
    .executeTakeFirstOrThrow();
  const photos = (happened.fileIds ?? []).map((fileId, index) => ({
    event_id: id,
    position: index + 1,
    file_id: fileId,
  }));
  if (photos.length) await tx.insertInto("custody_photo").values(photos).execute();
  return id;
}
