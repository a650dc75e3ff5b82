import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Sought } from "../../people/index.ts";

/**
 * Erases what an address is known by. That it refuses to be written to stays, without the address: it is how their wish
 * is still honoured should somebody write it down again.
 */
export async function forgetInReminders(tx: Tx, { email }: Sought): Promise<void> {
  await sql`delete from dead_address where address_hash = address_hash(${email})`.execute(tx);
  await sql`update confirmation_mail set address_hash = sending_id::text, stop_hash = sending_id::text
    where address_hash = address_hash(${email})`.execute(tx);
  await sql`update reminder set address_hash = null where address_hash = address_hash(${email})`.execute(
    tx,
  );
}

/** After a time nobody needs to know whom a mail went to; that it went is still counted. */
export async function forgetSendings(tx: Tx, before: string): Promise<void> {
  await sql`update confirmation_mail set address_hash = sending_id::text, stop_hash = sending_id::text
    where sent_on < ${before}::date and address_hash <> sending_id::text`.execute(tx);
  await sql`update reminder set address_hash = null
    where taken_on < ${before}::date and address_hash is not null`.execute(tx);
}
