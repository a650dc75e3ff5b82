import { addDays, dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import { blankForm } from "../../../ui/index.ts";
import { associationNamed } from "../../associations/index.ts";
import { placeLines } from "../../places/index.ts";
import { instantOf, positionOf, readTimetable, timetableTyped } from "../../scheduling/index.ts";
import { noteOutside } from "../booking/outside.ts";
import { bookingsOf } from "../booking/queries.ts";
import { seePlaces } from "../booking/seen.ts";
import { circlesOf } from "../circles/circles.ts";
import { listNames } from "../codes.ts";
import { mayBeExported } from "../record/pivot.ts";
import { resourcePlaces, type ResourcePlace, type Texts } from "../record/queries.ts";
import {
  addResourcePlace,
  moveTo,
  removeResourcePlace,
  rewrite,
  writeHours,
  type Whose,
} from "../record/write.ts";
import { urls } from "../urls.ts";
import { editPage } from "./edit-page.tsx";
import { deskListPage } from "./list-page.tsx";
import { hoursPage } from "./other-pages.tsx";
import { deskPlacePage } from "./place-page.tsx";
import { placeSchema, singleFields, textsTyped } from "./reading.ts";
import { byOf, keepers, requirePlace } from "./who.ts";

const toPlace = (ask: Ask, id: string, notice: string): Answer =>
  redirect(ask.view.href(urls.place(id)), `resourcedesk.${notice}`);

/** Bookings to come are looked at for those outside of the hours, and those who wait. */
async function answerPlace(ask: Ask, refused?: string): Promise<Answer> {
  const place = await requirePlace(ask);
  const [seen] = await seePlaces(ask.tx, [place], ask.now);
  if (!seen) return notFound();
  const day = dayTyped(ask.query.get("jour") ?? "") ?? dayOf(ask.now);
  const { zone } = seen.timetable;
  const coming = await bookingsOf(ask.tx, { placeId: place.id, from: ask.now, standing: true });
  const bookings = await bookingsOf(ask.tx, {
    placeId: place.id,
    from: instantOf(zone, day, 0),
    until: instantOf(zone, addDays(day, 1), 0),
    waiting: false,
  });
  const waiting = coming.filter((one) => one.waiting);
  const positions = await Promise.all(waiting.map(({ seatId }) => positionOf(ask.tx, seatId)));
  const body = deskPlacePage(ask.view, {
    ...seen,
    day,
    before: addDays(day, -1),
    after: addDays(day, 1),
    bookings,
    waiting: waiting
      .map((one, at) => ({ ...one, position: positions[at] }))
      .toSorted(
        (one, other) => +one.from - +other.from || (one.position ?? 0) - (other.position ?? 0),
      ),
    outside: coming.filter(({ outsideSince }) => outsideSince !== null),
    circles: await circlesOf(ask.tx, place.id, ask.now),
    exported: mayBeExported(place),
    now: ask.now,
    refused,
  });
  return page(body, refused ? 422 : 200);
}

type Read = { value: { texts: Texts; whose: Whose } } | { problems: Problem[] };

/** What was typed of a place, with where it is and who holds it. */
async function readPlace(ask: Ask): Promise<Read> {
  const shaped = shape(ask.t, placeSchema, ask.form, singleFields, listNames);
  const problems = "problems" in shaped ? [...shaped.problems] : [];
  const places = await placeLines(ask.tx);
  const placeId = places.find(({ id }) => id === ask.form.get("place"))?.id;
  if (!placeId) problems.push({ field: "place", sentence: ask.t("resourcedesk:problem.place") });
  const typed = ask.form.get("association");
  const association = typed ? await associationNamed(ask.tx, typed) : null;
  if (association === undefined)
    problems.push({ field: "association", sentence: ask.t("resourcedesk:problem.association") });
  if ("problems" in shaped || !placeId || association === undefined) return { problems };
  return { value: { texts: shaped.value, whose: { placeId, associationId: association } } };
}

async function answerEdit(ask: Ask, problems?: readonly Problem[]): Promise<Answer> {
  const place = ask.params["id"] ? await requirePlace(ask) : undefined;
  const form = problems
    ? formState(ask.form, problems)
    : place
      ? {
          ...blankForm,
          values: {
            ...textsTyped(place),
            place: place.place.id,
            association: place.association?.name ?? "",
          },
        }
      : blankForm;
  const places = await placeLines(ask.tx);
  return page(editPage(ask.view, { place, places, form }), problems ? 422 : 200);
}

async function save(ask: Ask): Promise<Answer> {
  const read = await readPlace(ask);
  if ("problems" in read) return answerEdit(ask, read.problems);
  const { texts, whose } = read.value;
  if (!ask.params["id"])
    return toPlace(ask, await addResourcePlace(ask.tx, texts, whose, byOf(ask)), "added");
  const place = await requirePlace(ask);
  const revision = Number(ask.form.get("_revision"));
  if (!(await rewrite(ask.tx, place, texts, whose, revision, byOf(ask))))
    return answerEdit(ask, [{ field: "", sentence: ask.t("resourcedesk:problem.moved") }]);
  return toPlace(ask, place.id, "saved");
}

async function saveHours(ask: Ask, place: ResourcePlace): Promise<Answer> {
  const read = readTimetable(ask.t, ask.form);
  if ("problems" in read)
    return page(hoursPage(ask.view, { place, form: formState(ask.form, read.problems) }), 422);
  await writeHours(ask.tx, place, read.value, byOf(ask));
  const outside = await noteOutside(ask.house, ask.tx, place, ask.now);
  return toPlace(ask, place.id, outside ? "hours_outside" : "hours");
}

async function publication(ask: Ask, place: ResourcePlace): Promise<Answer> {
  if (!place.summary) return answerPlace(ask, ask.t("resourcedesk:problem.summary"));
  await moveTo(ask.tx, place, "published", byOf(ask));
  return toPlace(ask, place.id, "published");
}

async function removal(ask: Ask, place: ResourcePlace): Promise<Answer> {
  const outcome = await removeResourcePlace(ask.tx, place, byOf(ask));
  if ("refused" in outcome)
    return answerPlace(ask, ask.t(`resourcedesk:problem.${outcome.refused}`));
  return redirect(ask.view.href(urls.desk), "resourcedesk.removed");
}

const onPlace = (path: string, work: (ask: Ask, place: ResourcePlace) => Promise<Answer>): Route =>
  post(path, keepers, async (ask) => work(ask, await requirePlace(ask)));

export const placeRoutes: Route[] = [
  get(urls.desk, keepers, async (ask) => {
    const places = await seePlaces(ask.tx, await resourcePlaces(ask.tx), ask.now);
    return page(deskListPage(ask.view, { places, now: ask.now }));
  }),
  get(urls.add, keepers, (ask) => answerEdit(ask)),
  post(urls.add, keepers, save),
  get(urls.place(":id"), keepers, (ask) => answerPlace(ask)),
  get(urls.edit(":id"), keepers, (ask) => answerEdit(ask)),
  post(urls.edit(":id"), keepers, save),
  get(urls.hours(":id"), keepers, async (ask) => {
    const place = await requirePlace(ask);
    const [seen] = await seePlaces(ask.tx, [place], ask.now);
    const values = seen ? timetableTyped(seen.timetable, dayOf(ask.now)) : {};
    return page(hoursPage(ask.view, { place, form: { ...blankForm, values } }));
  }),
  onPlace(urls.hours(":id"), saveHours),
  onPlace(urls.publication(":id"), publication),
  onPlace(urls.withdrawal(":id"), async (ask, place) => {
    await moveTo(ask.tx, place, "draft", byOf(ask));
    return toPlace(ask, place.id, "withdrawn");
  }),
  onPlace(urls.removal(":id"), removal),
];
