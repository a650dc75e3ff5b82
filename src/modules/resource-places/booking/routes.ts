import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import { blankForm, type FormState } from "../../../ui/index.ts";
import { isUuid, limited } from "../../people/index.ts";
import { timetableById, usesOf } from "../../scheduling/index.ts";
import { resourcePlaces } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { openingsOfDay, readBooking } from "./form.tsx";
import { tellBooking } from "./letters.ts";
import { bookPage, ownPage } from "./pages.tsx";
import { bookablesOf, bookingsOf } from "./queries.ts";
import { freeStarts, type Bookable, type BookingRefusal } from "./rules.ts";
import { openDays, seePlaces, type SeenPlace } from "./seen.ts";
import { refusalWords } from "./words.ts";
import { book, cancelBooking } from "./write.ts";

/** Days proposed as links. */
const daysShown = 10;

/** The place of the address with what is booked there, as residents see it. */
async function requireBookable(ask: Ask): Promise<{ seen: SeenPlace; bookable: Bookable }> {
  const [place] = await resourcePlaces(ask.tx, {
    slug: ask.params["slug"] ?? "",
    published: true,
  });
  const [seen] = place ? await seePlaces(ask.tx, [place], ask.now) : [];
  const bookable = seen?.bookables.find(({ id }) => id === ask.params["bookable"]);
  return seen && bookable?.open && bookable.who !== "desk" ? { seen, bookable } : notFound();
}

/** The day asked for if it is open, else the first one. */
const dayAsked = (typed: string, days: readonly string[]): string =>
  days.find((day) => day === typed) ?? days[0] ?? "";

async function answerBook(
  ask: Ask,
  typed: string,
  wrong: { form?: FormState; refused?: BookingRefusal } = {},
): Promise<Answer> {
  const { seen, bookable } = await requireBookable(ask);
  const associations = ask.person?.associations ?? [];
  const days = openDays(seen, dayOf(ask.now), bookable.aheadDays, daysShown);
  const day = dayAsked(typed, days);
  const openings = day ? openingsOfDay(seen, day) : [];
  const [first, last] = [openings[0], openings.at(-1)];
  const uses =
    first && last
      ? await usesOf(ask.tx, [bookable.counterId], { from: first.from, until: last.until }, ask.now)
      : [];
  const [only] = associations;
  const associationOnly = bookable.who === "associations";
  const body = bookPage(ask.view, {
    place: seen.place,
    bookable,
    zone: seen.timetable.zone,
    day,
    days,
    now: ask.now,
    starts: freeStarts(bookable, openings, uses, ask.now),
    form: wrong.form ?? {
      ...blankForm,
      values: {
        name: ask.person?.name ?? "",
        email: ask.person?.email ?? "",
        ...(associationOnly && only ? { association: only.id } : {}),
      },
    },
    associations,
    associationOnly,
    signIn: associationOnly && !associations.length,
    refused: wrong.refused && refusalWords(ask.view, wrong.refused, bookable),
  });
  return page(body, wrong.refused || wrong.form ? 422 : 200);
}

async function sendBook(ask: Ask): Promise<Answer> {
  const { seen, bookable } = await requireBookable(ask);
  const { zone } = seen.timetable;
  const day = ask.form.get("day");
  const days = openDays(seen, dayOf(ask.now), bookable.aheadDays, daysShown);
  if (!days.includes(day)) return answerBook(ask, day, { refused: "closed" });
  const associations = ask.person?.associations ?? [];
  const read = readBooking(ask.t, ask.form, { zone, day, associations });
  if ("problems" in read) return answerBook(ask, day, { form: formState(ask.form, read.problems) });
  const tooMany = await limited(
    ask,
    { kind: "place_booking", who: ask.ip, max: 20, minutes: 60 },
    { kind: "place_booking_who", who: read.value.email ?? read.value.phone ?? "", max: 10, minutes: 60 }, // prettier-ignore
  );
  if (tooMany) return tooMany;
  const { from, until, ...who } = read.value;
  const outcome = await book(
    ask.tx,
    seen.place,
    bookable,
    { from, until },
    { ...who, booker: who.associationId ? "association" : "resident", lang: ask.lang },
    {
      actor: ask.person ? { kind: "person", id: ask.person.id } : { kind: "resident" },
      at: ask.now,
    },
  );
  if ("refused" in outcome)
    return answerBook(ask, day, { form: formState(ask.form), refused: outcome.refused });
  const [made] = await bookingsOf(ask.tx, { id: outcome.done.id });
  if (made) await tellBooking(ask.house, ask.tx, seen.place, made, zone, "made", ask.now);
  return redirect(ask.view.href(urls.own(outcome.done.token)), "resource-places.booked");
}

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

export const bookingRoutes: Route[] = [
  get(urls.book(":slug", ":bookable"), anyone, (ask) =>
    answerBook(ask, ask.query.get("jour") ?? ""),
  ),
  post(urls.book(":slug", ":bookable"), anyone, sendBook),
  get(urls.own(":token"), anyone, async (ask) => page(ownPage(ask.view, await requireOwn(ask)))),
  post(urls.ownCancelling(":token"), anyone, async (ask) => {
    const { booking, token } = await requireOwn(ask);
    const outcome = await cancelBooking(ask.tx, booking, "them", {
      actor: { kind: "resident" },
      at: ask.now,
    });
    const notice = "refused" in outcome ? "over" : "cancelled";
    return redirect(ask.view.href(urls.own(token)), `resource-places.${notice}`);
  }),
];

/** Something of a place, by the identifiers of the address. */
export async function requireBookableOf(ask: Ask, placeId: string): Promise<Bookable> {
  const id = ask.params["bookable"] ?? "";
  const [found] = isUuid(id) ? await bookablesOf(ask.tx, { id }) : [];
  return found?.placeId === placeId ? found : notFound();
}
