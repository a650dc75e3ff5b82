import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { staff } from "../../../platform/http/person.ts";
import { publish } from "../../communes/index.ts";
import { record } from "../../journal/index.ts";
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
    const before = await freshnessRules(ask.tx);
    const change = Object.fromEntries(
      Object.entries(flat(rules))
        .map(([name, value]) => [name, [flat(before)[name] ?? null, value ?? null]] as const)
        .filter(([, [old, now]]) => old !== now),
    );
    if (!Object.keys(change).length)
      return redirect(ask.view.href(urls.freshness), "registry.unchanged");
    await saveFreshnessRules(ask.tx, rules);
    await record(ask.tx, {
      actor: { kind: "person", id: requirePerson(ask).id },
      at: ask.now,
      subject: { kind: "commune", id: String(ask.tenant.id) },
      action: "freshness.rules",
      change,
    });
    await publish(ask.tx);
    return redirect(ask.view.href(urls.freshness), "registry.freshness_saved");
  }),
];

async function answer(ask: Ask, problems?: Problem[]): Promise<Answer> {
  const form = problems
    ? formState(ask.form, problems)
    : { values: values(await freshnessRules(ask.tx)), errors: {} };
  return page(freshnessRulesPage(ask.view, form), problems ? 422 : 200);
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

const flat = (rules: FreshnessRules): Record<string, number | undefined> => ({
  ...Object.fromEntries(
    rules.sections.flatMap(({ section, upToDateMonths, toConfirmMonths }) => [
      [`${section}_upToDate`, upToDateMonths],
      [`${section}_toConfirm`, toConfirmMonths],
    ]),
  ),
  archive: rules.archiveMonths,
});

const values = (rules: FreshnessRules) =>
  Object.fromEntries(
    Object.entries(flat(rules)).map(([name, months]) => [
      name,
      months === undefined ? "" : String(months),
    ]),
  );
