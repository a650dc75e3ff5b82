import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { historyOf } from "../custody/queries.ts";
import { loansOf } from "../loans/queries.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { urls } from "../urls.ts";
import { handOf, keepers, requireModel } from "../who.ts";
import { addUnitsPage } from "./add-page.tsx";
import { unitPage } from "./one-page.tsx";
import { nextLoansOf, type Unit } from "./queries.ts";
import { requireUnit } from "./require.ts";
import { stateSchema, unitsSchema } from "./reading.ts";
import { addUnits, changeState } from "./write.ts";

async function add(ask: Ask): Promise<Answer> {
  const model = await requireModel(ask);
  const places = await lendingPlacesOf(ask.tx);
  const again = (problems: readonly Problem[]) =>
    page(addUnitsPage(ask.view, model, places, formState(ask.form, problems)), 422);
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
  return redirect(ask.view.href(urls.deskModel(model.id)), "lending.saved");
}

async function answerUnit(ask: Ask, unit: Unit, problems?: readonly Problem[]): Promise<Answer> {
  const values = { state: unit.state, note: unit.note ?? "" };
  const history = await historyOf(ask.tx, unit.id);
  const [held] = unit.heldBy ? await loansOf(ask.tx, { id: unit.heldBy }) : [];
  const seen = {
    unit,
    history,
    held,
    next: await nextLoansOf(ask.tx, unit),
    form: problems ? formState(ask.form, problems) : { values, errors: {} },
  };
  return page(unitPage(ask.view, seen), problems ? 422 : 200);
}

async function sayState(ask: Ask): Promise<Answer> {
  const unit = await requireUnit(ask);
  const read = shape(ask.t, stateSchema, ask.form, ["state", "note"]);
  if ("problems" in read) return answerUnit(ask, unit, read.problems);
  const { state, note } = read.value;
  const counted = await changeState(ask.tx, unit, state, note, handOf(ask));
  if (counted === "steps_left" || counted === "is_out")
    return answerUnit(ask, unit, [
      { field: "state", sentence: ask.t(`custody:refused.${counted}`) },
    ]);
  return redirect(ask.view.href(urls.unit(unit.tag)), counted === "short" ? "lending.short" : "lending.saved"); // prettier-ignore
}

export const unitRoutes: Route[] = [
  get(urls.addUnits(":id"), keepers, async (ask) => {
    const model = await requireModel(ask);
    return page(addUnitsPage(ask.view, model, await lendingPlacesOf(ask.tx), blankForm));
  }),
  post(urls.addUnits(":id"), keepers, add),
  get(urls.unit(":tag"), keepers, async (ask) => {
    return answerUnit(ask, await requireUnit(ask));
  }),
  post(urls.unitState(":tag"), keepers, sayState),
];
