import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { publish } from "../../communes/index.ts";
import { refusalOf, type Choice } from "../merge/rules.ts";
import type { Situation } from "../record/fields.ts";
import { duplicateJudges } from "../rights.ts";
import { urls } from "../urls.ts";
import { planOf, wiserToKeep } from "./fields.ts";
import { checkPage, choiceName, mergePage, refusedPage, type MergeSeen } from "./merge-page.tsx";
import { mergeRecords, pairRefusal, type Refusal } from "./merging.ts";
import { pairSeen, requirePair } from "./seen.ts";

/** The pair, the one kept first. */
function sides([first, second]: [Situation, Situation], wanted: string) {
  const kept = [first, second].find(({ id }) => id === wanted) ?? wiserToKeep(first, second);
  return { kept, absorbed: kept === first ? second : first };
}

const isChoice = (text: string): text is Choice => ["kept", "absorbed", "both"].includes(text);

/** What was chosen, part by part. "Both" only makes sense where the two say lists. */
function choicesOf(ask: Ask, kept: Situation, absorbed: Situation): Record<string, Choice> {
  const choices: Record<string, Choice> = {};
  for (const { field, kept: mine } of planOf(kept, absorbed).differing) {
    const typed = ask.form.get(choiceName(field));
    if (isChoice(typed) && (typed !== "both" || Array.isArray(mine?.value))) choices[field] = typed;
  }
  return choices;
}

const revisionsOf = (ask: Ask, kept: Situation, absorbed: Situation) => ({
  [kept.id]: Number(ask.form.get("keptRevision")),
  [absorbed.id]: Number(ask.form.get("absorbedRevision")),
});

async function seenOf(ask: Ask, wanted: string): Promise<MergeSeen> {
  const pair = await requirePair(ask);
  const { kept, absorbed } = sides(pair, wanted);
  const { names } = await pairSeen(ask.tx, kept, absorbed);
  return {
    pair: [pair[0].id, pair[1].id],
    kept,
    absorbed,
    plan: planOf(kept, absorbed, choicesOf(ask, kept, absorbed)),
    names,
    form: formState(ask.form),
  };
}

/** Nothing is written: the choices again, with why; or only why, when nothing can be chosen any more. */
async function refuse(ask: Ask, refused: Refusal): Promise<Answer> {
  const sentence = ask.t(`doubles:refused.${refused}`);
  if (refused === "same_record" || refused === "already_merged")
    return page(refusedPage(ask.view, sentence), ask.request.method === "GET" ? 200 : 422);
  const seen = await seenOf(ask, ask.form.get("kept"));
  if (refused === "changed_meanwhile")
    return page(mergePage(ask.view, { ...seen, problem: sentence }), 422);
  const problems: Problem[] = seen.plan.decisions
    .filter(({ needsPerson }) => needsPerson)
    .map(({ field }) => ({ field: choiceName(field), sentence }));
  return page(mergePage(ask.view, { ...seen, form: formState(ask.form, problems) }), 422);
}

export const mergeRoutes: Route[] = [
  get(urls.pair(":first", ":second"), duplicateJudges, async (ask) => {
    const pair = await requirePair(ask);
    const refused = pairRefusal(...pair);
    if (refused) return refuse(ask, refused);
    return page(mergePage(ask.view, await seenOf(ask, ask.query.get("garder") ?? "")));
  }),

  post(urls.pairCheck(":first", ":second"), duplicateJudges, async (ask) => {
    const pair = await requirePair(ask);
    const { kept, absorbed } = sides(pair, ask.form.get("kept"));
    const refused = pairRefusal(kept, absorbed, revisionsOf(ask, kept, absorbed));
    if (refused) return refuse(ask, refused);
    const seen = await seenOf(ask, kept.id);
    if (refusalOf(seen.plan)) return refuse(ask, "person_must_choose");
    return page(checkPage(ask.view, seen));
  }),

  post(urls.pairMerge(":first", ":second"), duplicateJudges, async (ask) => {
    const { kept, absorbed } = sides(await requirePair(ask), ask.form.get("kept"));
    const outcome = await mergeRecords(
      ask.tx,
      {
        kept: kept.id,
        absorbed: absorbed.id,
        choices: choicesOf(ask, kept, absorbed),
        revisions: revisionsOf(ask, kept, absorbed),
      },
      { source: "hand", at: ask.now, actor: { kind: "person", id: requirePerson(ask).id } },
    );
    if ("refused" in outcome) return refuse(ask, outcome.refused);
    await publish(ask.tx);
    return redirect(ask.view.href(urls.duplicates), "doubles.merged");
  }),
];
