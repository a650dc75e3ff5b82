import type { Tx } from "../../../platform/db/database.ts";
import { mailKind } from "../codes.ts";

/** Forgets letters about registrations sent to an address, those that wait to leave included; gives how many. */
export async function forgetMails(tx: Tx, email: string): Promise<number> {
  const gone = await tx
    .deleteFrom("mail")
    .where("kind", "=", mailKind)
    .where("to_email", "=", email)
    .returning("mail_id")
    .execute();
  return gone.length;
}
