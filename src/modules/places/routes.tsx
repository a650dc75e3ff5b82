import { act } from "../../platform/db/database.ts";
import { notFound, page, redirect, type Answer } from "../../platform/http/answer.ts";
import {
  get,
  post,
  postPrepared,
  requirePerson,
  type Ask,
  type Route,
} from "../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../platform/http/form.ts";
import { anyStaff } from "../../platform/http/person.ts";
import { publish } from "../communes/index.ts";
import { placePage, type Parts } from "./edit-pages.tsx";
import { newPlacePage } from "./new-page.tsx";
import {
  accessFields,
  accessSchema,
  identityFields,
  identitySchema,
  positionFields,
  positionSchema,
} from "./form.ts";
import { askAddress, type LookUp } from "./look-up.tsx";
import { mapRoutes } from "./map-routes.tsx";
import { placesPage } from "./pages.tsx";
import { districtShapes, placeById, placeLines, usersOfPlace } from "./queries.ts";
import { mayWritePlaces, placeWriters } from "./rights.ts";
import { placeKey } from "./rules.ts";
import {
  addPlace,
  changePlace,
  districtAt,
  dropPlace,
  inUse,
  identityChange,
  type Act,
  type PlaceChange,
} from "./save.ts";
import { placeUrls } from "./urls.ts";
import { placeValues } from "./values.ts";

const by = (ask: Ask): Act => ({
  actor: { kind: "person", id: requirePerson(ask).id },
  at: ask.now,
});
const requirePlace = async (ask: Ask) =>
  (await placeById(ask.tx, ask.params["id"] ?? "")) ?? notFound();

async function answerPlace(
  ask: Ask,
  wrong?: { part: Parts; problems?: Problem[]; problem?: string },
  outcome?: LookUp["outcome"],
): Promise<Answer> {
  const place = await requirePlace(ask);
  const forms = placeValues(place);
  if (wrong) forms[wrong.part] = formState(ask.form, wrong.problems ?? []);
  else if (outcome) forms.identity = formState(ask.form);
  const body = placePage(ask.view, {
    place,
    forms,
    users: await usersOfPlace(ask.tx, place.place_id),
    districts: await districtShapes(ask.tx),
    mayWrite: mayWritePlaces(ask.person),
    // Between a search and saving, another's change is still a conflict.
    revision: outcome ? Number(ask.form.get("_revision")) : place.revision,
    lookUp: lookUpAt(ask, placeUrls.address(place.place_id), outcome),
    problem: wrong?.problem,
  });
  return page(body, wrong ? 422 : 200);
}

/** Saves a part of a place, or says why not. */
async function save(ask: Ask, part: Parts, change: PlaceChange, notice: string): Promise<Answer> {
  const id = (await requirePlace(ask)).place_id;
  const revision = Number(ask.form.get("_revision"));
  const outcome = await act(ask.tx, { place_name_unique: "taken" }, () =>
    changePlace(ask.tx, id, revision, change, by(ask)),
  );
  if ("refused" in outcome) {
    const sentence = ask.t("places:problem.taken");
    return answerPlace(ask, { part, problems: [{ field: "name", sentence }] });
  }
  if (outcome.done === undefined) return notFound();
  if (outcome.done === "conflict") {
    const { name, street, town } = await requirePlace(ask);
    const now = [name, street, town].filter((word) => word).join(", ");
    return answerPlace(ask, { part, problem: ask.t("places:conflict", { now }) });
  }
  if (outcome.done === "saved") await publish(ask.tx);
  return redirect(ask.view.href(placeUrls.one(id)), notice);
}

/** Only an address of the municipal side may be gone back to. */
const backOf = (text: string): string | undefined =>
  /^\/gestion\/[\w/-]+$/.test(text) ? text : undefined;

const lookUpAt = (ask: Ask, path: string, outcome: LookUp["outcome"]): LookUp | undefined =>
  ask.tenant.outside.addressLookup ? { action: ask.view.href(path), outcome } : undefined;

async function answerNew(
  ask: Ask,
  problems?: Problem[],
  outcome?: LookUp["outcome"],
): Promise<Answer> {
  const typed = problems !== undefined;
  const body = newPlacePage(ask.view, {
    form: typed ? formState(ask.form, problems) : { values: {}, errors: {} },
    districts: await districtShapes(ask.tx),
    back: backOf(typed ? ask.form.get("retour") : (ask.query.get("retour") ?? "")),
    lookUp: lookUpAt(ask, placeUrls.newAddress, outcome),
  });
  return page(body, problems?.length ? 422 : 200);
}

export const routes: Route[] = [
  get(placeUrls.all, anyStaff, async (ask) => {
    const q = (ask.query.get("q") ?? "").trim();
    const rows = await placeLines(ask.tx, placeKey(q));
    return page(placesPage(ask.view, { q, rows, mayWrite: mayWritePlaces(ask.person) }));
  }),

  get(placeUrls.newOne, placeWriters, (ask) => answerNew(ask)),
  post(placeUrls.newOne, placeWriters, async (ask) => {
    const shaped = shape(ask.t, identitySchema, ask.form, identityFields);
    if ("problems" in shaped) return answerNew(ask, shaped.problems);
    const change = await identityChange(ask.tx, shaped.value);
    const outcome = await act(ask.tx, { place_name_unique: "taken" }, () =>
      addPlace(ask.tx, { ...change, name: shaped.value.name }, by(ask)),
    );
    if ("refused" in outcome)
      return answerNew(ask, [{ field: "name", sentence: ask.t("places:problem.taken") }]);
    await publish(ask.tx);
    const back = backOf(ask.form.get("retour"));
    const to = back ? `${back}?lieu=${outcome.done}` : placeUrls.one(outcome.done);
    return redirect(ask.view.href(to), "places.saved");
  }),

  postPrepared(placeUrls.newAddress, placeWriters, 200_000, askAddress, (ask, outcome) =>
    answerNew(ask, [], outcome),
  ),

  ...mapRoutes,

  get(placeUrls.one(":id"), anyStaff, (ask) => answerPlace(ask)),
  post(placeUrls.one(":id"), placeWriters, async (ask) => {
    const shaped = shape(ask.t, identitySchema, ask.form, identityFields);
    if ("problems" in shaped)
      return answerPlace(ask, { part: "identity", problems: shaped.problems });
    const change = await identityChange(ask.tx, shaped.value, await requirePlace(ask));
    return save(ask, "identity", change, "places.saved");
  }),

  postPrepared(placeUrls.address(":id"), placeWriters, 200_000, askAddress, (ask, outcome) =>
    answerPlace(ask, undefined, outcome),
  ),

  post(placeUrls.position(":id"), placeWriters, async (ask) => {
    const shaped = shape(ask.t, positionSchema, ask.form, positionFields);
    if ("problems" in shaped)
      return answerPlace(ask, { part: "position", problems: shaped.problems });
    const district = await districtAt(ask.tx, shaped.value);
    const change = { ...shaped.value, ...(district ? { district_id: district } : {}) };
    return save(ask, "position", change, "places.located");
  }),

  post(placeUrls.access(":id"), placeWriters, async (ask) => {
    const shaped = shape(ask.t, accessSchema, ask.form, accessFields);
    if ("problems" in shaped)
      return answerPlace(ask, { part: "access", problems: shaped.problems });
    return save(ask, "access", shaped.value, "places.saved");
  }),

  post(placeUrls.removal(":id"), placeWriters, async (ask) => {
    const id = (await requirePlace(ask)).place_id;
    const outcome = await act(ask.tx, inUse, () => dropPlace(ask.tx, id, by(ask)));
    if ("refused" in outcome)
      return answerPlace(ask, { part: "identity", problem: ask.t("places:problem.used") });
    await publish(ask.tx);
    return redirect(ask.view.href(placeUrls.all), "places.removed");
  }),
];
