import { z } from "zod";
import { addDays, dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, say, shape, type Problem } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { isUuid } from "../../people/index.ts";
import type { Model } from "../models/queries.ts";
import { whole } from "../reading.ts";
import { upkeepUrls, urls } from "../urls.ts";
import { handOf, keepers, requireModel } from "../who.ts";
import { upkeepPage } from "./pages.tsx";
import { planPage } from "./plan-page.tsx";
import { plansOf, upkeepDone, upkeepDue, type Plan } from "./queries.ts";
import { addPlan, endPlan, markDone, savePlan, takeBack, type Time } from "./write.ts";

/** What was done is shown, to be taken back, for a week. */
const shownDays = 7;

const schema = z
  .object({
    task: z.string().min(1, say("keeping:problem.task")).max(200, say("lending:problem.long")),
    eachDays: whole(1, 3650),
    eachLoans: whole(1, 1000),
  })
  .refine(({ eachDays, eachLoans }) => eachDays !== null || eachLoans !== null, {
    path: ["eachDays"],
    message: say("keeping:problem.rhythm"),
  });

async function requirePlan(ask: Ask): Promise<Plan> {
  const id = ask.params["id"] ?? "";
  const [plan] = isUuid(id) ? await plansOf(ask.tx, { id }) : [];
  return plan ?? notFound();
}

async function save(ask: Ask, model: Pick<Model, "id" | "name">, plan?: Plan): Promise<Answer> {
  const read = shape(ask.t, schema, ask.form, ["task", "eachDays", "eachLoans"]);
  if ("problems" in read) return again(ask, model, plan, read.problems);
  if (plan) await savePlan(ask.tx, plan.id, read.value, handOf(ask));
  else await addPlan(ask.tx, model.id, read.value, handOf(ask));
  return redirect(ask.view.href(urls.deskModel(model.id)), "lending.saved");
}

const again = (
  ask: Ask,
  model: Pick<Model, "id" | "name">,
  plan: Plan | undefined,
  problems: readonly Problem[],
) => page(planPage(ask.view, { plan, model, form: formState(ask.form, problems) }), 422);

const modelOf = ({ modelId, modelName }: Plan) => ({ id: modelId, name: modelName });

/** The time a button speaks of; a form that was made up is not found. */
function timeTyped({ form }: Ask): Time {
  const nth = Number(form.get("nth"));
  const time = { planId: form.get("plan"), unitId: form.get("unit"), nth };
  const real = isUuid(time.planId) && isUuid(time.unitId) && Number.isInteger(nth) && nth >= 1;
  return real && nth < 1_000_000 ? time : notFound();
}

async function done(ask: Ask): Promise<Answer> {
  const time = timeTyped(ask);
  const words = ask.form.get(`note_${time.planId}`).slice(0, 300) || null;
  const marked = await markDone(ask.tx, time, words, handOf(ask), requirePerson(ask).id);
  const tag = ask.form.get("tag");
  const to = tag ? urls.unit(encodeURIComponent(tag)) : upkeepUrls.due;
  return redirect(ask.view.href(to), marked ? "keeping.done" : "keeping.doneAlready");
}

export const upkeepRoutes: Route[] = [
  get(upkeepUrls.due, keepers, async (ask) => {
    const today = dayOf(ask.now);
    const since = new Date(`${addDays(today, -shownDays)}T00:00:00Z`);
    return page(
      upkeepPage(ask.view, {
        due: await upkeepDue(ask.tx, today),
        done: await upkeepDone(ask.tx, since),
        plans: await plansOf(ask.tx),
      }),
    );
  }),
  post(upkeepUrls.due, keepers, done),
  post(upkeepUrls.undo, keepers, async (ask) => {
    await takeBack(ask.tx, timeTyped(ask), handOf(ask));
    return redirect(ask.view.href(upkeepUrls.due), "keeping.undone");
  }),
  get(upkeepUrls.addPlan(":id"), keepers, async (ask) =>
    page(planPage(ask.view, { plan: undefined, model: await requireModel(ask), form: blankForm })),
  ),
  post(upkeepUrls.addPlan(":id"), keepers, async (ask) => save(ask, await requireModel(ask))),
  get(upkeepUrls.plan(":id"), keepers, async (ask) => {
    const plan = await requirePlan(ask);
    const values = {
      task: plan.task,
      eachDays: String(plan.eachDays ?? ""),
      eachLoans: String(plan.eachLoans ?? ""),
    };
    return page(planPage(ask.view, { plan, model: modelOf(plan), form: { values, errors: {} } }));
  }),
  post(upkeepUrls.plan(":id"), keepers, async (ask) => {
    const plan = await requirePlan(ask);
    return save(ask, modelOf(plan), plan);
  }),
  post(upkeepUrls.ending(":id"), keepers, async (ask) => {
    const plan = await requirePlan(ask);
    await endPlan(ask.tx, plan.id, handOf(ask));
    return redirect(ask.view.href(upkeepUrls.due), "lending.saved");
  }),
];
