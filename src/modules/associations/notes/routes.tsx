import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { requireSituation } from "../edit/routes.tsx";
import { recordWriters } from "../rights.ts";
import { showSituation } from "../situation/routes.tsx";
import { urls } from "../urls.ts";
import { notePage } from "./pages.tsx";
import { addNote, editNote, noteById, removeNote, type Note } from "./queries.ts";
import { sensitiveIn, whyNotNote } from "./rules.ts";

const actOf = (ask: Ask, associationId: string) => ({
  by: requirePerson(ask).id,
  at: ask.now,
  associationId,
});

/** What is wrong with the text typed, with the word that made it so. */
function problemsOf(ask: Ask): Problem[] {
  const body = ask.form.get("body");
  const refused = whyNotNote(body, ask.form.has("sure"));
  if (!refused) return [];
  const sentence = ask.t(`day:note.problem.${refused}`, { word: sensitiveIn(body)?.found ?? "" });
  return [{ field: "body", sentence }];
}

/** One's own note on the association of the address. */
async function requireOwn(ask: Ask): Promise<{ id: string; name: string; note: Note }> {
  const { id, record } = await requireSituation(ask);
  const note = await noteById(ask.tx, id, ask.params["note"] ?? "");
  if (!note || note.authorId !== requirePerson(ask).id) return notFound();
  return { id, name: record.name, note };
}

async function answerNote(ask: Ask, problems?: readonly Problem[]): Promise<Answer> {
  const own = await requireOwn(ask);
  const form = problems
    ? formState(ask.form, problems)
    : { values: { body: own.note.body }, errors: {} };
  const shown = problems ? { ...form, values: { ...form.values, warned: "yes" } } : form;
  // After someone's change was shown, saving again replaces it knowingly.
  const body = notePage(ask.view, { ...own, form: shown, revision: own.note.revision });
  return page(body, problems ? 422 : 200);
}

export const noteRoutes: Route[] = [
  post(urls.notes(":id"), recordWriters, async (ask) => {
    const { id } = await requireSituation(ask);
    const problems = problemsOf(ask);
    if (problems.length) return showSituation(ask, undefined, problems);
    await addNote(ask.tx, ask.form.get("body"), actOf(ask, id));
    return redirect(ask.view.href(`${urls.one(id)}#notes`), "day.noted");
  }),

  get(urls.note(":id", ":note"), recordWriters, (ask) => answerNote(ask)),

  post(urls.note(":id", ":note"), recordWriters, async (ask) => {
    const { id, note } = await requireOwn(ask);
    const problems = problemsOf(ask);
    if (problems.length) return answerNote(ask, problems);
    const edit = {
      id: note.id,
      body: ask.form.get("body"),
      revision: Number(ask.form.get("_revision")),
    };
    if ((await editNote(ask.tx, edit, actOf(ask, id))) === "moved") {
      const sentence = ask.t("day:note.moved", { text: note.body });
      return answerNote(ask, [{ field: "body", sentence }]);
    }
    return redirect(ask.view.href(`${urls.one(id)}#notes`), "day.note_edited");
  }),

  ...([true, false] as const).map((removed) =>
    post(
      removed ? urls.noteRemoval(":id", ":note") : urls.noteBack(":id", ":note"),
      recordWriters,
      async (ask) => {
        const { id, note } = await requireOwn(ask);
        await removeNote(ask.tx, note.id, removed, actOf(ask, id));
        const notice = removed ? "day.note_removed" : "day.note_restored";
        return redirect(ask.view.href(`${urls.one(id)}#notes`), notice);
      },
    ),
  ),
];
