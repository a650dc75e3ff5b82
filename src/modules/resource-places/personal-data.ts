import type { Tx } from "../../platform/db/database.ts";
import { publish } from "../communes/index.ts";
import {
  forgetInTexts,
  mentionsIn,
  partsOf,
  samePhone,
  type PersonalData,
  type Sought,
  type Told,
} from "../people/index.ts";
import { bookingsOf, type Booking } from "./booking/queries.ts";
import { cancelBooking } from "./booking/write.ts";
import { mailKind } from "./codes.ts";

const placeTexts = ["name", "summary", "presentation", "remote", "welcome", "connection", "email", "phone"] as const; // prettier-ignore
const circleTexts = ["topic", "about", "notes"] as const;

/** Bookings by their address or their number; names in what is said of places, circles, and bookings of others. */
export const resourcePlacePeople: PersonalData = {
  tell: async (tx, who) => {
    const own = await ownOf(tx, who);
    return [
      ...own.map((one): Told => ({
        table: "booking",
        at: one.createdAt,
        parts: partsOf({
          title: one.bookable,
          name: one.name,
          email: one.email,
          phone: one.phone,
          text: one.purpose,
        }),
      })),
      ...(await mentionsIn(tx, "resource_place", placeTexts, who)),
      ...(await mentionsIn(tx, "bookable", ["name", "holds"], who)),
      ...(await mentionsIn(tx, "circle", circleTexts, who)),
    ];
  },
  erase: async (tx, who, by) => {
    const own = (await ownOf(tx, who)).filter(({ purgedAt }) => purgedAt === null);
    for (const one of own) await cancelBooking(tx, one, "them", by);
    await purge(tx, own.map(({ id }) => id), by.at); // prettier-ignore
    const mails = await tx
      .deleteFrom("mail")
      .where("kind", "=", mailKind)
      .where("to_email", "=", who.email)
      .returning("mail_id")
      .execute();
    const said =
      (await forgetInTexts(tx, "resource_place", placeTexts, who)) +
      (await forgetInTexts(tx, "bookable", ["name", "holds"], who)) +
      (await forgetInTexts(tx, "circle", circleTexts, who));
    const others = await forgetInTexts(tx, "booking", ["name", "purpose"], who);
    if (said) await publish(tx);
    return [
      { kind: "bookings", count: own.length },
      { kind: "mails", count: mails.length },
      { kind: "texts", count: said + others },
    ];
  },
};

async function ownOf(tx: Tx, who: Sought): Promise<Booking[]> {
  const byEmail = await bookingsOf(tx, { email: who.email });
  if (!who.phones.length) return byEmail;
  const rows = await tx
    .selectFrom("booking")
    .select(["booking_id", "phone"])
    .where("phone", "is not", null)
    .execute();
  const known = new Set(byEmail.map(({ id }) => id));
  const ids = rows
    .filter(({ booking_id: id, phone }) => !known.has(id) && samePhone(phone, who))
    .map((row) => row.booking_id);
  return [...byEmail, ...(await bookingsOf(tx, { ids }))];
}

/** Forgets who booked; the time stays, to be counted. */
export async function purge(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  if (!ids.length) return;
  await tx
    .updateTable("booking")
    .set({ name: null, email: null, phone: null, purpose: null, links: [], purged_at: now })
    .where("booking_id", "in", [...ids])
    .execute();
}
