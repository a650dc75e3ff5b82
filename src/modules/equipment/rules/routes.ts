import { page, redirect } from "../../../platform/http/answer.ts";
import { get, post, type Route } from "../../../platform/http/ask.ts";
import { formState, shape } from "../../../platform/http/form.ts";
import { urls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { rulesPage } from "./page.tsx";
import { lendingRules, saveLendingRules } from "./queries.ts";
import { ruleNames, rulesSchema, rulesTyped } from "./reading.ts";

export const ruleRoutes: Route[] = [
  get(urls.rules, keepers, async (ask) =>
    page(rulesPage(ask.view, { values: rulesTyped(await lendingRules(ask.tx)), errors: {} })),
  ),
  post(urls.rules, keepers, async (ask) => {
    const read = shape(ask.t, rulesSchema, ask.form, ruleNames);
    if ("problems" in read)
      return page(rulesPage(ask.view, formState(ask.form, read.problems)), 422);
    await saveLendingRules(ask.tx, read.value, handOf(ask));
    return redirect(ask.view.href(urls.desk), "lending.saved");
  }),
];
