import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { whole } from "../../../platform/db/whole.ts";
import { dayOf } from "../../../platform/clock.ts";
import { isUuid } from "../../people/index.ts";
import { ensurePlace, mayWritePlaces, placeLines } from "../../places/index.ts";
import {
  blankTimetable,
  readTimetable,
  timetableById,
  timetableTyped,
  type Timetable,
} from "../../scheduling/index.ts";
import { ownerTyped } from "../own/owner-field.tsx";
import { urls } from "../urls.ts";
import { handOf, keepers, keeps, ownersOf, sides, type Side } from "../who.ts";
import { lendingPlacePage, lendingPlacesPage } from "./pages.tsx";
import { lendingPlacesOf, type LendingPlace } from "./queries.ts";
import { placeSchema } from "./reading.ts";
import { closeLendingPlace, saveLendingPlace, type PlaceTerms } from "./write.ts";

async function requirePlace(ask: Ask, side: Side): Promise<LendingPlace> {
  const id = ask.params["id"] ?? "";
  const [place] = isUuid(id) ? await lendingPlacesOf(ask.tx, id) : [];
  return place && keeps(ask, side, place.ownerId) ? place : notFound();
}

/** Places of the commune that do not lend. */
async function othersOf(ask: Ask): Promise<{ id: string; name: string }[]> {
  const lending = new Set((await lendingPlacesOf(ask.tx)).map(({ placeId }) => placeId));
  return (await placeLines(ask.tx)).filter(({ id }) => !lending.has(id));
}

async function answer(
  ask: Ask,
  side: Side,
  known: LendingPlace | undefined,
  problems?: readonly Problem[],
): Promise<Answer> {
  const seen = {
    side,
    known,
    mayAdd: mayWritePlaces(ask.person),
    owners: side.name === "space" ? ownersOf(ask) : [],
    others: known || side.name === "space" ? [] : await othersOf(ask),
  };
  if (problems)
    return page(lendingPlacePage(ask.view, { ...seen, form: formState(ask.form, problems) }), 422);
  const timetable = known && (await timetableById(ask.tx, known.timetableId));
  const values = {
    ...timetableTyped(timetable ?? blankTimetable(), dayOf(ask.now)),
    place: ask.query.get("lieu") ?? "",
    association: ask.query.get("association") ?? "",
    slotMinutes: String(known?.slotMinutes ?? 30),
    slotMost: String(known?.slotMost ?? (side.name === "desk" ? 2 : 1)),
    words: known?.words ?? "",
  };
  return page(lendingPlacePage(ask.view, { ...seen, form: { values, errors: {} } }));
}

async function save(ask: Ask, side: Side, known: LendingPlace | undefined): Promise<Answer> {
  const hours = readTimetable(ask.t, ask.form);
  const terms = shape(ask.t, placeSchema, ask.form, ["slotMinutes", "slotMost", "words"]);
  const problems = [
    ...(known ? [] : await againstPlace(ask, side)),
    ...("problems" in hours ? hours.problems : []),
    ...("problems" in terms ? terms.problems : []),
  ];
  if (problems.length || "problems" in hours || "problems" in terms)
    return answer(ask, side, known, problems);
  if (hours.value.rules.length === 0)
    return answer(ask, side, known, [{ field: "week_MO", sentence: ask.t("lending:problem.noHours") }]); // prettier-ignore
  const place = { ...terms.value, timetable: hours.value };
  const saved = known
    ? {
        done: await saveLendingPlace(ask.tx, { placeId: known.placeId, known }, place, handOf(ask)),
      }
    : await newPlace(ask, side, place);
  if ("refused" in saved)
    return answer(ask, side, known, [{ field: "name", sentence: ask.t("lending:problem.placeLends") }]); // prettier-ignore
  return redirect(ask.view.href(side.urls.places), "lending.saved");
}

const wrong = (field: string, sentence: string): Problem[] => [{ field, sentence }];

/** What is missing to know which place lends from now on, and whose. */
async function againstPlace(ask: Ask, side: Side): Promise<Problem[]> {
  if (side.name === "desk")
    return (await othersOf(ask)).some(({ id }) => id === ask.form.get("place"))
      ? []
      : wrong("place", ask.t("lending:problem.place"));
  return [
    ...(ownerTyped(ask, ownersOf(ask))
      ? []
      : wrong("association", ask.t("equipment:problem.association"))),
    ...(ask.form.get("name") ? [] : wrong("name", ask.t("lending:problem.placeName"))),
  ];
}

/** A place that lends from now on. What lends already, for somebody else, is not taken over. */
const newPlace = (
  ask: Ask,
  side: Side,
  terms: PlaceTerms & { timetable: Timetable },
): Promise<{ done: true } | { refused: "place_lends" }> =>
  whole(ask.tx, async () => {
    const ownerId = side.name === "space" ? ownerTyped(ask, ownersOf(ask))?.id : undefined;
    const placeId = ownerId ? await placeTyped(ask) : ask.form.get("place");
    // A place that lent before is opened again, with its hours.
    const [before] = await lendingPlacesOf(ask.tx, placeId);
    if (before && before.ownerId !== (ownerId ?? null)) return { refused: "place_lends" };
    const place = { placeId, known: before, ...(ownerId ? { ownerId } : {}) };
    await saveLendingPlace(ask.tx, place, terms, handOf(ask));
    return { done: true };
  });

const placeTyped = ({ tx, form }: Ask): Promise<string> => {
  const typed = (name: string, most: number) => {
    const value = form.get(name).slice(0, most);
    return value ? { [name]: value } : {};
  };
  return ensurePlace(tx, {
    name: form.get("name").slice(0, 160),
    ...typed("street", 160),
    ...typed("postcode", 5),
    ...typed("town", 120),
  });
};

/** Places that lend, kept by the town hall or by the association whose they are. */
const keptRoutes = (side: Side): Route[] => {
  const { who, urls } = side;
  return [
    get(urls.addPlace, who, (ask) =>
      side.name === "space" && !ownersOf(ask).length ? notFound() : answer(ask, side, undefined),
    ),
    post(urls.addPlace, who, (ask) =>
      side.name === "space" && !ownersOf(ask).length ? notFound() : save(ask, side, undefined),
    ),
    get(urls.place(":id"), who, async (ask) => answer(ask, side, await requirePlace(ask, side))),
    post(urls.place(":id"), who, async (ask) => save(ask, side, await requirePlace(ask, side))),
    post(urls.closePlace(":id"), who, async (ask) => {
      await closeLendingPlace(ask.tx, (await requirePlace(ask, side)).placeId, handOf(ask));
      return redirect(ask.view.href(urls.places), "lending.saved");
    }),
  ];
};

export const lendingPlaceRoutes: Route[] = [
  get(urls.places, keepers, async (ask) =>
    page(lendingPlacesPage(ask.view, await lendingPlacesOf(ask.tx))),
  ),
  ...sides.flatMap(keptRoutes),
];
