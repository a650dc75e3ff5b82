import type { Tx } from "../../../platform/db/database.ts";
import { entriesOf, record } from "../../journal/index.ts";
import { undoEntries } from "../history/undo.ts";
import { dropMember, lockPeople, setMember } from "../members/queries.ts";
import type { MemberRole, Topic } from "../members/rules.ts";
import type { PastHandover } from "./queries.ts";
import { undoDays } from "./rules.ts";

type Undoing = { associationId: string; personId: string; at: Date };
export type UndoOutcome =
  { done: "all" | "but_contacts" } | { refused: "already_undone" | "too_old" | "last_owner" };

/** Whether a handover can still be undone. */
export const stillUndoable = (one: PastHandover, now: Date): boolean =>
  !one.undone && now.getTime() - one.at.getTime() < undoDays * 86_400_000;

/**
 * Undoes a change of the board: those who left are back with what they had, those who came through it go, the contacts are
 * what they were unless someone changed them since.
 */
export async function undoHandover(
  tx: Tx,
  past: PastHandover,
  { associationId, personId, at }: Undoing,
): Promise<UndoOutcome> {
  const members = await lockPeople(tx, associationId);
  // Read again behind the lock: of two who undo at once, the second finds it done.
  const { undone_at } = await tx
    .selectFrom("handover")
    .select("undone_at")
    .where("handover_id", "=", past.id)
    .executeTakeFirstOrThrow();
  if (undone_at) return { refused: "already_undone" };
  if (!stillUndoable(past, at)) return { refused: "too_old" };
  const back = await tx
    .selectFrom("handover_person")
    .selectAll()
    .where("handover_id", "=", past.id)
    .execute();
  const came = await tx
    .selectFrom("association_invitation")
    .select("accepted_by")
    .where("handover_id", "=", past.id)
    .where("accepted_at", "is not", null)
    .execute();
  const going = came.flatMap((one) => one.accepted_by ?? []);
  const owner =
    back.some((one) => one.before_role === "owner") ||
    members.some(({ id, role }) => role === "owner" && !going.includes(id));
  if (!owner) return { refused: "last_owner" };
  for (const id of going) await dropMember(tx, associationId, id);
  await tx
    .deleteFrom("association_invitation")
    .where("handover_id", "=", past.id)
    .where("accepted_at", "is", null)
    .execute();
  for (const one of back)
    await setMember(
      tx,
      { associationId, personId: one.person_id, at },
      { role: one.before_role as MemberRole, topics: one.before_topics as Topic[] },
    );
  await tx
    .updateTable("handover")
    .set({ undone_at: at, undone_by: personId })
    .where("handover_id", "=", past.id)
    .execute();
  const actor = { kind: "person", id: personId } as const;
  const contacts = await undoContacts(tx, past.entryId, { source: "association", at, actor });
  await record(tx, {
    actor,
    at,
    subject: { kind: "association", id: associationId },
    action: "association.handover_undone",
    change: { handover: past.id },
  });
  return { done: contacts ? "all" : "but_contacts" };
}

const handedOver: ReadonlySet<string> = new Set(["association.handed_over"]);

/** False when the contacts changed since and stay as they are. */
async function undoContacts(
  tx: Tx,
  entryId: string | null,
  origin: Parameters<typeof undoEntries>[2],
): Promise<boolean> {
  const lines = entryId ? await entriesOf(tx, [entryId]) : [];
  const changed = lines.filter(({ change }) => Object.keys(change).length > 0);
  const outcomes = await undoEntries(tx, changed, origin, handedOver);
  return outcomes.every((one) => "done" in one);
}
