import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { baseOf, formState, movedSince, type Problem } from "../../../platform/http/form.ts";
import { staff } from "../../../platform/http/person.ts";
import { changesBetween, recordChanges } from "../../communes/index.ts";
import { urls } from "../urls.ts";
import { weightsPage } from "./pages.tsx";
import { saveWeights, weightsInForce } from "./queries.ts";
import { whyNotWeights, type Weights } from "./rules.ts";

const deciders = staff("referent");

export const priorityRoutes: Route[] = [
  get(urls.priority, deciders, (ask) => answer(ask)),

  post(urls.priority, deciders, async (ask) => {
    const weights = typedWeights(ask);
    const refused = whyNotWeights(weights);
    if (refused) {
      const sentence = ask.t(`day:priority.problem.${refused.refusal}`);
      return answer(ask, [{ field: refused.field, sentence }]);
    }
    const before = await weightsInForce(ask.tx);
    // What someone else decided since the page was opened is read before it is replaced.
    if (movedSince(ask.form, before))
      return answer(ask, [{ field: "", sentence: ask.t("day:priority.problem.moved", before) }]);
    const changes = changesBetween(values(before), values(weights));
    if (!changes.length) return redirect(ask.view.href(urls.priority), "registry.unchanged");
    await saveWeights(ask.tx, weights);
    await recordChanges(ask, "priority.weights", changes);
    return redirect(ask.view.href(urls.priority), "day.weights");
  }),
];

async function answer(ask: Ask, problems?: readonly Problem[]): Promise<Answer> {
  const now = await weightsInForce(ask.tx);
  const form = problems ? formState(ask.form, problems) : { values: values(now), errors: {} };
  const shown = { ...form, values: { ...form.values, _base: baseOf(now) } };
  return page(weightsPage(ask.view, shown), problems ? 422 : 200);
}

const typedWeights = (ask: Ask): Weights => {
  const number = (name: keyof Weights) => Number(ask.form.get(name) || "NaN");
  return { publics: number("publics"), size: number("size"), access: number("access") };
};

const values = (weights: Weights): Record<keyof Weights, string> => ({
  publics: String(weights.publics),
  size: String(weights.size),
  access: String(weights.access),
});
