import { act } from "../../../platform/db/database.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyStaff } from "../../../platform/http/person.ts";
import { entriesOf, historyOf } from "../../journal/index.ts";
import { publish } from "../../communes/index.ts";
import { situationOf } from "../record/queries.ts";
import { mayWrite, recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { historyPage } from "./pages.tsx";
import { namesOf } from "./queries.ts";
import { undoable, undoEntries, type Undone } from "./undo.ts";
import { fieldWords, peopleIn } from "./words.tsx";

const mostLines = 300;

async function answerHistory(ask: Ask, refused?: string): Promise<Answer> {
  const id = ask.params["id"] ?? "";
  const situation = (await situationOf(ask.tx, id)) ?? notFound();
  const lines = await historyOf(ask.tx, "association", id, mostLines);
  const people = lines.flatMap(peopleIn);
  const body = historyPage(ask.view, {
    id,
    name: situation.record.name,
    lines,
    names: await namesOf(ask.tx, people),
    mayWrite: mayWrite(ask.person),
    undoable,
    refused,
  });
  return page(body, refused ? 422 : 200);
}

const taken = {
  association_rna_unique: "rna_taken",
  association_siret_unique: "siret_taken",
  association_place_in_use: "in_use",
} as const;

async function undo(ask: Ask, entryId: string) {
  const [line] = await entriesOf(ask.tx, [entryId]);
  if (line?.subject.kind !== "association" || line.subject.id !== ask.params["id"])
    return notFound();
  const origin = {
    source: "hand",
    at: ask.now,
    actor: { kind: "person", id: requirePerson(ask).id },
  } as const;
  return act(ask.tx, taken, async () => (await undoEntries(ask.tx, [line], origin))[0]);
}

export const historyRoutes: Route[] = [
  get(urls.history(":id"), anyStaff, (ask) => answerHistory(ask)),

  post(urls.undo(":id", ":entry"), recordWriters, async (ask) => {
    const entry = ask.params["entry"] ?? "";
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(entry)) return notFound();
    const outcome = await undo(ask, entry);
    const why = refusalOf(ask, "refused" in outcome ? outcome : outcome.done);
    if (why) return answerHistory(ask, why);
    await publish(ask.tx);
    const without = "done" in outcome && outcome.done && "without" in outcome.done;
    return redirect(
      ask.view.href(urls.history(ask.params["id"] ?? "")),
      without ? "registry.undone_without" : "registry.undone",
    );
  }),
];

function refusalOf(
  ask: Ask,
  outcome: Undone | { refused: (typeof taken)[keyof typeof taken] } | undefined,
): string | undefined {
  if (!outcome || !("refused" in outcome)) return undefined;
  const fields = "fields" in outcome ? (outcome.fields ?? []) : [];
  return ask.t(`registry:history.refused.${outcome.refused}`, {
    fields: fields.map((field) => fieldWords(ask.t, field)).join(", "),
  });
}
