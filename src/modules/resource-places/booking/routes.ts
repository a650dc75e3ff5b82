import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import { blankForm, type FormState } from "../../../ui/index.ts";
import { isUuid, limited } from "../../people/index.ts";
import { usesOf, type Use } from "../../scheduling/index.ts";
import { resourcePlaces } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { waitPage } from "../waiting/pages.tsx";
import { nearestFree, takenStarts } from "../waiting/rules.ts";
import { openingsOfDay } from "./form.tsx";
import { readBooking } from "./reading.ts";
import { tellBooking } from "./letters.ts";
import { bookPage, signInHref } from "./pages.tsx";
import { bookablesOf, bookingsOf } from "./queries.ts";
import { freeStarts, type Asked, type Bookable, type BookingRefusal } from "./rules.ts";
import { openDays, seePlaces, type SeenPlace } from "./seen.ts";
import { refusalWords } from "./words.ts";
import { book } from "./write.ts";

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

type Wrong = { form?: FormState; refused?: BookingRefusal; asked?: Asked };

/** What the page of something to book is made of, on a day; what is taken is looked at for all the days proposed. */
async function bookSeen(ask: Ask, typed: string, wrong: Wrong) {
  const { seen, bookable } = await requireBookable(ask);
  const associations = ask.person?.associations ?? [];
  const uses = await usesOf(ask.tx, [bookable.counterId], { from: ask.now, until: null }, ask.now);
  const open = openDays(seen, dayOf(ask.now), bookable.aheadDays, daysShown);
  const begins = (day: string, had: readonly Use[]) =>
    freeStarts(bookable, openingsOfDay(seen, day), had, ask.now).length > 0;
  // Today is no longer proposed once nothing more may begin.
  const days = open.filter((day) => begins(day, []));
  const day = days.find((one) => one === typed) ?? days.find((one) => begins(one, uses)) ?? days[0] ?? ""; // prettier-ignore
  const openings = day ? openingsOfDay(seen, day) : [];
  const [only] = associations;
  const associationOnly = bookable.who === "associations";
  const { asked } = wrong;
  return {
    place: seen.place,
    bookable,
    zone: seen.timetable.zone,
    day,
    days,
    now: ask.now,
    starts: freeStarts(bookable, openings, uses, ask.now),
    taken: takenStarts(bookable, openings, uses, ask.now),
    full:
      wrong.refused === "full" && asked
        ? { asked, nearest: nearestFree(bookable, days.flatMap((one) => openingsOfDay(seen, one)), uses, asked, ask.now) } // prettier-ignore
        : undefined,
    form: wrong.form ?? {
      ...blankForm,
      values: {
        name: ask.person?.name ?? "",
        email: ask.person?.email ?? "",
        ...typedHour(ask),
        ...(associationOnly && only ? { association: only.id } : {}),
      },
    },
    associations,
    associationOnly,
    known: ask.person !== undefined,
    signIn: associationOnly && !associations.length,
    refused: wrong.refused && refusalWords(ask.view, wrong.refused, bookable),
  };
}

/** The hour of the address: who signed in comes back to what they had chosen. */
const typedHour = ({ query }: Ask) => ({
  from: query.get("heure") ?? "",
  minutes: query.get("duree") ?? "",
});

const statusOf = (wrong: Wrong): number => (wrong.refused || wrong.form ? 422 : 200);

async function answerBook(ask: Ask, typed: string, wrong: Wrong = {}): Promise<Answer> {
  const seen = await bookSeen(ask, typed, wrong);
  return page(bookPage(ask.view, { ...seen, taken: seen.taken.length > 0 }), statusOf(wrong));
}

async function answerWait(ask: Ask, typed: string, wrong: Wrong = {}): Promise<Answer> {
  const seen = await bookSeen(ask, typed, wrong);
  if (seen.signIn) return redirect(ask.view.href(urls.book(seen.place.slug, seen.bookable.id)));
  const starts = seen.taken.map((from) => ({ from }));
  return page(waitPage(ask.view, { ...seen, starts }), statusOf(wrong));
}

/** Books, or waits for what is taken; what is free meanwhile is had at once. */
async function send(ask: Ask, orWait: boolean): Promise<Answer> {
  const again = orWait ? answerWait : answerBook;
  const { seen, bookable } = await requireBookable(ask);
  const { zone } = seen.timetable;
  const day = ask.form.get("day");
  if (ask.form.has("sign_in") && !ask.person)
    return redirect(signInHref(ask.view, { place: seen.place, bookable, day, form: formState(ask.form) })); // prettier-ignore
  const days = openDays(seen, dayOf(ask.now), bookable.aheadDays, daysShown);
  if (!days.includes(day)) return again(ask, day, { refused: "closed" });
  const associations = ask.person?.associations ?? [];
  const read = readBooking(ask.t, ask.form, { zone, day, associations });
  if ("problems" in read) return again(ask, day, { form: formState(ask.form, read.problems) });
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
    orWait,
  );
  if ("refused" in outcome)
    return again(ask, day, {
      form: formState(ask.form),
      refused: outcome.refused,
      asked: { from, until },
    });
  const { id, token, waits } = outcome.done;
  const [made] = await bookingsOf(ask.tx, { id });
  if (made)
    await tellBooking(ask.house, ask.tx, seen.place, made, zone, waits ? "waits" : "made", ask.now);
  return redirect(
    ask.view.href(urls.own(token)),
    `resource-places.${waits ? "waiting" : "booked"}`,
  );
}

export const bookingRoutes: Route[] = [
  get(urls.book(":slug", ":bookable"), anyone, (ask) =>
    answerBook(ask, ask.query.get("jour") ?? ""),
  ),
  post(urls.book(":slug", ":bookable"), anyone, (ask) => send(ask, false)),
  get(urls.wait(":slug", ":bookable"), anyone, (ask) =>
    answerWait(ask, ask.query.get("jour") ?? ""),
  ),
  post(urls.wait(":slug", ":bookable"), anyone, (ask) => send(ask, true)),
];

/** Something of a place, by the identifiers of the address. */
export async function requireBookableOf(ask: Ask, placeId: string): Promise<Bookable> {
  const id = ask.params["bookable"] ?? "";
  const [found] = isUuid(id) ? await bookablesOf(ask.tx, { id }) : [];
  return found?.placeId === placeId ? found : notFound();
}
