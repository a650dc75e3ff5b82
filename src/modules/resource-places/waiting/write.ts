import { addDays } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { acceptOffer, calendarOf, cancelSeat, dayIn } from "../../scheduling/index.ts";
import type { Booking } from "../booking/queries.ts";
import { whyNotBooked, type Bookable, type BookingRefusal } from "../booking/rules.ts";
import { hoursKept, tooMuch, type Where } from "../booking/write.ts";
import { note, type By } from "../record/write.ts";

/** Why what was offered is not had; `late`: the time to say yes is over. */
export type AcceptRefusal = BookingRefusal | "late";

/**
 * Has what was offered to who waited. The hours may have changed since, and a resident may have booked other times of that day:
 * both are looked at again; who welcomes says yes for somebody who is on the phone.
 */
export async function acceptWaiting(
  tx: Tx,
  place: Where,
  bookable: Bookable,
  known: Booking,
  as: "them" | "desk",
  by: By,
): Promise<{ done: true } | { refused: AcceptRefusal }> {
  if (!known.waiting && known.ended === null) return { done: true };
  const timetable = await hoursKept(tx, place);
  if (!timetable || known.ended !== null) return { refused: "late" };
  const day = dayIn(timetable.zone, known.from);
  const calendar = await calendarOf(tx, day, addDays(day, 2));
  const refused = whyNotBooked({ ...bookable, open: true }, known, { booker: "desk", now: by.at, timetable, calendar }); // prettier-ignore
  if (refused) return { refused };
  const own = as === "them" && known.association === undefined;
  if (own && (await tooMuch(tx, bookable, known, known, timetable.zone)))
    return { refused: "quota" };
  const outcome = await acceptOffer(tx, known.seatId, by.at);
  if ("refused" in outcome) return { refused: "late" };
  await tx
    .updateTable("booking")
    .set({ waiting: false })
    .where("booking_id", "=", known.id)
    .execute();
  await note(tx, known.placeId, by, "booking.accepted", { booking: known.id });
  return { done: true };
}

/** They no longer wait: nothing was free for them in time, or they left three offers without an answer. */
export const endWaiting = async (
  tx: Tx,
  known: Booking,
  ended: "unanswered" | "late",
  at: Date,
): Promise<void> => {
  await tx
    .updateTable("booking")
    .set({ ended, ended_at: at })
    .where("booking_id", "=", known.id)
    .execute();
};

/** The place will be closed at the time they wait for: they wait for nothing. */
export async function endOutside(tx: Tx, known: Booking, at: Date): Promise<void> {
  await cancelSeat(tx, known.seatId, at);
  await endWaiting(tx, known, "late", at);
}
