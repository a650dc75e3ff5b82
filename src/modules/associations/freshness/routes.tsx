import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { baseOf, formState, movedSince, type Problem } from "../../../platform/http/form.ts";
import { staff } from "../../../platform/http/person.ts";
import { changesBetween, publish, recordChanges } from "../../communes/index.ts";
import { sections } from "../codes.ts";
import { urls } from "../urls.ts";
import { freshnessRulesPage } from "./pages.tsx";
import { freshnessRules, saveFreshnessRules } from "./queries.ts";
import { whyNotRules, type FreshnessRules } from "./rules.ts";

const deciders = staff("referent");

export const freshnessRoutes: Route[] = [
  get(urls.freshness, deciders, (ask) => answer(ask)),
  post(urls.freshness, deciders, async (ask) => {
    const rules = typedRules(ask);
    const refused = whyNotRules(rules);
    if (refused) {
      const sentence = ask.t(`registry:freshness.problem.${refused.refusal}`);
      return answer(ask, [{ field: refused.field, sentence }]);
    }
    const before = values(await freshnessRules(ask.tx));
    if (movedSince(ask.form, before))
      return answer(ask, [{ field: "", sentence: ask.t("settings:problem.moved") }]);
    const changes = changesBetween(before, values(rules));
    if (!changes.length) return redirect(ask.view.href(urls.freshness), "registry.unchanged");
    await saveFreshnessRules(ask.tx, rules);
    await recordChanges(ask, "freshness.rules", changes);
    await publish(ask.tx);
    return redirect(ask.view.href(urls.freshness), "registry.freshness_saved");
  }),
];

async function answer(ask: Ask, problems?: Problem[]): Promise<Answer> {
  const now = values(await freshnessRules(ask.tx));
  const form = problems ? formState(ask.form, problems) : { values: now, errors: {} };
  return page(freshnessRulesPage(ask.view, form, baseOf(now)), problems ? 422 : 200);
}

/** What was typed; a field left blank is no number, save the last: never. */
function typedRules(ask: Ask): FreshnessRules {
  const number = (name: string) => Number(ask.form.get(name) || "NaN");
  return {
    sections: sections.map((section) => ({
      section,
      upToDateMonths: number(`${section}_upToDate`),
      toConfirmMonths: number(`${section}_toConfirm`),
    })),
    archiveMonths: ask.form.get("archive") ? number("archive") : undefined,
  };
}

/** The rules as the form writes them. */
const values = ({ sections: rules, archiveMonths }: FreshnessRules): Record<string, string> => ({
  ...Object.fromEntries(
    rules.flatMap(({ section, upToDateMonths, toConfirmMonths }) => [
      [`${section}_upToDate`, String(upToDateMonths)],
      [`${section}_toConfirm`, String(toConfirmMonths)],
    ]),
  ),
  archive: archiveMonths === undefined ? "" : String(archiveMonths),
});
