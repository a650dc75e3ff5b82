import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { associationsNamed, plainWords } from "../../associations/index.ts";
import { publish } from "../../communes/index.ts";
import { isUuid } from "../../people/index.ts";
import { blankForm } from "../../../ui/index.ts";
import { newsKinds, newsTexts, type NewsKind, type NewsText } from "../codes.ts";
import { newsOf, type NewsItem } from "../record/queries.ts";
import { missingIn, mayBe, type Texts } from "../record/rules.ts";
import { addNews, moveTo, notOf, removeNews, rewrite, tellOf } from "../record/write.ts";
import { tellProposer } from "../proposing/letters.ts";
import { urls } from "../urls.ts";
import { deskListPage } from "./list-page.tsx";
import { onePage } from "./one-page.tsx";
import { nameOf } from "./queries.ts";
import { textsSchema } from "./reading.ts";
import { textsPage } from "./texts-page.tsx";
import { handOf, newsWriters, requireItem } from "./who.ts";

const kindOf = (typed: string | null): NewsKind =>
  newsKinds.find((kind) => kind === typed) ?? "action";

const valuesOf = (texts: Texts): Partial<Record<NewsText, string>> =>
  Object.fromEntries(newsTexts.map((name) => [name, texts[name] ?? ""]));

const toOne = (ask: Ask, id: string, notice: string): Answer =>
  redirect(ask.view.href(urls.one(id)), `newsdesk.${notice}`);

async function answerOne(
  ask: Ask,
  wrong: { refused?: string; problems?: Problem[] } = {},
): Promise<Answer> {
  const item = await requireItem(ask);
  const text = (ask.query.get("cherche") ?? "").trim().slice(0, 80);
  const plain = plainWords(text).join(" ");
  const found = plain ? await associationsNamed(ask.tx, { text, plain }, 10) : [];
  const body = onePage(ask.view, {
    item,
    proposedBy: item.proposedBy ? await nameOf(ask.tx, item.proposedBy) : undefined,
    sought: text ? { text, found } : undefined,
    refusing: wrong.problems ? formState(ask.form, wrong.problems) : blankForm,
    refused: wrong.refused,
  });
  return page(body, wrong.refused || wrong.problems ? 422 : 200);
}

async function add(ask: Ask): Promise<Answer> {
  const kind = kindOf(ask.form.get("genre"));
  const read = shape(ask.t, textsSchema, ask.form, newsTexts);
  if ("problems" in read) {
    const form = formState(ask.form, read.problems);
    return page(textsPage(ask.view, { kind, form, item: undefined }), 422);
  }
  const id = await addNews(ask.tx, { kind, state: "draft", ...read.value }, handOf(ask));
  return toOne(ask, id, "added");
}

async function saveTexts(ask: Ask): Promise<Answer> {
  const item = await requireItem(ask);
  const read = shape(ask.t, textsSchema, ask.form, newsTexts);
  const again = (problems: readonly Problem[]) =>
    page(textsPage(ask.view, { kind: item.kind, form: formState(ask.form, problems), item }), 422);
  if ("problems" in read) return again(read.problems);
  const missing = item.state === "published" ? missingIn(item.kind, read.value) : [];
  if (missing.length)
    return again(missing.map((field) => ({ field, sentence: ask.t(`newsdesk:missing.${field}`) })));
  const revision = Number(ask.form.get("_revision"));
  if (!(await rewrite(ask.tx, item, read.value, revision, handOf(ask))))
    return again([{ field: "", sentence: ask.t("newsdesk:problem.moved") }]);
  return toOne(ask, item.id, "saved");
}

/** What was written before comes back, and what it replaces is kept in its turn. */
async function putBack(ask: Ask, item: NewsItem): Promise<Answer> {
  const { previous } = item;
  if (!previous) return toOne(ask, item.id, "saved");
  if (item.state === "published" && missingIn(item.kind, previous).length)
    return answerOne(ask, { refused: ask.t("newsdesk:problem.beforeMissing") });
  await rewrite(ask.tx, item, previous, item.revision, handOf(ask));
  return toOne(ask, item.id, "before");
}

async function publication(ask: Ask, item: NewsItem): Promise<Answer> {
  if (missingIn(item.kind, item).length)
    return answerOne(ask, { refused: ask.t("newsdesk:missing.title") });
  await moveTo(ask.tx, item, "published", handOf(ask));
  if (item.state === "proposed") await tellProposer(ask, item, null);
  return toOne(ask, item.id, "published");
}

async function refuse(ask: Ask, item: NewsItem): Promise<Answer> {
  const answer = ask.form.get("answer").slice(0, 600);
  if (!mayBe.refused(item.state)) return toOne(ask, item.id, "saved");
  if (!answer)
    return answerOne(ask, {
      problems: [{ field: "answer", sentence: ask.t("newsdesk:problem.answer") }],
    });
  await moveTo(ask.tx, item, "declined", handOf(ask), answer);
  await tellProposer(ask, item, answer);
  return toOne(ask, item.id, "declined");
}

/** Adds or takes away an association the item is about. */
const about = (work: typeof tellOf | typeof notOf) => async (ask: Ask, item: NewsItem) => {
  const association = ask.form.get("association");
  if (isUuid(association) && (await nameOf(ask.tx, association)))
    await work(ask.tx, item.id, association);
  if (item.state === "published") await publish(ask.tx);
  return redirect(ask.view.href(`${urls.one(item.id)}#associations`), "newsdesk.about");
};

const onOne = (path: string, work: (ask: Ask, item: NewsItem) => Promise<Answer>): Route =>
  post(path, newsWriters, async (ask) => work(ask, await requireItem(ask)));

export const deskRoutes: Route[] = [
  get(urls.desk, newsWriters, async (ask) =>
    page(deskListPage(ask.view, await newsOf(ask.tx, {}))),
  ),
  get(urls.add, newsWriters, async (ask) =>
    page(
      textsPage(ask.view, {
        kind: kindOf(ask.query.get("genre")),
        form: blankForm,
        item: undefined,
      }),
    ),
  ),
  post(urls.add, newsWriters, add),
  get(urls.one(":id"), newsWriters, (ask) => answerOne(ask)),
  get(urls.texts(":id"), newsWriters, async (ask) => {
    const item = await requireItem(ask);
    const form = { values: valuesOf(item), errors: {} };
    return page(textsPage(ask.view, { kind: item.kind, form, item }));
  }),
  post(urls.texts(":id"), newsWriters, saveTexts),
  onOne(urls.before(":id"), putBack),
  onOne(urls.publication(":id"), publication),
  onOne(urls.withdrawal(":id"), async (ask, item) => {
    if (mayBe.withdrawn(item.state)) await moveTo(ask.tx, item, "withdrawn", handOf(ask));
    return toOne(ask, item.id, "withdrawn");
  }),
  onOne(urls.refusal(":id"), refuse),
  onOne(urls.removal(":id"), async (ask, item) => {
    if (!mayBe.removed(item.state)) return toOne(ask, item.id, "saved");
    await removeNews(ask.tx, item.id, handOf(ask));
    return redirect(ask.view.href(urls.desk), "newsdesk.removed");
  }),
  onOne(urls.associations(":id"), about(tellOf)),
  onOne(urls.without(":id"), about(notOf)),
];
