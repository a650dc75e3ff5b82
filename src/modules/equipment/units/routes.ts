import { dayOf } from "../../../platform/clock.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { historyOf } from "../custody/queries.ts";
import { loansOf } from "../loans/queries.ts";
import { lendingPlacesOf, type LendingPlace } from "../lending-places/queries.ts";
import type { Model } from "../models/queries.ts";
import { handOf, requireModel, sides, type Side } from "../who.ts";
import { upkeepOf } from "../upkeep/queries.ts";
import { addUnitsPage } from "./add-page.tsx";
import { unitPage, type UnitNow } from "./one-page.tsx";
import { nextLoansOf, type Unit } from "./queries.ts";
import { requireUnit } from "./require.ts";
import { stateSchema, unitsSchema } from "./reading.ts";
import { addUnits, changeState } from "./write.ts";

/** The places where units of a model are kept: those of who lends it. */
const placesFor = async (ask: Ask, model: Model): Promise<LendingPlace[]> =>
  (await lendingPlacesOf(ask.tx)).filter(({ ownerId }) => ownerId === (model.owner?.id ?? null));

async function add(ask: Ask, side: Side): Promise<Answer> {
  const model = await requireModel(ask, side);
  const places = await placesFor(ask, model);
  const again = (problems: readonly Problem[]) =>
    page(addUnitsPage(ask.view, side, model, places, formState(ask.form, problems)), 422);
  const read = shape(ask.t, unitsSchema, ask.form, ["tags", "place", "serial", "dataPlan", "acquiredOn"]); // prettier-ignore
  if ("problems" in read) return again(read.problems);
  const { place, ...units } = read.value;
  if (!places.some(({ placeId }) => placeId === place))
    return again([{ field: "place", sentence: ask.t("lending:problem.place") }]);
  const outcome = await addUnits(
    ask.tx,
    { ...units, modelId: model.id, placeId: place },
    handOf(ask),
  );
  if ("refused" in outcome)
    return again([{ field: "tags", sentence: ask.t("lending:problem.tagTaken") }]);
  return redirect(ask.view.href(side.urls.deskModel(model.id)), "lending.saved");
}

/** Who has a unit, what waits for it, what happened to it; its upkeep at the desk. */
async function nowOf({ tx, now }: Ask, side: Side, unit: Unit): Promise<UnitNow> {
  const [held] = unit.heldBy ? await loansOf(tx, { id: unit.heldBy }) : [];
  return {
    history: await historyOf(tx, unit.id),
    held,
    next: await nextLoansOf(tx, unit, now),
    upkeep: side.name === "desk" ? await upkeepOf(tx, dayOf(now), unit.id) : undefined,
  };
}

async function answerUnit(
  ask: Ask,
  side: Side,
  unit: Unit,
  problems?: readonly Problem[],
): Promise<Answer> {
  const values = { state: unit.state, note: unit.note ?? "" };
  const seen = {
    side,
    unit,
    now: await nowOf(ask, side, unit),
    form: problems ? formState(ask.form, problems) : { values, errors: {} },
  };
  return page(unitPage(ask.view, seen), problems ? 422 : 200);
}

async function sayState(ask: Ask, side: Side): Promise<Answer> {
  const unit = await requireUnit(ask, side);
  const read = shape(ask.t, stateSchema, ask.form, ["state", "note"]);
  if ("problems" in read) return answerUnit(ask, side, unit, read.problems);
  const { state, note } = read.value;
  const counted = await changeState(ask.tx, unit, state, note, handOf(ask));
  if (counted === "steps_left" || counted === "is_out")
    return answerUnit(ask, side, unit, [
      { field: "state", sentence: ask.t(`custody:refused.${counted}`) },
    ]);
  return redirect(ask.view.href(side.urls.unit(unit.tag)), counted === "short" ? "lending.short" : "lending.saved"); // prettier-ignore
}

export const unitRoutes: Route[] = sides.flatMap((side) => {
  const { who, urls } = side;
  return [
    get(urls.addUnits(":id"), who, async (ask) => {
      const model = await requireModel(ask, side);
      return page(addUnitsPage(ask.view, side, model, await placesFor(ask, model), blankForm));
    }),
    post(urls.addUnits(":id"), who, (ask) => add(ask, side)),
    get(urls.unit(":tag"), who, async (ask) => {
      return answerUnit(ask, side, await requireUnit(ask, side));
    }),
    post(urls.unitState(":tag"), who, (ask) => sayState(ask, side)),
  ];
});
