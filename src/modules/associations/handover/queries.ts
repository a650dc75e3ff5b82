import { sql } from "kysely";
import { addDays } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { record } from "../../journal/index.ts";
import { addInvitation, cancelInvitation, waitingInvitations, type Invited } from "../members/invitations.ts"; // prettier-ignore
import { lockPeople, noteReview, setMember } from "../members/queries.ts";
import { wider } from "../members/rules.ts";
import { situationOf } from "../record/queries.ts";
import { writeAll } from "../record/write.ts";
import { contactsAfter, type Handover } from "./rules.ts";
import { settleHandovers } from "./settling.ts";

type Made = {
  associationId: string;
  personId: string;
  by: "association" | "agent";
  at: Date;
  today: string;
};

/** Carries a change of the board out; gives the letters that are to leave. */
export async function makeHandover(
  tx: Tx,
  { associationId, personId, by, at, today }: Made,
  asked: Handover,
): Promise<{ invited: Invited; token: string }[]> {
  const actor = { kind: "person", id: personId } as const;
  const members = await lockPeople(tx, associationId);
  const situation = await situationOf(tx, associationId, true);
  const contacts = contactsAfter(asked, situation?.contacts ?? []);
  const origin = { source: by === "agent" ? "hand" : "association", at, actor } as const;
  const action = "association.handed_over";
  const [entry] = contacts.length
    ? await writeAll(tx, [{ id: associationId, changes: {}, contacts }], origin, action)
    : [await record(tx, { actor, at, subject: { kind: "association", id: associationId }, action })]; // prettier-ignore
  const { handover_id: handoverId } = await tx
    .insertInto("handover")
    .values({
      association_id: associationId,
      made_at: at,
      made_by: personId,
      by_kind: by,
      leave_on: asked.leaveOn ?? null,
      entry_id: entry ?? null,
    })
    .returning("handover_id")
    .executeTakeFirstOrThrow();
  const keep = (one: (typeof members)[number], leaves: boolean) =>
    tx
      .insertInto("handover_person")
      .values({
        handover_id: handoverId,
        person_id: one.id,
        before_role: one.role,
        before_topics: one.topics,
        leaves,
        done_at: leaves ? null : at,
      })
      .execute();
  for (const one of asked.leavers) await keep(one, true);
  const letters: { invited: Invited; token: string }[] = [];
  const waiting = await waitingInvitations(tx, associationId);
  for (const { name, email, role } of asked.arrivals) {
    const given = { role, topics: role === "editor" ? (["listing", "documents"] as const) : [] };
    const member = members.find((one) => one.email === email);
    if (member) {
      // Already here: they only go up, at once.
      if (asked.leavers.some(({ id }) => id === member.id)) continue;
      await keep(member, false);
      const change = { associationId, personId: member.id, at };
      await setMember(tx, change, { ...given, role: wider(member.role, role) });
      continue;
    }
    const earlier = waiting.find((one) => one.email === email);
    if (earlier) await cancelInvitation(tx, earlier, actor, at);
    const invited: Invited = { associationId, email, name, ...given, how: "handover", handoverId };
    letters.push({ invited, token: await addInvitation(tx, invited, actor, at) });
  }
  await noteReview(tx, associationId, { reviewed_on: today });
  await settleHandovers(tx, at, associationId);
  return letters;
}

export type PastHandover = {
  id: string;
  at: Date;
  byName: string | null;
  byKind: "association" | "agent";
  leaveOn: string | null;
  settled: boolean;
  undone: boolean;
  entryId: string | null;
  /** Invitations nobody accepted yet, and people who leave. */
  waiting: number;
  leaving: number;
};

/** Changes of the board of an association, newest first. */
export async function handoversOf(tx: Tx, associationId: string): Promise<PastHandover[]> {
  const rows = await tx
    .selectFrom("handover as h")
    .leftJoin("person as p", "p.person_id", "h.made_by")
    .select(["h.handover_id as id", "made_at as at", "p.name as byName", "by_kind as byKind"])
    .select(["leave_on as leaveOn", "settled_at", "undone_at", "entry_id as entryId"])
    .select(
      sql<number>`(select count(*)::int from association_invitation i
        where i.handover_id = h.handover_id and i.accepted_at is null)`.as("waiting"),
    )
    .select(
      sql<number>`(select count(*)::int from handover_person l
        where l.handover_id = h.handover_id and l.leaves)`.as("leaving"),
    )
    .where("association_id", "=", associationId)
    .orderBy("made_at", "desc")
    .orderBy("h.handover_id")
    .limit(20)
    .execute();
  return rows.map(({ settled_at, undone_at, ...row }) => ({
    ...row,
    byKind: row.byKind as PastHandover["byKind"],
    settled: settled_at !== null,
    undone: undone_at !== null,
  }));
}

export type CountedHandover = {
  id: string;
  associationId: string;
  association: string;
  at: Date;
  by: "association" | "agent";
  byName: string | null;
};

/** Handovers made between two days, both included, but for those undone: who, when, for which association. */
export async function handoversBetween(
  tx: Tx,
  from: string,
  to: string,
): Promise<CountedHandover[]> {
  const { rows } = await sql<CountedHandover>`
    select h.handover_id as id, a.association_id as "associationId", a.name as association, h.made_at as at,
      h.by_kind as by, p.name as "byName"
    from handover h join association a on a.association_id = h.association_id
    left join person p on p.person_id = h.made_by
    where h.undone_at is null and h.made_at >= ${from}::date::timestamp at time zone 'Europe/Paris'
      and h.made_at < ${addDays(to, 1)}::date::timestamp at time zone 'Europe/Paris'
    order by h.made_at, h.handover_id`.execute(tx);
  return rows;
}
