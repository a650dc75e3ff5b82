import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { dayOf } from "../../../platform/clock.ts";
import { isUuid } from "../../people/index.ts";
import { placeLines } from "../../places/index.ts";
import {
  blankTimetable,
  readTimetable,
  timetableById,
  timetableTyped,
} from "../../scheduling/index.ts";
import { urls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { lendingPlacePage, lendingPlacesPage } from "./pages.tsx";
import { lendingPlacesOf, type LendingPlace } from "./queries.ts";
import { placeSchema } from "./reading.ts";
import { closeLendingPlace, saveLendingPlace } from "./write.ts";

async function requirePlace(ask: Ask): Promise<LendingPlace> {
  const id = ask.params["id"] ?? "";
  const [place] = isUuid(id) ? await lendingPlacesOf(ask.tx, id) : [];
  return place ?? notFound();
}

/** Places of the commune that do not lend. */
async function othersOf(ask: Ask): Promise<{ id: string; name: string }[]> {
  const lending = new Set((await lendingPlacesOf(ask.tx)).map(({ placeId }) => placeId));
  return (await placeLines(ask.tx)).filter(({ id }) => !lending.has(id));
}

async function answer(
  ask: Ask,
  known: LendingPlace | undefined,
  problems?: readonly Problem[],
): Promise<Answer> {
  const others = known ? [] : await othersOf(ask);
  if (problems)
    return page(
      lendingPlacePage(ask.view, { known, others, form: formState(ask.form, problems) }),
      422,
    );
  const timetable = known && (await timetableById(ask.tx, known.timetableId));
  const values = {
    ...timetableTyped(timetable ?? blankTimetable(), dayOf(ask.now)),
    place: ask.query.get("lieu") ?? "",
    slotMinutes: String(known?.slotMinutes ?? 30),
    slotMost: String(known?.slotMost ?? 2),
    words: known?.words ?? "",
  };
  return page(lendingPlacePage(ask.view, { known, others, form: { values, errors: {} } }));
}

async function save(ask: Ask, known: LendingPlace | undefined): Promise<Answer> {
  const hours = readTimetable(ask.t, ask.form);
  const terms = shape(ask.t, placeSchema, ask.form, ["slotMinutes", "slotMost", "words"]);
  const placeId = known?.placeId ?? ask.form.get("place");
  const problems = [
    ...(known || (await othersOf(ask)).some(({ id }) => id === placeId)
      ? []
      : [{ field: "place", sentence: ask.t("lending:problem.place") }]),
    ...("problems" in hours ? hours.problems : []),
    ...("problems" in terms ? terms.problems : []),
  ];
  if (problems.length || "problems" in hours || "problems" in terms)
    return answer(ask, known, problems);
  if (hours.value.rules.length === 0)
    return answer(ask, known, [{ field: "week_MO", sentence: ask.t("lending:problem.noHours") }]);
  // A place that lent before is opened again, with its hours.
  const [before] = known ? [known] : await lendingPlacesOf(ask.tx, placeId);
  await saveLendingPlace(
    ask.tx,
    { placeId, known: before },
    { ...terms.value, timetable: hours.value },
    handOf(ask),
  );
  return redirect(ask.view.href(urls.places), "lending.saved");
}

export const lendingPlaceRoutes: Route[] = [
  get(urls.places, keepers, async (ask) =>
    page(lendingPlacesPage(ask.view, await lendingPlacesOf(ask.tx))),
  ),
  get(urls.addPlace, keepers, (ask) => answer(ask, undefined)),
  post(urls.addPlace, keepers, (ask) => save(ask, undefined)),
  get(urls.place(":id"), keepers, async (ask) => answer(ask, await requirePlace(ask))),
  post(urls.place(":id"), keepers, async (ask) => save(ask, await requirePlace(ask))),
  post(urls.closePlace(":id"), keepers, async (ask) => {
    await closeLendingPlace(ask.tx, (await requirePlace(ask)).placeId, handOf(ask));
    return redirect(ask.view.href(urls.places), "lending.saved");
  }),
];
