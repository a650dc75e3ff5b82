import { z } from "zod";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { parsedJson } from "../../../platform/json.ts";
import { publish } from "../../communes/index.ts";
import { contentLanguages, longestTexts, textFields } from "../codes.ts";
import { lastEdit } from "../confirming/queries.ts";
import { text } from "../edit/kinds.ts";
import type { Keeper } from "../members/keeper.ts";
import { urls } from "../urls.ts";
import { baseOfTexts, doors, originOfTexts } from "./doors.ts";
import { formPage } from "./form-page.tsx";
import { listPage } from "./list-page.tsx";
import { baseOf, removeTexts, saveTexts, writtenOf, type Written } from "./saving.ts";

const schema = z.object({
  aims: text(longestTexts.aims),
  schedule: text(longestTexts.schedule),
  registration: text(longestTexts.registration),
  prices: text(longestTexts.prices),
  accessNote: text(longestTexts.accessNote),
});

const requireWritten = async (ask: Ask, { association }: Keeper): Promise<Written> =>
  (await writtenOf(ask.tx, association.id)) ?? notFound();

async function answerList(ask: Ask, keeper: Keeper, refused?: string): Promise<Answer> {
  const { situation, texts } = await requireWritten(ask, keeper);
  const undo = refused ? undefined : await justWritten(ask, keeper);
  const body = listPage(ask.view, { keeper, situation, texts, refused, undo });
  return page(body, refused ? 422 : 200);
}

/** Where what was written or taken away a moment ago is undone. */
async function justWritten(ask: Ask, keeper: Keeper): Promise<string | undefined> {
  if (!/^texts\.(saved|removed)$/.test(ask.query.get("fait") ?? "")) return undefined;
  const { id } = keeper.association;
  const entry = await lastEdit(ask.tx, id, keeper.personId, ask.now, "association.translated");
  return entry && (keeper.side === "space" ? urls.spaceUndo : urls.undo)(id, entry);
}

/** Why one may not write in a language, in words; nothing when one may. */
function refusal(ask: Ask, lang: string): string | undefined {
  if (contentLanguages.includes(lang)) return undefined;
  return ask.t(lang === "fr" ? "texts:problem.french" : "texts:problem.unknown");
}

type Wrong = { problems?: readonly Problem[]; moved?: boolean };

async function answerForm(ask: Ask, keeper: Keeper, lang: string, wrong?: Wrong): Promise<Answer> {
  const written = await requireWritten(ask, keeper);
  const base = baseOf(written, lang);
  const body = formPage(ask.view, {
    keeper,
    lang,
    written,
    // After a problem the form keeps what it was opened on; after a change by someone else, what is shown now.
    base: wrong?.problems ? parsedJson(ask.form.get("_base")) : base,
    form: wrong ? formState(ask.form, wrong.problems ?? []) : { values: { ...filled(base.texts) }, errors: {} },
    moved: wrong?.moved ?? false,
  }); // prettier-ignore
  return page(body, wrong ? 422 : 200);
}

const filled = (texts: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([field, words]) => [field, words ?? ""]));

async function save(ask: Ask, keeper: Keeper, lang: string): Promise<Answer> {
  const shaped = shape(ask.t, schema, ask.form, textFields);
  if ("problems" in shaped) return answerForm(ask, keeper, lang, { problems: shaped.problems });
  const edit = { id: keeper.association.id, lang, typed: shaped.value, base: parsedJson(ask.form.get("_base")) }; // prettier-ignore
  const outcome = (await saveTexts(ask.tx, edit, originOfTexts(keeper, ask))) ?? notFound();
  if ("moved" in outcome) return answerForm(ask, keeper, lang, { moved: true });
  if (outcome.saved) await publish(ask.tx);
  return redirect(
    ask.view.href(baseOfTexts(keeper)),
    outcome.saved ? "texts.saved" : "texts.unchanged",
  );
}

async function remove(ask: Ask, keeper: Keeper, lang: string): Promise<Answer> {
  const removed = await removeTexts(
    ask.tx,
    { id: keeper.association.id, lang },
    originOfTexts(keeper, ask),
  );
  if (!removed) return answerList(ask, keeper, ask.t("texts:problem.gone"));
  await publish(ask.tx);
  return redirect(ask.view.href(baseOfTexts(keeper)), "texts.removed");
}

type Work = (ask: Ask, keeper: Keeper, lang: string) => Promise<Answer>;

/** The texts of a page in other languages: their list, a form by language, taking one away. */
export const textRoutes: Route[] = doors.flatMap(({ base, who, find }) => {
  const list = base(":id");
  const inLanguage = (work: Work) => async (ask: Ask) => {
    const keeper = await find(ask);
    const lang = ask.params["lang"] ?? "";
    const refused = refusal(ask, lang);
    return refused ? answerList(ask, keeper, refused) : work(ask, keeper, lang);
  };
  return [
    get(list, who, async (ask) => {
      const keeper = await find(ask);
      const lang = ask.query.get("langue");
      if (lang === null) return answerList(ask, keeper);
      const refused = refusal(ask, lang);
      return refused
        ? answerList(ask, keeper, refused)
        : redirect(ask.view.href(`${list.replace(":id", keeper.association.id)}/${lang}`));
    }),
    get(`${list}/:lang`, who, inLanguage(answerForm)),
    post(`${list}/:lang`, who, inLanguage(save)),
    post(`${list}/:lang/retrait`, who, inLanguage(remove)),
  ];
});
