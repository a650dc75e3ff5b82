import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { blankForm, type FormState } from "../../../ui/index.ts";
import { associationNamed } from "../../associations/index.ts";
import { isUuid } from "../../people/index.ts";
import { openingsBetween, usesOf } from "../../scheduling/index.ts";
import { openingsOfDay, readBooking } from "../booking/form.tsx";
import { tellBooking } from "../booking/letters.ts";
import { bookingsOf } from "../booking/queries.ts";
import { requireBookableOf } from "../booking/routes.ts";
import { freeStarts, walkInEnds, type BookingRefusal } from "../booking/rules.ts";
import { openDays, seePlaces } from "../booking/seen.ts";
import { refusalWords } from "../booking/words.ts";
import { addBookable, book, cancelBooking, changeBookable } from "../booking/write.ts";
import { urls } from "../urls.ts";
import { bookablePage } from "./bookable-page.tsx";
import { readTerms, termsTyped, usualTerms } from "./reading.ts";
import { termsPage } from "./terms-page.tsx";
import { byOf, keepers, requirePlace } from "./who.ts";

const daysShown = 10;
const daysAhead = 60;

type Wrong = { form?: FormState; refused?: BookingRefusal };

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
async function bookLater(ask: Ask): Promise<Answer> {
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
  );
  if ("refused" in outcome)
    return answerBookable(ask, day, { form: formState(ask.form), refused: outcome.refused });
  const [made] = await bookingsOf(ask.tx, { id: outcome.done.id });
  if (made) await tellBooking(ask.house, ask.tx, place, made, zone, "made", ask.now);
  return redirect(ask.view.href(`${urls.place(place.id)}?jour=${day}`), "resourcedesk.booked");
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
  // Somebody who is there was told by word of mouth.
  if (booking.from <= ask.now) return redirect(back, "resourcedesk.freed");
  const { zone } = seen.timetable;
  const told = await tellBooking(ask.house, ask.tx, place, booking, zone, "cancelled", ask.now);
  return redirect(back, told ? "resourcedesk.cancelled_told" : "resourcedesk.cancelled_call");
}

async function answerTerms(ask: Ask, problems?: readonly Problem[]): Promise<Answer> {
  const place = await requirePlace(ask);
  const bookable = ask.params["bookable"] ? await requireBookableOf(ask, place.id) : undefined;
  const form = problems
    ? formState(ask.form, problems)
    : { ...blankForm, values: termsTyped(bookable ?? usualTerms) };
  return page(termsPage(ask.view, { place, bookable, form }), problems ? 422 : 200);
}

async function saveTerms(ask: Ask): Promise<Answer> {
  const place = await requirePlace(ask);
  const read = readTerms(ask.t, ask.form);
  if ("problems" in read) return answerTerms(ask, read.problems);
  const outcome = ask.params["bookable"]
    ? await changeBookable(ask.tx, await requireBookableOf(ask, place.id), read.value, byOf(ask))
    : await addBookable(ask.tx, place.id, read.value, byOf(ask));
  if ("refused" in outcome) {
    const field = outcome.refused === "name_taken" ? "name" : "units";
    return answerTerms(ask, [
      { field, sentence: ask.t(`resourcedesk:problem.${outcome.refused}`) },
    ]);
  }
  return redirect(ask.view.href(urls.place(place.id)), "resourcedesk.saved");
}

export const deskBookingRoutes: Route[] = [
  get(urls.addBookable(":id"), keepers, (ask) => answerTerms(ask)),
  post(urls.addBookable(":id"), keepers, saveTerms),
  get(urls.bookable(":id", ":bookable"), keepers, (ask) =>
    answerBookable(ask, ask.query.get("jour") ?? ""),
  ),
  get(urls.bookableTerms(":id", ":bookable"), keepers, (ask) => answerTerms(ask)),
  post(urls.bookableTerms(":id", ":bookable"), keepers, saveTerms),
  post(urls.walkIn(":id", ":bookable"), keepers, walkIn),
  post(urls.deskBooking(":id", ":bookable"), keepers, bookLater),
  post(urls.cancelling(":id", ":booking"), keepers, cancel),
];
