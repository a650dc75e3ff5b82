import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { unitsOf } from "../units/queries.ts";
import { urls } from "../urls.ts";
import { handOf, keepers, requireModel } from "../who.ts";
import { modelEditPage } from "./edit-page.tsx";
import { modelsPage } from "./list-page.tsx";
import { modelPage } from "./one-page.tsx";
import { stockedModels, type Model } from "./queries.ts";
import { modelNames, modelSchema, modelTyped } from "./reading.ts";
import { addModel, saveModel, showModel } from "./write.ts";

async function save(ask: Ask, model: Model | undefined): Promise<Answer> {
  const read = shape(ask.t, modelSchema, ask.form, modelNames);
  const again = (problems: readonly Problem[]) =>
    page(modelEditPage(ask.view, formState(ask.form, problems), model), 422);
  if ("problems" in read) return again(read.problems);
  if (!model) {
    const id = await addModel(ask.tx, read.value, handOf(ask));
    return redirect(ask.view.href(urls.deskModel(id)), "lending.saved");
  }
  const revision = Number(ask.form.get("_revision"));
  if (!(await saveModel(ask.tx, model, read.value, revision, handOf(ask))))
    return again([{ field: "", sentence: ask.t("lending:problem.moved") }]);
  return redirect(ask.view.href(urls.deskModel(model.id)), "lending.saved");
}

const showing = (path: string, state: "shown" | "hidden"): Route =>
  post(path, keepers, async (ask) => {
    const { id } = await requireModel(ask);
    await showModel(ask.tx, id, state, handOf(ask));
    return redirect(ask.view.href(urls.deskModel(id)), `lending.${state}`);
  });

export const modelRoutes: Route[] = [
  get(urls.models, keepers, async (ask) => page(modelsPage(ask.view, await stockedModels(ask.tx)))),
  get(urls.addModel, keepers, (ask) => page(modelEditPage(ask.view, blankForm, undefined))),
  post(urls.addModel, keepers, (ask) => save(ask, undefined)),
  get(urls.deskModel(":id"), keepers, async (ask) => {
    const model = await requireModel(ask);
    return page(modelPage(ask.view, model, await unitsOf(ask.tx, { modelId: model.id })));
  }),
  get(urls.editModel(":id"), keepers, async (ask) => {
    const model = await requireModel(ask);
    return page(modelEditPage(ask.view, { values: modelTyped(model), errors: {} }, model));
  }),
  post(urls.editModel(":id"), keepers, async (ask) => save(ask, await requireModel(ask))),
  showing(urls.showing(":id"), "shown"),
  showing(urls.hiding(":id"), "hidden"),
];
