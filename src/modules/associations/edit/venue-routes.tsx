import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { publish } from "../../communes/index.ts";
import { placeKey, placeLines } from "../../places/index.ts";
import type { Situation, Venue } from "../record/fields.ts";
import { situationOf } from "../record/queries.ts";
import { placeNames, venuesWrite } from "../record/venues.ts";
import { writeAll } from "../record/write.ts";
import { recordWriters } from "../rights.ts";
import { venueLines } from "../situation/queries.ts";
import { urls } from "../urls.ts";
import { byHand, requireSituation } from "./routes.tsx";
import { venuesPage } from "./venue-page.tsx";

async function answerVenues(ask: Ask, problem?: Problem): Promise<Answer> {
  const situation = await requireSituation(ask);
  const known = await placeLines(ask.tx);
  const chosen = known.find((one) => one.id === ask.query.get("lieu"));
  const body = venuesPage(ask.view, {
    situation,
    venues: await venueLines(ask.tx, situation.id),
    known: known.map((one) => one.name),
    form: problem
      ? formState(ask.form, [problem])
      : chosen
        ? { values: { place: chosen.name }, errors: {} }
        : blankForm,
  });
  return page(body, problem ? 422 : 200);
}

async function replace(ask: Ask, situation: Situation, list: readonly Venue[]): Promise<void> {
  const names = await placeNames(
    ask.tx,
    [situation],
    list.map((one) => one.placeId),
  );
  const venues = venuesWrite(situation.venues, list, names);
  await writeAll(
    ask.tx,
    [{ id: situation.id, changes: {}, venues }],
    byHand(ask),
    "association.edited",
  );
  await publish(ask.tx);
}

export const venueRoutes: Route[] = [
  get(urls.venues(":id"), recordWriters, (ask) => answerVenues(ask)),

  post(urls.venues(":id"), recordWriters, async (ask) => {
    const { id } = await requireSituation(ask);
    const situation = (await situationOf(ask.tx, id, true)) ?? (await requireSituation(ask));
    const key = placeKey(ask.form.get("place"));
    const found = key
      ? (await placeLines(ask.tx, key)).find((one) => placeKey(one.name) === key)
      : undefined;
    if (!found)
      return answerVenues(ask, { field: "place", sentence: ask.t("registry:problem.place") });
    if (situation.venues.some((one) => one.placeId === found.id))
      return answerVenues(ask, { field: "place", sentence: ask.t("registry:problem.placeTwice") });
    const detail = ask.form.get("detail").slice(0, 200) || null;
    const position = Math.max(0, ...situation.venues.map((one) => one.position)) + 1;
    await replace(ask, situation, [...situation.venues, { placeId: found.id, detail, position }]);
    return redirect(ask.view.href(urls.venues(id)), "registry.place_added");
  }),

  post(urls.venueRemoval(":id"), recordWriters, async (ask) => {
    const { id } = await requireSituation(ask);
    const situation = (await situationOf(ask.tx, id, true)) ?? (await requireSituation(ask));
    const gone = ask.form.get("place");
    const list = situation.venues.filter((one) => one.placeId !== gone);
    if (list.length < situation.venues.length) await replace(ask, situation, list);
    return redirect(ask.view.href(urls.venues(id)), "registry.place_removed");
  }),
];
