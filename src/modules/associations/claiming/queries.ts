import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Actor } from "../../journal/index.ts";
import { isUuid } from "../../people/index.ts";
import { addInvitation, type Invited } from "../members/invitations.ts";

/** The contact of a record who has this address, and may be written to. */
export const contactOf = (tx: Tx, associationId: string, email: string) =>
  tx
    .selectFrom("association_contact")
    .select(["contact_id as id", "name"])
    .where("association_id", "=", associationId)
    .where(sql`lower(email)`, "=", email)
    // A confirmation link is passed on: an address written by whoever holds one proves nothing of who they are.
    .where(
      sql<boolean>`coalesce((
        select j.actor_kind from journal_personal p
        join journal j on j.commune_id = p.commune_id and j.entry_id = p.entry_id
        where p.about_kind = 'contact' and p.about_id = association_contact.contact_id::text and p.field = 'email'
          and lower(p.old_value) is distinct from lower(p.new_value)
        order by j.at desc, j.actor_kind limit 1), '') <> 'association'`,
    )
    .orderBy("position")
    .limit(1)
    .executeTakeFirst();

/** A link to take an association in hand, for an address that proves itself by receiving it. */
export async function claimLink(
  tx: Tx,
  asked: { associationId: string; email: string; name?: string | null; codeId?: string },
  at: Date,
): Promise<{ token: string; invited: Invited }> {
  const invited: Invited = { ...asked, role: "owner", how: asked.codeId ? "code" : "mail" };
  const actor: Actor = { kind: "resident" };
  return { token: await addInvitation(tx, invited, actor, at), invited };
}

export type NewRequest = {
  associationId: string;
  name: string;
  title: string | null;
  email: string;
  phone: string | null;
  message: string | null;
};

export const addRequest = (tx: Tx, { associationId, ...said }: NewRequest, at: Date) =>
  tx
    .insertInto("claim_request")
    .values({ association_id: associationId, ...said, asked_at: at })
    .execute();

const requests = (tx: Tx) =>
  tx
    .selectFrom("claim_request as r")
    .innerJoin("association as asked", "asked.association_id", "r.association_id")
    // A request follows its record when that one is made one with another.
    .innerJoin("association as a", (join) =>
      join.on(sql<boolean>`a.association_id = coalesce(asked.merged_into, asked.association_id)`),
    )
    .leftJoin("person", "person.person_id", "r.decided_by")
    .selectAll("r")
    .select(["a.association_id as association_id", "a.name as association", "a.slug as slug"])
    .select("person.name as decided_by_name");

export type Request = NonNullable<Awaited<ReturnType<typeof requestById>>>;

export const requestById = async (tx: Tx, id: string) =>
  isUuid(id) ? requests(tx).where("request_id", "=", id).executeTakeFirst() : undefined;

export const waitingRequests = (tx: Tx) =>
  requests(tx)
    .where("r.state", "=", "waiting")
    .orderBy("asked_at")
    .orderBy("request_id")
    .limit(200)
    .execute();

/** The answer to a request, once: false when a colleague answered first. */
export async function decideRequest(
  tx: Tx,
  id: string,
  decision: { state: "accepted" | "refused"; by: string; at: Date; answer: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("claim_request")
    .set({
      state: decision.state,
      decided_by: decision.by,
      decided_at: decision.at,
      answer: decision.answer,
    })
    .where("request_id", "=", id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Associations that lost their last owner, however it happened, and for which nothing was started since. */
export async function unheld(
  tx: Tx,
  now: Date,
): Promise<{ id: string; name: string; since: Date; unreachable: boolean }[]> {
  // Someone responsible whose box refuses mail for good holds nothing any more.
  const { rows } = await sql<{ id: string; name: string; since: Date; unreachable: boolean }>`
    with unreachable as (
      select to_person_id as id, min(bounced_at) as since from mail m
      where to_person_id is not null and bounced_at is not null and not exists (
        select from mail later where later.to_person_id = m.to_person_id and later.sent_at > m.bounced_at)
      group by to_person_id),
    lost as (
      select association_id, since, false as unreachable from association_unheld
      union all
      select m.association_id, max(u.since), true
      from association_member m left join unreachable u on u.id = m.person_id
      where m.role = 'owner' group by m.association_id having bool_and(u.id is not null))
    select a.association_id as id, a.name, min(lost.since) as since, bool_and(lost.unreachable) as unreachable
    from lost join association a on a.association_id = lost.association_id
    where a.merged_into is null and a.state <> 'ceased'
      and not exists (select from association_invitation i
        where i.association_id = a.association_id and i.role = 'owner' and not i.claimed
          and i.accepted_at is null and i.expires_at > ${now})
    group by a.association_id, a.name order by 3, 2`.execute(tx);
  return rows;
}

/** Requests nobody answered, asked before a moment. */
export const requestsAskedBefore = (tx: Tx, before: Date) =>
  requests(tx)
    .where("r.state", "=", "waiting")
    .where("asked_at", "<", before)
    .orderBy("asked_at")
    .forUpdate("r")
    .execute();

export const forgetRequest = (tx: Tx, id: string) =>
  tx.deleteFrom("claim_request").where("request_id", "=", id).execute();

/** Forgets requests answered before a moment: asked, answered, gone. */
export const forgetRequests = (tx: Tx, before: Date) =>
  tx
    .deleteFrom("claim_request")
    .where("state", "<>", "waiting")
    .where("decided_at", "<", before)
    .execute();

/** Forgets codes that ended before a moment, with the links they gave. */
export const forgetCodes = (tx: Tx, before: Date) =>
  tx.deleteFrom("claim_code").where("expires_at", "<", before).execute();
