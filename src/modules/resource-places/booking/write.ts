import { addDays } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { hashToken, newToken } from "../../people/index.ts";
import {
  calendarOf,
  cancelSeat,
  changeDates,
  dayIn,
  instantOf,
  joinWaiting,
  take,
  timetableById,
  type Timetable,
} from "../../scheduling/index.ts";
import { note, type By } from "../record/write.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { minutesHad, waitsAlready, type Booking } from "./queries.ts";
import { overQuota, whyNotBooked, type Asked, type Bookable, type Booker, type BookingRefusal } from "./rules.ts"; // prettier-ignore

/** Who books: a name and a way to be reached; somebody who is there needs neither. */
export type Who = {
  booker: Booker;
  walkIn?: boolean;
  associationId: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  purpose: string | null;
  lang: string;
};

/** Somewhere to book. */
export type Where = Pick<ResourcePlace, "id" | "timetableId" | "state">;

/** The hours of a place, which are not changed while they are relied upon. */
export async function hoursKept(tx: Tx, place: Where): Promise<Timetable | undefined> {
  await tx
    .selectFrom("resource_place")
    .select("slug")
    .where("resource_place_id", "=", place.id)
    .forShare()
    .execute();
  return timetableById(tx, place.timetableId);
}

/**
 * Books something for a time; gives the booking and the secret of its link. Who would rather wait than have nothing is put on its
 * list when it is taken, for that time.
 */
export async function book(
  tx: Tx,
  place: Where,
  bookable: Bookable,
  asked: Asked,
  who: Who,
  by: By,
  orWait = false,
): Promise<{ done: { id: string; token: string; waits: boolean } } | { refused: BookingRefusal }> {
  const timetable = await hoursKept(tx, place);
  if (!timetable || (place.state !== "published" && who.booker !== "desk"))
    return { refused: "stopped" };
  const day = dayIn(timetable.zone, asked.from);
  const calendar = await calendarOf(tx, day, addDays(day, 2));
  const refused = whyNotBooked(bookable, asked, { booker: who.booker, now: by.at, timetable, calendar }); // prettier-ignore
  if (refused) return { refused };
  // What is free is had: who waits for more than that waits for what is not.
  const free = await take(tx, bookable.counterId, 1, by.at, asked, "passed");
  if ("refused" in free && (free.refused === "closed" || !orWait))
    return { refused: free.refused === "closed" ? "stopped" : "full" };
  // The turn of the counter is ours: nobody else adds to what they have of it meanwhile.
  const waits = "refused" in free;
  if (waits && (await waitsAlready(tx, bookable.id, who, asked))) return { refused: "waits" };
  const seat = waits ? await joinWaiting(tx, bookable.counterId, 1, by.at, asked) : free;
  if ("refused" in seat) return { refused: seat.refused === "closed" ? "past" : "stopped" };
  if (who.booker === "resident" && (await tooMuch(tx, bookable, who, asked, timetable.zone))) {
    await cancelSeat(tx, seat.done.id, by.at);
    return { refused: "quota" };
  }
  const token = newToken();
  const { booking_id: id } = await tx
    .insertInto("booking")
    .values({
      bookable_id: bookable.id,
      seat_id: seat.done.id,
      association_id: who.associationId,
      name: who.name,
      email: who.email,
      phone: who.phone,
      purpose: who.purpose,
      lang: who.lang,
      walk_in: who.walkIn ?? false,
      waiting: waits,
      starts_at: asked.from,
      ends_at: asked.until,
      links: who.walkIn ? [] : [hashToken(token)],
      created_at: by.at,
    })
    .returning("booking_id")
    .executeTakeFirstOrThrow();
  const action = waits ? "booking.waits" : "booking.made";
  await note(tx, place.id, by, action, { booking: id, walkIn: who.walkIn ?? false });
  return { done: { id, token, waits } };
}

/** Whether a resident would have more of it that day than they may. */
export async function tooMuch(
  tx: Tx,
  bookable: Bookable,
  who: Pick<Who, "email" | "phone">,
  asked: Asked,
  zone: string,
): Promise<boolean> {
  const day = dayIn(zone, asked.from);
  const whole = { from: instantOf(zone, day, 0), until: instantOf(zone, addDays(day, 1), 0) };
  return overQuota(bookable, await minutesHad(tx, bookable.id, who, whole), asked);
}

/** Gives it back; what has begun ends now, what is over or was given back stays as it is. */
export async function cancelBooking(
  tx: Tx,
  known: Booking,
  ended: "them" | "desk",
  by: By,
): Promise<{ done: true } | { refused: "over" }> {
  if (known.ended !== null || known.until <= by.at) return { refused: "over" };
  const begun = known.from < by.at;
  const outcome = begun
    ? await changeDates(tx, known.seatId, { from: known.from, until: by.at }, by.at)
    : await cancelSeat(tx, known.seatId, by.at);
  if ("refused" in outcome) return { refused: "over" };
  await tx
    .updateTable("booking")
    .set(begun ? { ends_at: by.at } : { ended, ended_at: by.at })
    .set({ outside_since: null })
    .where("booking_id", "=", known.id)
    .execute();
  await note(tx, known.placeId, by, "booking.cancelled", { booking: known.id, by: ended });
  return { done: true };
}
