import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import { timetableById, type SeatOwner } from "../../scheduling/index.ts";
import { tellBooking, type Subject } from "../booking/letters.ts";
import { bookingsOf, type Booking } from "../booking/queries.ts";
import { owner } from "../codes.ts";
import { resourcePlaces } from "../record/queries.ts";
import { endWaiting } from "./write.ts";

/** Says to who waits that it is free for them until a moment, or that they no longer wait. Who left no address is called by who welcomes. */
export const resourcePlaceSeats = (house: House): SeatOwner => ({
  owner,
  onOffered: async (tx, offered, at) => {
    for (const { seatId } of offered)
      for (const one of await bookingsOf(tx, { seatId })) await tell(house, tx, one, "offered", at);
  },
  onLeft: async (tx, left, at) => {
    for (const { seatId, why } of left) {
      const ended = why === "unanswered" ? "unanswered" : "late";
      for (const one of await bookingsOf(tx, { seatId })) {
        await endWaiting(tx, one, ended, at);
        await tell(house, tx, one, ended, at);
      }
    }
  },
});

async function tell(
  house: House,
  tx: Tx,
  one: Booking,
  subject: Subject,
  now: Date,
): Promise<void> {
  const [place] = await resourcePlaces(tx, { id: one.placeId });
  const timetable = place && (await timetableById(tx, place.timetableId));
  if (place && timetable) await tellBooking(house, tx, place, one, timetable.zone, subject, now);
}
