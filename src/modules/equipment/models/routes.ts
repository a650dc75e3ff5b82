import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { ownerTyped } from "../own/owner-field.tsx";
import { partsOf } from "../parts/queries.ts";
import { unitsOf } from "../units/queries.ts";
import { plansOf, upkeepDue } from "../upkeep/queries.ts";
import { urls } from "../urls.ts";
import { handOf, keepers, ownersOf, requireModel, sides, type Side } from "../who.ts";
import { modelEditPage } from "./edit-page.tsx";
import { modelsPage } from "./list-page.tsx";
import { modelPage, type ModelKept } from "./one-page.tsx";
import { stockedModels, type Model } from "./queries.ts";
import { modelNames, modelSchema, modelTyped } from "./reading.ts";
import { addModel, saveModel, showModel } from "./write.ts";

async function save(ask: Ask, side: Side, model: Model | undefined): Promise<Answer> {
  const read = shape(ask.t, modelSchema, ask.form, modelNames);
  const owners = side.name === "space" ? ownersOf(ask) : [];
  const owner = ownerTyped(ask, owners);
  const again = (problems: readonly Problem[]) => {
    const form = formState(ask.form, problems);
    return page(modelEditPage(ask.view, { side, model, owners, form }), 422);
  };
  if ("problems" in read) return again(read.problems);
  if (!model && side.name === "space" && !owner)
    return again([{ field: "association", sentence: ask.t("equipment:problem.association") }]);
  // Who lends its own rates no support in kind.
  const dayValueCents =
    side.name === "space" ? (model?.dayValueCents ?? null) : read.value.dayValueCents;
  const fields = { ...read.value, dayValueCents };
  if (!model) {
    const id = await addModel(ask.tx, fields, handOf(ask), owner?.id);
    return redirect(ask.view.href(side.urls.deskModel(id)), "lending.saved");
  }
  const revision = Number(ask.form.get("_revision"));
  if (!(await saveModel(ask.tx, model, fields, revision, handOf(ask))))
    return again([{ field: "", sentence: ask.t("lending:problem.moved") }]);
  return redirect(ask.view.href(side.urls.deskModel(model.id)), "lending.saved");
}

/** A model with its units; at the desk, with what is done to them again and again. */
async function kept(ask: Ask, side: Side, model: Model): Promise<ModelKept> {
  const units = await unitsOf(ask.tx, { modelId: model.id });
  const plans = side.name === "desk" ? await plansOf(ask.tx, { modelId: model.id }) : undefined;
  return { side, model, units, plans };
}

async function show(ask: Ask, side: Side, state: "shown" | "hidden"): Promise<Answer> {
  const model = await requireModel(ask, side);
  if (side.name === "space" && model.withheldAt) {
    const refused = ask.t("lending:problem.withheld");
    return page(modelPage(ask.view, { ...(await kept(ask, side, model)), refused }), 422);
  }
  const withheld = side.name === "desk" && model.owner !== null && state === "hidden";
  await showModel(ask.tx, model.id, withheld ? "withheld" : state, handOf(ask));
  return redirect(ask.view.href(side.urls.deskModel(model.id)), `lending.${state}`);
}

/** Models, kept by the town hall or by the association that lends its own. */
const keptRoutes = (side: Side): Route[] => {
  const { who, urls } = side;
  return [
    get(urls.addModel, who, (ask) => {
      const owners = side.name === "space" ? ownersOf(ask) : [];
      if (side.name === "space" && !owners.length) return notFound();
      const form = { values: { association: ask.query.get("association") ?? "" }, errors: {} };
      return page(modelEditPage(ask.view, { side, model: undefined, owners, form }));
    }),
    post(urls.addModel, who, (ask) => save(ask, side, undefined)),
    get(urls.deskModel(":id"), who, async (ask) => {
      const model = await requireModel(ask, side);
      return page(modelPage(ask.view, await kept(ask, side, model)));
    }),
    get(urls.editModel(":id"), who, async (ask) => {
      const model = await requireModel(ask, side);
      const form = { values: modelTyped(model), errors: {} };
      return page(modelEditPage(ask.view, { side, model, owners: [], form }));
    }),
    post(urls.editModel(":id"), who, async (ask) => save(ask, side, await requireModel(ask, side))),
    post(urls.showing(":id"), who, (ask) => show(ask, side, "shown")),
    post(urls.hiding(":id"), who, (ask) => show(ask, side, "hidden")),
  ];
};

export const modelRoutes: Route[] = [
  get(urls.models, keepers, async ({ tx, view, now }) => {
    const low = (await partsOf(tx, { low: true })).length;
    const due = (await upkeepDue(tx, dayOf(now))).length;
    return page(modelsPage(view, { models: await stockedModels(tx), low, due }));
  }),
  ...sides.flatMap(keptRoutes),
];
