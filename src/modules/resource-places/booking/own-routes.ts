import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { positionOf, timetableById } from "../../scheduling/index.ts";
import { resourcePlaces } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { acceptWaiting } from "../waiting/write.ts";
import { bookingFile } from "./calendar.ts";
import { tellBooking } from "./letters.ts";
import { ownPage } from "./own-page.tsx";
import { bookablesOf, bookingsOf } from "./queries.ts";
import { refusalWords } from "./words.ts";
import { cancelBooking } from "./write.ts";

const resident = (ask: Ask) => ({ actor: { kind: "resident" } as const, at: ask.now });

/** The booking of the link, with its place. */
async function requireOwn(ask: Ask) {
  const token = ask.params["token"] ?? "";
  const [booking] = await bookingsOf(ask.tx, { token });
  const [place] = booking ? await resourcePlaces(ask.tx, { id: booking.placeId }) : [];
  const timetable = place && (await timetableById(ask.tx, place.timetableId));
  return booking && place && timetable
    ? { booking, place, zone: timetable.zone, token, now: ask.now }
    : notFound();
}

async function answerOwn(ask: Ask, refused?: string): Promise<Answer> {
  const own = await requireOwn(ask);
  const position = own.booking.waiting ? await positionOf(ask.tx, own.booking.seatId) : undefined;
  return page(ownPage(ask.view, { ...own, position, refused }), refused ? 422 : 200);
}

/** Who waited says yes to what is offered: it is theirs, if they say it in time. */
async function accept(ask: Ask): Promise<Answer> {
  const { booking, place, zone, token } = await requireOwn(ask);
  const [bookable] = await bookablesOf(ask.tx, { id: booking.bookableId });
  if (!bookable) return notFound();
  const outcome = await acceptWaiting(ask.tx, place, bookable, booking, "them", resident(ask));
  if ("refused" in outcome)
    return answerOwn(
      ask,
      outcome.refused === "late"
        ? ask.t("resource-places:wait.late")
        : refusalWords(ask.view, outcome.refused, bookable),
    );
  if (booking.waiting) await tellBooking(ask.house, ask.tx, place, booking, zone, "made", ask.now);
  return redirect(ask.view.href(urls.own(token)), "resource-places.booked");
}

export const ownRoutes: Route[] = [
  get(urls.own(":token"), anyone, (ask) => answerOwn(ask)),
  get(urls.ownFile(":token"), anyone, async (ask) => bookingFile(ask, [await requireOwn(ask)])),
  post(urls.ownAccepting(":token"), anyone, accept),
  post(urls.ownCancelling(":token"), anyone, async (ask) => {
    const { booking, token } = await requireOwn(ask);
    const outcome = await cancelBooking(ask.tx, booking, "them", resident(ask));
    const notice = "refused" in outcome ? "over" : booking.waiting ? "left" : "cancelled";
    return redirect(ask.view.href(urls.own(token)), `resource-places.${notice}`);
  }),
];
