import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { SeatOwner, SeatTold } from "../../scheduling/index.ts";
import type { Refused } from "../../../platform/mail.ts";
import { mailKind, owner } from "../codes.ts";
import { registrationsOf } from "../record/queries.ts";
import { markEnded } from "../record/write.ts";
import { tell, toCall } from "./letters.ts";

/** Says to who waits that a seat is offered to them until a moment, or that they are no longer on the list. */
export const registrationSeats = (house: House): SeatOwner => ({
  owner,
  onOffered: async (tx, offered, at) => {
    for (const { seatId, until } of offered) {
      const known = await registrationsOf(tx, { seatIds: [seatId] });
      await tell(house, tx, known, "offered", { moment: until, now: at });
    }
  },
  onLeft: async (tx, left, at) => {
    for (const why of ["unanswered", "closed"] as const) {
      const seatIds = left.filter((one: SeatTold) => one.why === why).map(({ seatId }) => seatId);
      if (!seatIds.length) continue;
      const known = await registrationsOf(tx, { seatIds });
      await markEnded(tx, known.map(({ id }) => id), why, at); // prettier-ignore
      await tell(house, tx, known, why, { now: at });
    }
  },
});

/** What is done when a mail server refuses an address for good: registrations have their own way, `otherwise` is that of the rest. */
export const registrationMailRefused =
  (house: Pick<House, "clock">, otherwise: Refused): Refused =>
  (tx, to, kind) =>
    kind === mailKind ? unreachable(tx, to, house.clock.now()) : otherwise(tx, to, kind);

/** The mail server of an address refuses it for good: whoever left a number too is to be called, the others are shown as unreachable. */
async function unreachable(tx: Tx, email: string, now: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select r.registration_id as id from registration r
    where r.email = lower(btrim(${email})) and r.ended is null and r.purged_at is null
      and not exists (select from registration_call c where c.registration_id = r.registration_id
        and c.what = 'mail_refused' and c.done_at is null)`.execute(tx);
  for (const { id } of rows) await toCall(tx, id, "mail_refused", { now });
}
