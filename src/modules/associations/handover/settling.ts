import { sql } from "kysely";
import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { record } from "../../journal/index.ts";
import { dropMember, lockPeople } from "../members/queries.ts";

/**
 * Ends the access of those who leave, once it locks nobody out: their day has come, or someone new is there, and at least
 * one person responsible stays.
 */
export async function settleHandovers(tx: Tx, at: Date, associationId?: string): Promise<void> {
  const { rows } = await sql<{ id: string; association: string }>`
    select handover_id as id, association_id as association from handover h
    where settled_at is null and undone_at is null
      and (${associationId ?? null}::uuid is null or association_id = ${associationId ?? null}::uuid)
      and case when leave_on is not null then leave_on <= ${dayOf(at)}::date
        else not exists (select from association_invitation i where i.handover_id = h.handover_id and i.role = 'owner')
          or exists (select from association_invitation i
            where i.handover_id = h.handover_id and i.role = 'owner' and i.accepted_at is not null) end
    order by made_at, handover_id`.execute(tx);
  for (const { id, association } of rows) await settle(tx, at, id, association);
}

async function settle(tx: Tx, at: Date, id: string, associationId: string): Promise<void> {
  const members = await lockPeople(tx, associationId);
  const leavers = await tx
    .selectFrom("handover_person")
    .select("person_id")
    .where("handover_id", "=", id)
    .where("leaves", "=", true)
    .where("done_at", "is", null)
    .execute();
  const going = leavers.map((one) => one.person_id);
  const stays = members.some((one) => one.role === "owner" && !going.includes(one.id));
  if (going.length && !stays) return;
  for (const personId of going) {
    const member = members.find((one) => one.id === personId);
    if (!member) continue;
    await dropMember(tx, associationId, personId);
    await record(tx, {
      actor: { kind: "system" },
      at,
      subject: { kind: "association", id: associationId },
      action: "association.member_removed",
      change: { [`member:${personId}`]: [member.role, null] },
    });
  }
  await tx
    .updateTable("handover_person")
    .set({ done_at: at })
    .where("handover_id", "=", id)
    .where("leaves", "=", true)
    .execute();
  await tx.updateTable("handover").set({ settled_at: at }).where("handover_id", "=", id).execute();
}
