import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { allTools } from "../../associations/index.ts";
import { isUuid } from "../../people/index.ts";
import { modelsOf } from "../models/queries.ts";
import { kitUrls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { kitPage, kitsPage } from "./pages.tsx";
import { kitsOf, type Kit } from "./queries.ts";
import { kitRead, kitTyped } from "./reading.ts";
import { standardKitRoutes } from "./standard-routes.ts";
import { addKit, removeKit, saveKit } from "./write.ts";

async function requireKit(ask: Ask): Promise<Kit> {
  const id = ask.params["id"] ?? "";
  const [kit] = isUuid(id) ? await kitsOf(ask.tx, { id }) : [];
  return kit ?? notFound();
}

/** A kit is of the commune: what an association lends itself is asked for apart. */
const modelsFor = async (ask: Ask) => (await modelsOf(ask.tx)).filter(({ owner }) => !owner);

/** The essential tools a kit may answer; one the commune took from its list stays while a kit answers it. */
const toolsFor = async (ask: Ask, kit: Kit | undefined) =>
  (await allTools(ask.tx)).filter(({ code, removed }) => !removed || kit?.tools.includes(code));

async function save(ask: Ask, kit: Kit | undefined): Promise<Answer> {
  const models = await modelsFor(ask);
  const tools = await toolsFor(ask, kit);
  const again = (problems: readonly Problem[]) =>
    page(kitPage(ask.view, { kit, models, tools, form: formState(ask.form, problems) }), 422);
  const read = kitRead(ask.t, ask.form, models, tools);
  if ("problems" in read) return again(read.problems);
  const revision = Number(ask.form.get("_revision"));
  const outcome = kit
    ? await saveKit(ask.tx, kit, read.value, revision, handOf(ask))
    : await addKit(ask.tx, read.value, handOf(ask));
  if ("done" in outcome) return redirect(ask.view.href(kitUrls.all), "lending.saved");
  return outcome.refused === "moved"
    ? again([{ field: "", sentence: ask.t("lending:problem.moved") }])
    : again([{ field: "name", sentence: ask.t("keeping:problem.kitNameTaken") }]);
}

export const kitRoutes: Route[] = [
  ...standardKitRoutes,
  get(kitUrls.all, keepers, async (ask) => page(kitsPage(ask.view, await kitsOf(ask.tx)))),
  get(kitUrls.add, keepers, async (ask) =>
    page(
      kitPage(ask.view, {
        kit: undefined,
        models: await modelsFor(ask),
        tools: await toolsFor(ask, undefined),
        form: blankForm,
      }),
    ),
  ),
  post(kitUrls.add, keepers, (ask) => save(ask, undefined)),
  get(kitUrls.one(":id"), keepers, async (ask) => {
    const kit = await requireKit(ask);
    const form = { values: kitTyped(kit), errors: {} };
    const [models, tools] = [await modelsFor(ask), await toolsFor(ask, kit)];
    return page(kitPage(ask.view, { kit, models, tools, form }));
  }),
  post(kitUrls.one(":id"), keepers, async (ask) => save(ask, await requireKit(ask))),
  post(kitUrls.removal(":id"), keepers, async (ask) => {
    await removeKit(ask.tx, (await requireKit(ask)).id, handOf(ask));
    return redirect(ask.view.href(kitUrls.all), "lending.saved");
  }),
];
