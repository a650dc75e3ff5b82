import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { record, type Actor } from "../../journal/index.ts";
import { hashToken, newToken } from "../../people/index.ts";
import { claimDays, invitationDays, type MemberRole, type Topic } from "./rules.ts";

export type How = "mail" | "code" | "request" | "person" | "desk" | "handover";
export type Invitation = {
  id: string;
  associationId: string;
  email: string;
  name: string | null;
  role: MemberRole;
  topics: Topic[];
  how: How;
  codeId: string | null;
  handoverId: string | null;
  invitedAt: Date;
  expiresAt: Date;
};

export const columns = [
  "invitation_id as id",
  "association_id as associationId",
  "email",
  "name",
  "role",
  "topics",
  "how",
  "code_id as codeId",
  "handover_id as handoverId",
  "invited_at as invitedAt",
  "expires_at as expiresAt",
] as const;
export const typed = <R extends { role: string; topics: string[]; how: string }>(row: R) => ({
  ...row,
  role: row.role as MemberRole,
  topics: row.topics as Topic[],
  how: row.how as How,
});

const daysAfter = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000);
const lasting = (how: How, at: Date) =>
  daysAfter(at, how === "mail" || how === "code" ? claimDays : invitationDays);

/** Invitations an association sent and nobody accepted, newest first; links people asked for themselves are not among them. */
export const waitingInvitations = async (tx: Tx, associationId: string): Promise<Invitation[]> =>
  (
    await tx
      .selectFrom("association_invitation")
      .select(columns)
      .where("association_id", "=", associationId)
      .where("accepted_at", "is", null)
      .where("claimed", "=", false)
      .orderBy("invited_at", "desc")
      .orderBy("email")
      .execute()
  ).map(typed);

export type Invited = {
  associationId: string;
  email: string;
  name?: string | null;
  role: MemberRole;
  topics?: readonly Topic[];
  how: How;
  codeId?: string | null;
  handoverId?: string | null;
};

/**
 * Writes an invitation; gives its secret. A second one waiting for the same address breaks
 * `association_invitation_waiting`; a link somebody asks for again takes the place of the first.
 */
export async function addInvitation(
  tx: Tx,
  invited: Invited,
  actor: Actor,
  at: Date,
): Promise<string> {
  const { associationId, email, how } = invited;
  const claimed = how === "mail" || how === "code";
  if (claimed)
    await tx
      .deleteFrom("association_invitation")
      .where("association_id", "=", associationId)
      .where("email", "=", email)
      .where("claimed", "=", true)
      .where("accepted_at", "is", null)
      .execute();
  const token = newToken();
  const { invitation_id: id } = await tx
    .insertInto("association_invitation")
    .values({
      association_id: associationId,
      email,
      name: invited.name ?? null,
      role: invited.role,
      topics: [...(invited.topics ?? [])],
      how,
      link_hash: hashToken(token),
      code_id: invited.codeId ?? null,
      handover_id: invited.handoverId ?? null,
      invited_by: actor.kind === "person" ? actor.id : null,
      invited_at: at,
      expires_at: lasting(how, at),
    })
    .returning("invitation_id")
    .executeTakeFirstOrThrow();
  // Asking is not yet a fact of the association: only what comes of it is.
  if (!claimed) await tell(tx, { id, associationId, email }, "invited", actor, at);
  return token;
}

export const renewInvitation = async (tx: Tx, one: Invitation, actor: Actor, at: Date) => {
  const token = newToken();
  await tx
    .updateTable("association_invitation")
    .set({ link_hash: hashToken(token), expires_at: lasting(one.how, at) })
    .where("invitation_id", "=", one.id)
    .execute();
  await tell(tx, one, "invited_again", actor, at);
  return token;
};

export async function cancelInvitation(tx: Tx, one: Invitation, actor: Actor, at: Date) {
  await tx.deleteFrom("association_invitation").where("invitation_id", "=", one.id).execute();
  await tell(tx, one, "invitation_cancelled", actor, at);
}

const tell = (
  tx: Tx,
  one: Pick<Invitation, "id" | "associationId" | "email">,
  action: string,
  actor: Actor,
  at: Date,
) =>
  record(tx, {
    actor,
    at,
    subject: { kind: "association", id: one.associationId },
    action: `association.${action}`,
    change: { invitation: one.id },
    personal: [
      { about: { kind: "member_invitation", id: one.id }, field: "email", new: one.email },
    ],
  });

/** Forgets invitations that ended before a moment, and what the history said of their addresses. */
export async function forgetInvitations(tx: Tx, before: Date): Promise<void> {
  const gone = await tx
    .deleteFrom("association_invitation")
    .where("expires_at", "<", before)
    .returning("invitation_id")
    .execute();
  if (gone.length)
    await tx
      .deleteFrom("journal_personal")
      .where("about_kind", "=", "member_invitation")
      .where("about_id", "=", sql<string>`any(${gone.map((one) => one.invitation_id)}::text[])`)
      .execute();
}
