import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState } from "../../../platform/http/form.ts";
import { blankForm, type FormState } from "../../../ui/index.ts";
import { associationNamed } from "../../associations/index.ts";
import { isUuid } from "../../people/index.ts";
import { openingsBetween, timetableById, usesOf } from "../../scheduling/index.ts";
import { openingsOfDay } from "../booking/form.tsx";
import { readBooking } from "../booking/reading.ts";
import { tellBooking } from "../booking/letters.ts";
import { bookablesOf, bookingsOf } from "../booking/queries.ts";
import { requireBookableOf } from "../booking/routes.ts";
import { freeStarts, walkInEnds, type Asked, type BookingRefusal } from "../booking/rules.ts";
import { openDays, seePlaces } from "../booking/seen.ts";
import { refusalWords } from "../booking/words.ts";
import { book, cancelBooking } from "../booking/write.ts";
import { urls } from "../urls.ts";
import { nearestFree } from "../waiting/rules.ts";
import { acceptWaiting } from "../waiting/write.ts";
import { bookablePage } from "./bookable-page.tsx";
import { byOf, keepers, requirePlace } from "./who.ts";

const daysShown = 10;
const daysAhead = 60;

type Wrong = { form?: FormState; refused?: BookingRefusal; asked?: Asked };

async function answerBookable(ask: Ask, typed: string, wrong: Wrong = {}): Promise<Answer> {
  const place = await requirePlace(ask);
  const bookable = await requireBookableOf(ask, place.id);
  const [seen] = await seePlaces(ask.tx, [place], ask.now);
  const known = seen?.bookables.find(({ id }) => id === bookable.id);
  if (!seen || !known) return notFound();
  const days = openDays(seen, dayOf(ask.now), daysAhead, daysShown);
  const day = days.find((one) => one === typed) ?? days[0] ?? "";
  const openings = day ? openingsOfDay(seen, day) : [];
  const uses = await usesOf(ask.tx, [known.counterId], { from: ask.now, until: null }, ask.now);
  const soon = new Date(ask.now.getTime() + 86_400_000);
  const [opening] = openingsBetween(seen.timetable, ask.now, soon, seen.calendar);
  const inside = opening && opening.from <= ask.now ? opening : undefined;
  const body = bookablePage(ask.view, {
    place,
    bookable: known,
    free: known.free,
    ends: known.open ? walkInEnds(known, inside, uses, ask.now) : [],
    zone: seen.timetable.zone,
    day,
    days: known.open ? days : [],
    now: ask.now,
    starts: freeStarts(known, openings, uses, ask.now),
    full:
      wrong.refused === "full" && wrong.asked
        ? { asked: wrong.asked, nearest: nearestFree(known, days.flatMap((one) => openingsOfDay(seen, one)), uses, wrong.asked, ask.now) } // prettier-ignore
        : undefined,
    form: wrong.form ?? blankForm,
    associations: [],
    associationOnly: false,
    desk: true,
    refused: wrong.refused && refusalWords(ask.view, wrong.refused, known),
  });
  return page(body, wrong.refused || wrong.form ? 422 : 200);
}

/** Somebody is there: they have it until an hour, without a name. */
async function walkIn(ask: Ask): Promise<Answer> {
  const place = await requirePlace(ask);
  const bookable = await requireBookableOf(ask, place.id);
  const until = new Date(ask.form.get("until"));
  if (Number.isNaN(until.getTime())) return answerBookable(ask, "", { refused: "past" });
  const who = { booker: "desk", walkIn: true, associationId: null, name: null, email: null, phone: null, purpose: null, lang: "fr" } as const; // prettier-ignore
  const outcome = await book(ask.tx, place, bookable, { from: ask.now, until }, who, byOf(ask));
  if ("refused" in outcome) return answerBookable(ask, "", { refused: outcome.refused });
  return redirect(ask.view.href(urls.place(place.id)), "resourcedesk.walked_in");
}

/** Somebody called or came for later: their name and a way to be reached. */
async function bookLater(ask: Ask, orWait: boolean): Promise<Answer> {
  const place = await requirePlace(ask);
  const bookable = await requireBookableOf(ask, place.id);
  const [seen] = await seePlaces(ask.tx, [place], ask.now);
  if (!seen) return notFound();
  const { zone } = seen.timetable;
  const day = ask.form.get("day");
  if (!openDays(seen, dayOf(ask.now), daysAhead, daysShown).includes(day))
    return answerBookable(ask, day, { refused: "closed" });
  const said = ask.form.get("association");
  const named = said ? await associationNamed(ask.tx, said) : undefined;
  const read = readBooking(ask.t, ask.form, {
    zone,
    day,
    associations: named ? [{ id: named, said }] : [],
  });
  if ("problems" in read) {
    const problems = read.problems.map((one) =>
      one.field === "association"
        ? { ...one, sentence: ask.t("resourcedesk:problem.association") }
        : one,
    );
    return answerBookable(ask, day, { form: formState(ask.form, problems) });
  }
  const { from, until, ...who } = read.value;
  const outcome = await book(
    ask.tx,
    place,
    bookable,
    { from, until },
    { ...who, booker: "desk", lang: "fr" },
    byOf(ask),
    orWait,
  );
  if ("refused" in outcome)
    return answerBookable(ask, day, {
      form: formState(ask.form),
      refused: outcome.refused,
      asked: { from, until },
    });
  const { waits } = outcome.done;
  const [made] = await bookingsOf(ask.tx, { id: outcome.done.id });
  if (made)
    await tellBooking(ask.house, ask.tx, place, made, zone, waits ? "waits" : "made", ask.now);
  return redirect(
    ask.view.href(`${urls.place(place.id)}?jour=${day}`),
    `resourcedesk.${waits ? "waits" : "booked"}`,
  );
}

async function cancel(ask: Ask): Promise<Answer> {
  const place = await requirePlace(ask);
  const id = ask.params["booking"] ?? "";
  const [booking] = isUuid(id) ? await bookingsOf(ask.tx, { id, placeId: place.id }) : [];
  const [seen] = booking ? await seePlaces(ask.tx, [place], ask.now) : [];
  if (!booking || !seen) return notFound();
  const outcome = await cancelBooking(ask.tx, booking, "desk", byOf(ask));
  const back = ask.view.href(`${urls.place(place.id)}?jour=${dayOf(booking.from)}`);
  if ("refused" in outcome) return redirect(back, "resourcedesk.over");
  if (booking.waiting) {
    await tellBooking(ask.house, ask.tx, place, booking, seen.timetable.zone, "unlisted", ask.now);
    return redirect(ask.view.href(`${urls.place(place.id)}#attente`), "resourcedesk.unlisted");
  }
  // Somebody who is there was told by word of mouth.
  if (booking.from <= ask.now) return redirect(back, "resourcedesk.freed");
  const { zone } = seen.timetable;
  const told = await tellBooking(ask.house, ask.tx, place, booking, zone, "cancelled", ask.now);
  return redirect(back, told ? "resourcedesk.cancelled_told" : "resourcedesk.cancelled_call");
}

/** Somebody who waited says yes on the phone to what is offered to them. */
async function accept(ask: Ask): Promise<Answer> {
  const place = await requirePlace(ask);
  const id = ask.params["booking"] ?? "";
  const [booking] = isUuid(id) ? await bookingsOf(ask.tx, { id, placeId: place.id }) : [];
  const [bookable] = booking ? await bookablesOf(ask.tx, { id: booking.bookableId }) : [];
  const timetable = await timetableById(ask.tx, place.timetableId);
  if (!booking || !bookable || !timetable) return notFound();
  const outcome = await acceptWaiting(ask.tx, place, bookable, booking, "desk", byOf(ask));
  const back = ask.view.href(`${urls.place(place.id)}#attente`);
  if ("refused" in outcome) return redirect(back, "resourcedesk.offer_over");
  if (booking.waiting)
    await tellBooking(ask.house, ask.tx, place, booking, timetable.zone, "made", ask.now);
  return redirect(back, "resourcedesk.booked");
}

export const deskBookingRoutes: Route[] = [
  get(urls.bookable(":id", ":bookable"), keepers, (ask) =>
    answerBookable(ask, ask.query.get("jour") ?? ""),
  ),
  post(urls.walkIn(":id", ":bookable"), keepers, walkIn),
  post(urls.deskBooking(":id", ":bookable"), keepers, (ask) => bookLater(ask, false)),
  post(urls.deskWait(":id", ":bookable"), keepers, (ask) => bookLater(ask, true)),
  post(urls.accepting(":id", ":booking"), keepers, accept),
  post(urls.cancelling(":id", ":booking"), keepers, cancel),
];
