import { z } from "zod";
import { dayOf } from "../../../platform/clock.ts";
import { act } from "../../../platform/db/database.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, say, shape, typedFrom, type Problem } from "../../../platform/http/form.ts";
import { anyStaff, staff } from "../../../platform/http/person.ts";
import { day, text } from "../edit/kinds.ts";
import { requireSituation } from "../edit/routes.tsx";
import { urls } from "../urls.ts";
import { designationPage } from "./pages.tsx";
import { designate, designationHistory, endDesignation } from "./queries.ts";
import { choices, longestWords, readChoice, whyNotSince } from "./rules.ts";

/** Designating engages the commune: the référent's. */
export const designators = staff("referent");

const schema = z.object({
  choice: z.enum(choices, say("designationdesk:problem.choice")),
  words: text(longestWords),
  since: day,
});

type Wrong = { problems: readonly Problem[]; ending?: string };

async function answer(ask: Ask, wrong?: Wrong): Promise<Answer> {
  const { id, record } = await requireSituation(ask);
  const today = dayOf(ask.now);
  const blank = formState(typedFrom({ since: today }));
  const filled = wrong && formState(ask.form, wrong.problems);
  const body = designationPage(ask.view, {
    association: { id, name: record.name },
    designations: await designationHistory(ask.tx, id),
    mayDesignate: designators.allows(ask.person),
    form: filled && !wrong.ending ? filled : blank,
    ending: filled && wrong.ending ? { id: wrong.ending, form: filled } : undefined,
    today,
  });
  return page(body, wrong ? 422 : 200);
}

const actOf = (ask: Ask, associationId: string) => ({
  associationId,
  by: requirePerson(ask).id,
  at: ask.now,
});

export const designationRoutes: Route[] = [
  get(urls.designation(":id"), anyStaff, (ask) => answer(ask)),

  post(urls.designation(":id"), designators, async (ask) => {
    const { id } = await requireSituation(ask);
    const shaped = shape(ask.t, schema, ask.form, ["choice", "words", "since"]);
    if ("problems" in shaped) return answer(ask, shaped);
    const { choice, words, since } = shaped.value;
    const wrong = (field: string, sentence: string) =>
      answer(ask, { problems: [{ field, sentence }] });
    if (!since) return wrong("since", ask.t("designationdesk:problem.since"));
    const refused = whyNotSince(since, dayOf(ask.now));
    if (refused) return wrong("since", ask.t(`designationdesk:problem.${refused}`));
    const said = { ...readChoice(choice), words, since };
    const outcome = await act(ask.tx, { association_designation_open: "already" } as const, () =>
      designate(ask.tx, said, actOf(ask, id)),
    );
    if ("refused" in outcome)
      return wrong("choice", ask.t(`designationdesk:problem.already.${said.kind}`));
    return redirect(ask.view.href(urls.designation(id)), "designationdesk.designated");
  }),

  post(urls.designationEnd(":id"), designators, async (ask) => {
    const { id } = await requireSituation(ask);
    const one =
      (await designationHistory(ask.tx, id)).find(
        (known) => known.id === ask.form.get("designation"),
      ) ?? notFound();
    const field = `reason-${one.kind}`;
    const reason = ask.form.get(field);
    const key = !reason ? "reason" : reason.length > longestWords ? "long" : undefined;
    if (key) {
      const problems = [{ field, sentence: ask.t(`designationdesk:problem.${key}`) }];
      return answer(ask, { problems, ending: one.id });
    }
    await endDesignation(ask.tx, one, { on: dayOf(ask.now), reason }, actOf(ask, id));
    return redirect(ask.view.href(urls.designation(id)), "designationdesk.ended");
  }),
];
