import type { Tx } from "../../../platform/db/database.ts";
import type { Tiding } from "../codes.ts";

/** Something to say to somebody who cannot be written to. */
export type Call = {
  id: string;
  registrationId: string;
  what: Tiding | "mail_refused";
  moment: Date | null;
  word: string | null;
};

/** What is still to be said to people of an opening, the oldest first. */
export async function callsOf(tx: Tx, openingId: string): Promise<Call[]> {
  const rows = await tx
    .selectFrom("registration_call as c")
    .innerJoin("registration as r", "r.registration_id", "c.registration_id")
    .select([
      "c.call_id as id",
      "c.registration_id as registrationId",
      "c.what",
      "c.at_moment as moment",
      "c.word",
    ])
    .where("r.opening_id", "=", openingId)
    .where("c.done_at", "is", null)
    .orderBy("c.made_at")
    .orderBy("c.call_id")
    .execute();
  return rows.map((row) => ({ ...row, what: row.what as Call["what"] }));
}

/** Notes that somebody was told; told already, it changes nothing. */
export const markTold = (tx: Tx, openingId: string, callId: string, now: Date) =>
  tx
    .updateTable("registration_call")
    .set({ done_at: now })
    .where("call_id", "=", callId)
    .where("done_at", "is", null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("registration")
          .select("registration_id")
          .whereRef("registration.registration_id", "=", "registration_call.registration_id")
          .where("opening_id", "=", openingId),
      ),
    )
    .execute();
