import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { ensurePerson, hashToken } from "../../people/index.ts";
import { columns, typed, type Invitation } from "./invitations.ts";
import { joinMember } from "./queries.ts";

/** The invitation a secret opens, while it lasts. A link by mail holds as long as its address is one of the record. */
export async function invitationOf(
  tx: Tx,
  token: string,
  now: Date,
  lock = false,
): Promise<Invitation | undefined> {
  const query = tx
    .selectFrom("association_invitation as i")
    .select(columns)
    .where("link_hash", "=", hashToken(token))
    .where("accepted_at", "is", null)
    .where("expires_at", ">", now)
    .where(
      sql<boolean>`exists (select from association a where a.association_id = i.association_id and a.merged_into is null)
      and (how <> 'mail' or exists (select from association_contact c
        where c.association_id = i.association_id and lower(c.email) = i.email))
      and (code_id is null or exists (select from claim_code k
        where k.code_id = i.code_id and k.used_at is null and k.expires_at > ${now}))`,
    );
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && typed(row);
}

/** Accepts an invitation once: makes the person if needed and gives them their place. */
export async function acceptInvitation(
  tx: Tx,
  token: string,
  name: string,
  at: Date,
): Promise<{ invitation: Invitation; personId: string } | undefined> {
  const invitation = await invitationOf(tx, token, at, true);
  if (!invitation) return undefined;
  if (invitation.codeId && !(await spendCode(tx, invitation.codeId, at))) return undefined;
  const personId = await ensurePerson(tx, invitation.email, name);
  await tx
    .updateTable("association_invitation")
    .set({ accepted_at: at, accepted_by: personId })
    .where("invitation_id", "=", invitation.id)
    .execute();
  const { associationId, role, topics } = invitation;
  const actor = { kind: "person", id: personId } as const;
  await joinMember(tx, { associationId, personId, actor, at }, { role, topics });
  return { invitation, personId };
}

/** A code serves one person: of two links it gave, opened at once, the second waits here and finds it spent. */
async function spendCode(tx: Tx, codeId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("claim_code")
    .set({ used_at: at })
    .where("code_id", "=", codeId)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
