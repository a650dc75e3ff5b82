import { notFound, page, redirect } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { signedIn } from "../../../platform/http/person.ts";
import { isUuid } from "../../people/index.ts";
import { timetablesByIds } from "../../scheduling/index.ts";
import { bookingFile } from "../booking/calendar.ts";
import { tellBooking } from "../booking/letters.ts";
import { bookingsOf } from "../booking/queries.ts";
import { cancelBooking } from "../booking/write.ts";
import { resourcePlaces } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { minePage, type Mine } from "./page.tsx";

/** Bookings that are over and still shown. */
const pastShown = 20;

/** The bookings of the person and of their associations, with where they are. */
async function mineOf(ask: Ask, id?: string): Promise<Mine[]> {
  const person = requirePerson(ask);
  const found = await bookingsOf(ask.tx, {
    ...(id === undefined ? {} : { id }),
    mine: { email: person.email, associationIds: person.associations.map((one) => one.id) },
  });
  const places = await resourcePlaces(ask.tx, { ids: [...new Set(found.map(({ placeId }) => placeId))] }); // prettier-ignore
  const tables = await timetablesByIds(ask.tx, places.map(({ timetableId }) => timetableId)); // prettier-ignore
  return found.flatMap((booking) => {
    const place = places.find((one) => one.id === booking.placeId);
    const zone = place && tables.get(place.timetableId)?.zone;
    const role = person.associations.find((one) => one.id === booking.association?.id)?.role;
    const own = booking.email === person.email;
    return place && zone
      ? [{ booking, place, zone, own, may: own || (role !== undefined && role !== "reader") }]
      : [];
  });
}

async function requireMine(ask: Ask): Promise<Mine> {
  const id = ask.params["booking"] ?? "";
  const [found] = isUuid(id) ? await mineOf(ask, id) : [];
  return found ?? notFound();
}

const coming = ({ booking }: Mine, now: Date): boolean =>
  booking.ended === null && booking.until > now;

export const mineRoutes: Route[] = [
  get(urls.mine, signedIn, async (ask) => {
    const all = await mineOf(ask);
    const associations = requirePerson(ask).associations;
    const only = associations.find(({ id }) => id === ask.query.get("association"));
    const seen = only ? all.filter(({ booking }) => booking.association?.id === only.id) : all;
    return page(
      minePage(ask.view, {
        only,
        coming: seen.filter((one) => coming(one, ask.now)),
        past: seen.filter((one) => !coming(one, ask.now)).toReversed().slice(0, pastShown), // prettier-ignore
        now: ask.now,
      }),
    );
  }),
  get(urls.mineFile, signedIn, async (ask) => {
    const all = await mineOf(ask);
    return bookingFile(ask, all.filter((one) => coming(one, ask.now) && !one.booking.waiting)); // prettier-ignore
  }),
  get(urls.mineOneFile(":booking"), signedIn, async (ask) =>
    bookingFile(ask, [await requireMine(ask)]),
  ),
  post(urls.mineCancelling(":booking"), signedIn, async (ask) => {
    const { booking, place, zone, own, may } = await requireMine(ask);
    if (!may) return notFound();
    const by = { actor: { kind: "person", id: requirePerson(ask).id } as const, at: ask.now };
    const outcome = await cancelBooking(ask.tx, booking, "them", by);
    if ("refused" in outcome) return redirect(ask.view.href(urls.mine), "resource-places.over");
    // Somebody of the association booked it, another gives it back: who booked learns it.
    if (!own) await tellBooking(ask.house, ask.tx, place, booking, zone, "withdrawn", ask.now);
    const notice = booking.waiting ? "left" : "cancelled";
    return redirect(ask.view.href(urls.mine), `resource-places.${notice}`);
  }),
];
