import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { staff } from "../../../platform/http/person.ts";
import { publish } from "../../communes/index.ts";
import { record } from "../../journal/index.ts";
import { blankForm } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { synonymPage, synonymsPage } from "./pages.tsx";
import { addGroup, changeGroup, groupById, groups, removeGroup } from "./queries.ts";
import { whyNotGroup, wordsIn, type GroupRefusal } from "./rules.ts";

/** Who may change the words of the search. */
export const editors = staff("referent", "communication");

const refusals = {
  too_few: "directory:problem.tooFew",
  too_many: "directory:problem.tooMany",
  too_long: "directory:problem.tooLong",
} as const satisfies Record<GroupRefusal, string>;

const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const vocabularyRoutes: Route[] = [
  get(urls.synonyms, editors, async (ask) =>
    page(synonymsPage(ask.view, await groups(ask.tx), blankForm)),
  ),
  post(urls.synonyms, editors, async (ask) => {
    const words = wordsIn(ask.form.get("words"));
    const refused = whyNotGroup(words);
    if (refused)
      return page(synonymsPage(ask.view, await groups(ask.tx), wrong(ask, refused)), 422);
    const id = await addGroup(ask.tx, words, by(ask));
    return done(ask, id, "synonym.added", { words: { old: null, new: words } });
  }),
  get(urls.synonym(":id"), editors, async (ask) => {
    const group = await requireGroup(ask);
    const form = { values: { words: group.words.join(", ") }, errors: {} };
    return page(synonymPage(ask.view, group.id, form));
  }),
  post(urls.synonym(":id"), editors, async (ask) => {
    const group = await requireGroup(ask);
    const words = wordsIn(ask.form.get("words"));
    const refused = whyNotGroup(words);
    if (refused) return page(synonymPage(ask.view, group.id, wrong(ask, refused)), 422);
    await changeGroup(ask.tx, group.id, words, by(ask));
    return done(ask, group.id, "synonym.changed", { words: { old: group.words, new: words } });
  }),
  post(urls.synonymRemoval(":id"), editors, async (ask) => {
    const group = await requireGroup(ask);
    await removeGroup(ask.tx, group.id);
    return done(ask, group.id, "synonym.removed", { words: { old: group.words, new: null } });
  }),
];

const by = (ask: Ask) => ({ at: ask.now, id: requirePerson(ask).id });

async function requireGroup(ask: Ask) {
  const id = ask.params["id"] ?? "";
  return (idShape.test(id) ? await groupById(ask.tx, id) : undefined) ?? notFound();
}

const wrong = (ask: Ask, refused: GroupRefusal) => ({
  values: { words: ask.form.get("words") },
  errors: { words: ask.t(refusals[refused]) },
});

async function done(
  ask: Ask,
  id: string,
  action: "synonym.added" | "synonym.changed" | "synonym.removed",
  change: Record<string, unknown>,
): Promise<Answer> {
  const actor = { kind: "person", id: requirePerson(ask).id } as const;
  await record(ask.tx, { actor, at: ask.now, subject: { kind: "synonym", id }, action, change });
  await publish(ask.tx);
  return redirect(ask.view.href(urls.synonyms), `directory.${action.replace(".", "_")}`);
}
