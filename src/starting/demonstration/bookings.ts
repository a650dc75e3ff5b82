import { bookedBy, bookingPurposes } from "../../../db/demo/resource-places.ts";
import { book, bookablesOf, resourcePlaces } from "../../modules/resource-places/index.ts";
import { instantOf } from "../../modules/scheduling/index.ts";
import { addDays, dayOf } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/database.ts";
import { seeded } from "../../platform/seeded.ts";
import type { WrittenAssociation } from "./associations.ts";

const weeks = 48;
/** Associations that book: a few often, the others now and then. */
const bookers = 14;

/** A year of rooms and workstations had: by associations, and by people who came in. What falls when a place is closed is not booked. */
export async function writeBookings(
  tx: Tx,
  associations: readonly WrittenAssociation[],
  now: Date,
): Promise<void> {
  const draw = seeded(20_260_902);
  const pick = <T>(list: readonly T[]) => list[Math.floor(draw() * list.length)];
  const places = await resourcePlaces(tx);
  const all = await bookablesOf(tx, { placeIds: places.map(({ id }) => id) });
  for (const bookable of all) {
    const place = places.find(({ id }) => id === bookable.placeId);
    if (!place) continue;
    const room = bookable.kind === "room";
    for (let week = weeks; week > 0; week -= 1) {
      if (draw() > (room ? 0.8 : 0.5)) continue;
      const day = addDays(dayOf(now), Math.floor(draw() * 7) - 7 * week);
      const from = instantOf("Europe/Paris", day, 60 * (14 + Math.floor(draw() * 3)));
      const until = new Date(from.getTime() + 3_600_000 * (room ? 2 : 1));
      const walkIn = !room && draw() < 0.6;
      const booker = associations[Math.floor(draw() ** 2 * bookers) * 9];
      const who = {
        booker: "desk" as const,
        walkIn,
        associationId: walkIn ? null : (booker?.id ?? null),
        ...(walkIn ? { name: null, email: null } : (pick(bookedBy) ?? { name: null, email: null })),
        phone: null,
        purpose: room ? (pick(bookingPurposes) ?? null) : null,
        lang: "fr",
      };
      const by = { actor: { kind: "system" as const }, at: from };
      await book(tx, place, bookable, { from, until }, who, by);
    }
  }
}
