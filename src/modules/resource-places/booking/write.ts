import { addDays } from "../../../platform/clock.ts";
import { act, type Tx } from "../../../platform/db/database.ts";
import { hashToken, newToken } from "../../people/index.ts";
import {
  calendarOf,
  cancelSeat,
  changeCapacity,
  changeDates,
  dayIn,
  instantOf,
  openCounter,
  take,
  timetableById,
} from "../../scheduling/index.ts";
import { owner } from "../codes.ts";
import { note, type By } from "../record/write.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { minutesHad, type Booking } from "./queries.ts";
import { overQuota, whyNotBooked, type Asked, type Bookable, type Booker, type BookingRefusal } from "./rules.ts"; // prettier-ignore

/** What is said of something one may book. */
export type BookableTerms = Omit<Bookable, "id" | "placeId" | "counterId">;

type Saved = { done: string } | { refused: "name_taken" | "units_taken" };

/** Adds something to book, with its counter. */
export async function addBookable(
  tx: Tx,
  placeId: string,
  terms: BookableTerms,
  by: By,
): Promise<Saved> {
  return act(tx, { bookable_name_once: "name_taken" as const }, async () => {
    const counter = await openCounter(tx, owner, terms.units, { waiting: false }, by.at);
    const { bookable_id: id } = await tx
      .insertInto("bookable")
      .values({
        ...columnsOf(terms),
        resource_place_id: placeId,
        counter_id: counter,
        created_at: by.at,
      })
      .returning("bookable_id")
      .executeTakeFirstOrThrow();
    await note(tx, placeId, by, "bookable.added", { bookable: id });
    return id;
  });
}

/** Changes what may be booked; never fewer alike than are booked at once. */
export async function changeBookable(
  tx: Tx,
  known: Bookable,
  terms: BookableTerms,
  by: By,
): Promise<Saved> {
  const outcome = await act(tx, { bookable_name_once: "name_taken" as const }, async () => {
    const changed = await changeCapacity(tx, known.counterId, terms.units, by.at);
    if ("refused" in changed) return undefined;
    await tx
      .updateTable("bookable")
      .set(columnsOf(terms))
      .where("bookable_id", "=", known.id)
      .execute();
    await note(tx, known.placeId, by, "bookable.changed", { bookable: known.id });
    return known.id;
  });
  if ("refused" in outcome) return outcome;
  return outcome.done === undefined ? { refused: "units_taken" } : { done: outcome.done };
}

const columnsOf = (terms: BookableTerms) => ({
  kind: terms.kind,
  name: terms.name,
  holds: terms.holds,
  people: terms.people,
  least_minutes: terms.least,
  most_minutes: terms.most,
  ahead_days: terms.aheadDays,
  daily_minutes: terms.dailyMinutes,
  who: terms.who,
  open: terms.open,
});

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

/** Books something for a time; gives the booking and the secret of its link. */
export async function book(
  tx: Tx,
  place: Pick<ResourcePlace, "id" | "timetableId" | "state">,
  bookable: Bookable,
  asked: Asked,
  who: Who,
  by: By,
): Promise<{ done: { id: string; token: string } } | { refused: BookingRefusal }> {
  // Hours are not changed while they are relied upon.
  await tx
    .selectFrom("resource_place")
    .select("slug")
    .where("resource_place_id", "=", place.id)
    .forShare()
    .execute();
  const timetable = await timetableById(tx, place.timetableId);
  if (!timetable || (place.state !== "published" && who.booker !== "desk"))
    return { refused: "stopped" };
  const day = dayIn(timetable.zone, asked.from);
  const calendar = await calendarOf(tx, day, addDays(day, 2));
  const refused = whyNotBooked(bookable, asked, { booker: who.booker, now: by.at, timetable, calendar }); // prettier-ignore
  if (refused) return { refused };
  const seat = await take(tx, bookable.counterId, 1, by.at, asked);
  if ("refused" in seat) return { refused: seat.refused === "closed" ? "stopped" : "full" };
  // The turn of the counter is ours: nobody else adds to what they have of it meanwhile.
  const whole = { from: instantOf(timetable.zone, day, 0), until: instantOf(timetable.zone, day, 1440) }; // prettier-ignore
  if (
    who.booker === "resident" &&
    overQuota(bookable, await minutesHad(tx, bookable.id, who, whole), asked)
  ) {
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
      starts_at: asked.from,
      ends_at: asked.until,
      links: who.walkIn ? [] : [hashToken(token)],
      created_at: by.at,
    })
    .returning("booking_id")
    .executeTakeFirstOrThrow();
  await note(tx, place.id, by, "booking.made", { booking: id, walkIn: who.walkIn ?? false });
  return { done: { id, token } };
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
