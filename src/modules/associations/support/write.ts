import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { record, type Actor } from "../../journal/index.ts";
import { byHand, type SupportKind } from "./rules.ts";

/** What a support is, as its history says it; its note stays out, so that erasing somebody erases it. */
export type SaidSupport = { kind: SupportKind; day: string };

export type Support = {
  associationId: string;
  kind: SupportKind;
  day: string;
  /** What supports: the word of a room for one of its things, as `loan`, and which one. */
  source: { kind: string; id: string };
  /** The agent who did it, when somebody did. */
  by: string | null;
  at: Date;
  note?: string | null;
};

/**
 * Notes that an association was supported, in the transaction that supports: any room calls it. One thing supports an
 * association once, however many times it is sent; an association made one with another is supported as the one kept.
 */
export async function recordSupport(tx: Tx, support: Support): Promise<void> {
  const { kind, day, source, by, at, note = null } = support;
  const { rows } = await sql<{ id: string }>`
    with recursive kept as (
      select association_id, merged_into from association where association_id = ${support.associationId}
      union select a.association_id, a.merged_into from kept k join association a on a.association_id = k.merged_into)
    insert into support_event (association_id, kind, day, source_kind, source_id, done_by, note, noted_at)
    select association_id, ${kind}, ${day}, ${source.kind}, ${source.id}, ${by}, ${note}, ${at}
    from kept where merged_into is null
    on conflict on constraint support_event_once do nothing
    returning association_id as id`.execute(tx);
  const [written] = rows;
  if (written)
    await told(tx, "supported", { associationId: written.id, by, at }, [null, { kind, day }]);
}

/** Takes back what something wrote, when what it did is undone: the association was not supported. */
export async function withdrawSupport(
  tx: Tx,
  { source, by, at }: Pick<Support, "source" | "by" | "at">,
): Promise<void> {
  const gone = await tx
    .deleteFrom("support_event")
    .where("source_kind", "=", source.kind)
    .where("source_id", "=", source.id)
    .returning(["association_id", "kind", "day"])
    .execute();
  for (const { association_id: associationId, kind, day } of gone)
    await told(tx, "support_removed", { associationId, by, at }, [
      { kind: kind as SupportKind, day },
      null,
    ]);
}

type Change = [SaidSupport | null, SaidSupport | null];
export type SupportAct = { associationId: string; by: string | null; at: Date };

const actorOf = (by: string | null): Actor =>
  by ? { kind: "person", id: by } : { kind: "system" };

const told = (
  tx: Tx,
  what: "supported" | "support_corrected" | "support_removed" | "support_restored",
  { associationId, by, at }: SupportAct,
  support: Change,
) =>
  record(tx, {
    actor: actorOf(by),
    at,
    subject: { kind: "association", id: associationId },
    action: `association.${what}`,
    change: { support },
  });

/** What an agent may correct of a support noted by hand. */
export type Corrected = SaidSupport & { id: string; doneBy: string; note: string | null };

/** Writes a support noted by hand anew, if nobody did since the revision that was read. */
export async function correctSupport(
  tx: Tx,
  { id, kind, day, doneBy, note }: Corrected,
  { old, revision, act }: { old: SaidSupport; revision: number; act: SupportAct },
): Promise<"corrected" | "moved"> {
  const { numUpdatedRows } = await tx
    .updateTable("support_event")
    .set({ kind, day, done_by: doneBy, note, revision: sql<number>`revision + 1` })
    .where("event_id", "=", id)
    .where("source_kind", "=", byHand)
    .where("removed_at", "is", null)
    .where("revision", "=", revision)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) === 0) return "moved";
  await told(tx, "support_corrected", act, [
    { kind: old.kind, day: old.day },
    { kind, day },
  ]);
  return "corrected";
}

/** Removes a support, or puts it back; done twice, it is done once. */
export async function removeSupport(
  tx: Tx,
  { id, kind, day }: SaidSupport & { id: string },
  removed: boolean,
  act: SupportAct,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("support_event")
    .set({ removed_at: removed ? act.at : null, revision: sql<number>`revision + 1` })
    .where("event_id", "=", id)
    .where("removed_at", removed ? "is" : "is not", null)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) === 0) return;
  const said = { kind, day };
  await told(
    tx,
    removed ? "support_removed" : "support_restored",
    act,
    removed ? [said, null] : [null, said],
  );
}

/** Forgets supports noted by hand and removed before a moment; one a room wrote stays aside, so that it is not written again. */
export const forgetSupport = (tx: Tx, before: Date) =>
  tx
    .deleteFrom("support_event")
    .where("removed_at", "<", before)
    .where("source_kind", "=", byHand)
    .execute();
