import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { recordAll, type Actor } from "../../journal/index.ts";
import { hashToken } from "../../people/index.ts";

/** What is known of the address of a contact. */
export type AddressMark = { contactId: string; refusedOn: Date | null; deadSince: Date | null };

type By = { actor: Actor; at: Date };

/** The address a "stop" link was sent to, and since when it refuses; undefined when the link is unknown. */
export async function stopLink(
  tx: Tx,
  token: string,
): Promise<{ hash: string; refusedAt: Date | null } | undefined> {
  const { rows } = await sql<{ hash: string; refusedAt: Date | null }>`
    select m.address_hash as hash, r.refused_at as "refusedAt"
    from confirmation_mail m
    left join mail_refusal r on r.commune_id = m.commune_id and r.address_hash = m.address_hash
      and r.purpose = 'confirmation'
    where m.stop_hash = ${hashToken(token)}`.execute(tx);
  return rows[0];
}

/** Someone asks not to be asked any more; said twice, it is noted once. */
export async function refuseMails(tx: Tx, hash: string, by: By): Promise<void> {
  const added = await tx
    .insertInto("mail_refusal")
    .values({ address_hash: hash, purpose: "confirmation", refused_at: by.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning("address_hash")
    .execute();
  if (added.length) await note(tx, hash, by, "association.mail_refused");
}

/** They had not meant it. */
export async function acceptMails(tx: Tx, hash: string, by: By): Promise<void> {
  const gone = await tx
    .deleteFrom("mail_refusal")
    .where("address_hash", "=", hash)
    .where("purpose", "=", "confirmation")
    .returning("address_hash")
    .execute();
  if (gone.length) await note(tx, hash, by, "association.mail_accepted");
}

/** An address of a contact receives nothing any more; other addresses are nobody's business here. */
export async function noteDead(
  tx: Tx,
  email: string,
  how: "bounced" | "by_hand",
  { actor, at }: By,
): Promise<void> {
  const { rows } = await sql<{ hash: string }>`
    insert into dead_address (address_hash, noted_at, how, noted_by)
    select distinct address_hash, ${at}::timestamptz, ${how}, ${actor.kind === "person" ? actor.id : null}::uuid
    from mail_contacts() where email = lower(btrim(${email}))
    on conflict do nothing returning address_hash as hash`.execute(tx);
  for (const { hash } of rows) await note(tx, hash, { actor, at }, "association.address_dead");
}

export async function noteAlive(tx: Tx, email: string, by: By): Promise<void> {
  const { rows } = await sql<{ hash: string }>`
    delete from dead_address where address_hash = address_hash(${email})
    returning address_hash as hash`.execute(tx);
  for (const { hash } of rows) await note(tx, hash, by, "association.address_alive");
}

/** The history of each association this address is a contact of says so, without the address. */
async function note(tx: Tx, hash: string, by: By, action: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct association_id as id from mail_contacts() where address_hash = ${hash}`.execute(
    tx,
  );
  await recordAll(
    tx,
    rows.map(({ id }) => ({ ...by, subject: { kind: "association", id }, action })),
  );
}

/** Contacts of an association whose address refuses or receives nothing. */
export async function addressMarks(tx: Tx, associationId: string): Promise<AddressMark[]> {
  const { rows } = await sql<AddressMark>`
    select c.contact_id as "contactId", r.refused_at as "refusedOn", d.noted_at as "deadSince"
    from mail_contacts() c
    left join mail_refusal r on r.address_hash = c.address_hash and r.purpose = 'confirmation'
    left join dead_address d on d.address_hash = c.address_hash
    where c.association_id = ${associationId} and (c.refused or c.dead)`.execute(tx);
  return rows;
}
