import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { requireUnit } from "../units/require.ts";
import { changeState } from "../units/write.ts";
import { handOf, sides, type Side } from "../who.ts";
import { checkPage } from "./check-page.tsx";
import { doSteps, roundOf } from "./check.ts";
import { longestWords } from "./codes.ts";
import { historyOf } from "./queries.ts";
import { stepKey } from "./steps.ts";

async function answer(ask: Ask, side: Side, sentence?: string): Promise<Answer> {
  const unit = await requireUnit(ask, side);
  if (unit.state !== "to_check") return redirect(ask.view.href(side.urls.unit(unit.tag)));
  const history = await historyOf(ask.tx, unit.id, 20);
  const seen = {
    side,
    unit,
    steps: await roundOf(ask.tx, unit.id),
    last: history.find(({ kind }) => kind === "returned"),
    form: sentence ? formState(ask.form, [{ field: "words", sentence }]) : blankForm,
  };
  return page(checkPage(ask.view, seen), sentence ? 422 : 200);
}

async function check(ask: Ask, side: Side): Promise<Answer> {
  const unit = await requireUnit(ask, side);
  const words = ask.form.get("words");
  if (words.length > longestWords) return answer(ask, side, ask.t("handing:problem.long"));
  if (ask.form.get("broken") === "on") {
    if (!words) return answer(ask, side, ask.t("handing:problem.broken"));
    await changeState(ask.tx, unit, "repair", words, handOf(ask));
    return redirect(ask.view.href(side.urls.unit(unit.tag)), "handing.broken");
  }
  const ticked = ask.form.all("steps");
  const steps = (await roundOf(ask.tx, unit.id)).filter((step) => ticked.includes(stepKey(step)));
  const left = await doSteps(ask.tx, unit.id, steps, words || null, handOf(ask));
  return left.length
    ? redirect(ask.view.href(side.urls.checking(unit.tag)), "handing.steps_done")
    : redirect(ask.view.href(side.urls.unit(unit.tag)), "handing.checked");
}

export const checkRoutes: Route[] = sides.flatMap((side) => [
  get(side.urls.checking(":tag"), side.who, (ask) => answer(ask, side)),
  post(side.urls.checking(":tag"), side.who, (ask) => check(ask, side)),
]);
