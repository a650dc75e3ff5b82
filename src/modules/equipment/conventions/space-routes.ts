import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import {
  get,
  post,
  postPrepared,
  requirePerson,
  type Ask,
  type Route,
} from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { associationMember } from "../../../platform/http/person.ts";
import { associationUrls } from "../../associations/index.ts";
import { isUuid } from "../../people/index.ts";
import { receiveDrawing, signingLimit, type Drawing } from "../signing/receiving.ts";
import { urls } from "../urls.ts";
import { handOf } from "../who.ts";
import { conventionsOf, usualWordsOf, propose, type Convention } from "./queries.ts";
import { seasonLacking } from "./season.ts";
import { answered, printConvention, seenSignatures, signConvention } from "./shared.ts";
import { spaceListPage, spaceOnePage } from "./space-pages.tsx";
import { usualWords } from "./text.ts";

const mineOf = (ask: Ask) => requirePerson(ask).associations;

async function requireMine(ask: Ask): Promise<Convention> {
  const id = ask.params["id"] ?? "";
  const associationIds = mineOf(ask).map((one) => one.id);
  const [convention] = isUuid(id) ? await conventionsOf(ask.tx, { id, associationIds }) : [];
  return convention ?? notFound();
}

/** Those who hold the record sign for the association. */
const maySign = (ask: Ask, { associationId }: Convention): boolean =>
  mineOf(ask).some(({ id, role }) => id === associationId && role === "owner");

async function showOne(ask: Ask, convention: Convention, problems: readonly Problem[] = []) {
  const body = spaceOnePage(ask.view, {
    convention,
    signatures: await seenSignatures(ask, convention),
    today: dayOf(ask.now),
    maySign: maySign(ask, convention),
    papers: associationUrls.spaceDocuments(convention.associationId),
    form: problems.length
      ? formState(ask.form, problems)
      : { values: { name: requirePerson(ask).name }, errors: {} },
  });
  return answered(body, problems);
}

async function showAll(ask: Ask): Promise<Answer> {
  const today = dayOf(ask.now);
  const mine = mineOf(ask);
  const conventions = await conventionsOf(ask.tx, { associationIds: mine.map(({ id }) => id) });
  const lacking = mine.flatMap(({ id, name, role }) => {
    const had = conventions.filter(({ associationId }) => associationId === id);
    const season = role === "reader" ? undefined : seasonLacking(today, had);
    return season ? [{ id, name, until: season.to }] : [];
  });
  return page(spaceListPage(ask.view, { conventions, today, lacking }));
}

/** An association needs not wait to be asked: what the commune agrees on with everybody is ready to be signed. */
async function prepareOne(ask: Ask): Promise<Answer> {
  const one = mineOf(ask).find(({ id }) => id === ask.form.get("association"));
  if (!one || one.role === "reader") return notFound();
  const had = await conventionsOf(ask.tx, { associationIds: [one.id] });
  const season = seasonLacking(dayOf(ask.now), had);
  if (!season) return redirect(ask.view.href(urls.conventions));
  const words = (await usualWordsOf(ask.tx)) ?? usualWords;
  const proposal = { associationId: one.id, season, words, by: requirePerson(ask).id };
  const made = await propose(ask.tx, proposal, handOf(ask));
  return redirect(ask.view.href("done" in made ? urls.convention(made.done) : urls.conventions));
}

async function signMine(ask: Ask, drawing: Drawing | undefined): Promise<Answer> {
  const convention = await requireMine(ask);
  if (!maySign(ask, convention) || convention.withdrawnAt) return notFound();
  const done = await signConvention(
    ask,
    convention,
    { side: "association", papers: false },
    drawing,
  );
  if ("problems" in done) return showOne(ask, convention, done.problems);
  return redirect(ask.view.href(urls.convention(convention.id)), "conventions.signed");
}

export const conventionRoutes: Route[] = [
  get(urls.conventions, associationMember, showAll),
  post(urls.conventions, associationMember, prepareOne),
  get(urls.convention(":id"), associationMember, async (ask) =>
    showOne(ask, await requireMine(ask)),
  ),
  get(urls.conventionPdf(":id"), associationMember, async (ask) =>
    printConvention(ask, await requireMine(ask)),
  ),
  postPrepared(
    urls.conventionSigning(":id"),
    associationMember,
    signingLimit,
    receiveDrawing,
    signMine,
  ),
];
