import type { Tx } from "../../../platform/db/database.ts";
import { addDays, dayOf } from "../../../platform/clock.ts";
import type { House } from "../../../platform/http/ask.ts";
import { calendarOf, isOpenDuring, timetableById } from "../../scheduling/index.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { tellBooking } from "./letters.ts";
import { endOutside } from "../waiting/write.ts";
import { bookingsOf } from "./queries.ts";

/**
 * After the hours changed, or the days the commune closes: bookings to come that are now outside are noted and told, once; those that are inside again are no
 * longer noted. Nobody's booking is taken away: the welcomer calls who left a number, or opens the door. Gives how many are noted.
 */
export async function noteOutside(
  house: Pick<House, "config" | "words">,
  tx: Tx,
  place: ResourcePlace,
  now: Date,
): Promise<number> {
  const timetable = await timetableById(tx, place.timetableId);
  if (!timetable) return 0;
  const coming = await bookingsOf(tx, { placeId: place.id, from: now, standing: true });
  const last = coming.at(-1);
  if (!last) return 0;
  const calendar = await calendarOf(tx, dayOf(now), addDays(dayOf(last.until), 1));
  let count = 0;
  for (const one of coming) {
    // What has begun is looked at from now on.
    const from = one.from < now ? now : one.from;
    const outside = !isOpenDuring(timetable, { from, until: one.until }, calendar);
    if (outside && !one.waiting) count += 1;
    if (outside && one.waiting) {
      await endOutside(tx, one, now);
      await tellBooking(house, tx, place, one, timetable.zone, "late", now);
      continue;
    }
    if (outside === (one.outsideSince !== null)) continue;
    await tx
      .updateTable("booking")
      .set({ outside_since: outside ? now : null })
      .where("booking_id", "=", one.id)
      .execute();
    if (outside) await tellBooking(house, tx, place, one, timetable.zone, "outside", now);
  }
  return count;
}
