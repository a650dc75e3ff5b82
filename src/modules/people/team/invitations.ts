import type { Tx } from "../../../platform/db/database.ts";
import type { Role } from "../../../platform/http/person.ts";
import { record, type Actor } from "../../journal/index.ts";
import { ensurePerson, grantRole, hashToken } from "../queries.ts";
import { newToken } from "../tokens.ts";
import { invitationDays } from "./rules.ts";

export type Invitation = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  invitedAt: Date;
  expiresAt: Date;
};

const columns = [
  "invitation_id as id",
  "name",
  "email",
  "roles",
  "invited_at as invitedAt",
  "expires_at as expiresAt",
] as const;
const typed = <R extends { roles: string[] }>(row: R) => ({ ...row, roles: row.roles as Role[] });

/** Invitations nobody has accepted yet, newest first, those out of date included: they can be sent again. */
export const waitingInvitations = async (tx: Tx): Promise<Invitation[]> =>
  (
    await tx
      .selectFrom("staff_invitation")
      .select(columns)
      .where("accepted_at", "is", null)
      .orderBy("invited_at", "desc")
      .execute()
  ).map(typed);

export async function waitingInvitation(tx: Tx, id: string): Promise<Invitation | undefined> {
  const row = await tx
    .selectFrom("staff_invitation")
    .select(columns)
    .where("invitation_id", "=", id)
    .where("accepted_at", "is", null)
    .executeTakeFirst();
  return row && typed(row);
}

/** The invitation a link opens, while it lasts. */
export async function invitationOfLink(
  tx: Tx,
  link: string,
  now: Date,
): Promise<Invitation | undefined> {
  const row = await tx
    .selectFrom("staff_invitation")
    .select(columns)
    .where("link_hash", "=", hashToken(link))
    .where("accepted_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row && typed(row);
}

const lasting = (at: Date) => new Date(at.getTime() + invitationDays * 86_400_000);

export type Invited = { name: string; email: string; roles: readonly Role[] };

/** Writes an invitation; gives its link's secret. A second one waiting for the same address breaks `staff_invitation_waiting`. */
export async function addInvitation(
  tx: Tx,
  invited: Invited,
  actor: Actor,
  at: Date,
): Promise<string> {
  const link = newToken();
  const { invitation_id: id } = await tx
    .insertInto("staff_invitation")
    .values({
      name: invited.name,
      email: invited.email,
      roles: [...invited.roles],
      link_hash: hashToken(link),
      invited_by: actor.kind === "person" ? actor.id : null,
      invited_at: at,
      expires_at: lasting(at),
    })
    .returning("invitation_id")
    .executeTakeFirstOrThrow();
  await record(tx, {
    actor,
    at,
    subject: { kind: "invitation", id },
    action: "staff.invited",
    change: { roles: { old: [], new: [...invited.roles] } },
    personal: (["name", "email"] as const).map((field) => ({
      about: { kind: "invitation", id },
      field,
      new: invited[field],
    })),
  });
  return link;
}

/** A new link for an invitation; the earlier one opens nothing more. Gives the new link's secret. */
export async function renewInvitation(tx: Tx, id: string, actor: Actor, at: Date): Promise<string> {
  const link = newToken();
  await tx
    .updateTable("staff_invitation")
    .set({ link_hash: hashToken(link), expires_at: lasting(at) })
    .where("invitation_id", "=", id)
    .execute();
  await record(tx, {
    actor,
    at,
    subject: { kind: "invitation", id },
    action: "staff.invitation_resent",
  });
  return link;
}

/** Takes back an invitation nobody has accepted, with the name and address it held. */
export async function cancelInvitation(tx: Tx, id: string, actor: Actor, at: Date): Promise<void> {
  await tx.deleteFrom("staff_invitation").where("invitation_id", "=", id).execute();
  await tx
    .deleteFrom("journal_personal")
    .where("about_kind", "=", "invitation")
    .where("about_id", "=", id)
    .execute();
  await record(tx, {
    actor,
    at,
    subject: { kind: "invitation", id },
    action: "staff.invitation_cancelled",
  });
}

/** Accepts an invitation once: makes the person if needed and gives the roles. Undefined when it opens nothing. */
export async function acceptInvitation(
  tx: Tx,
  link: string,
  at: Date,
): Promise<string | undefined> {
  const row = await tx
    .updateTable("staff_invitation")
    .set({ accepted_at: at })
    .where("link_hash", "=", hashToken(link))
    .where("accepted_at", "is", null)
    .where("expires_at", ">", at)
    .returning(["invitation_id", "email", "name", "roles", "invited_by"])
    .executeTakeFirst();
  if (!row) return undefined;
  const personId = await ensurePerson(tx, row.email, row.name);
  for (const role of row.roles as Role[])
    await grantRole(tx, personId, role, row.invited_by ?? undefined);
  await record(tx, {
    actor: { kind: "person", id: personId },
    at,
    subject: { kind: "person", id: personId },
    action: "staff.joined",
    change: { invitation: row.invitation_id, roles: { old: [], new: row.roles } },
  });
  return personId;
}
