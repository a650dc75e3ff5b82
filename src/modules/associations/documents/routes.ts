import { z } from "zod";
import { dayOf } from "../../../platform/clock.ts";
import { act } from "../../../platform/db/database.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import {
  get,
  post,
  postPrepared,
  requirePerson,
  type Ask,
  type Route,
} from "../../../platform/http/ask.ts";
import { formState, say, shape, typedFrom, type Problem } from "../../../platform/http/form.ts";
import { associationMember, type Who } from "../../../platform/http/person.ts";
import { publish } from "../../communes/index.ts";
import { record } from "../../journal/index.ts";
import { day } from "../edit/kinds.ts";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { addPage } from "./add-page.tsx";
import { listPage } from "./pages.tsx";
import {
  addPaper,
  paperById,
  papersOf,
  publicPapersOf,
  removePaper,
  restorePaper,
} from "./queries.ts";
import { largestBody, paperField, receivePaper, type Received } from "./receiving.ts";
import {
  kindOfSlug,
  kindSlugs,
  mustEnd,
  visibilities,
  type DocumentKind,
  type Paper,
} from "./rules.ts";
import { servingRoute } from "./serving.ts";
import { shelfAtDesk, shelfInSpace, type Shelf } from "./shelf.ts";

/** Read to the end past the largest paper: the refusal is then a sentence by the field. */

const schema = z.object({
  datedOn: day,
  expiresOn: day,
  visibility: z.enum(visibilities, say("documents:problem.visibility")),
});
const fields = ["datedOn", "expiresOn", "visibility"] as const;

const kindIn = (ask: Ask): DocumentKind => kindOfSlug(ask.params["kind"] ?? "") ?? notFound();

const answerList = async (ask: Ask, shelf: Shelf, problem?: string): Promise<Answer> => {
  const papers = (await papersOf(ask.tx, shelf.id)).filter(shelf.sees);
  const body = listPage(ask.view, { shelf, papers, today: dayOf(ask.now), problem });
  return page(body, problem ? 422 : 200);
};

const shelfRoutes = (base: string, who: Who, find: (ask: Ask) => Promise<Shelf>): Route[] => [
  get(base, who, async (ask) => answerList(ask, await find(ask))),

  get(`${base}/:kind`, who, async (ask) => {
    const shelf = await find(ask);
    const kind = kindIn(ask);
    if (!shelf.mayAdd) return notFound();
    const form = formState(typedFrom({ visibility: "town_hall" }));
    return page(addPage(ask.view, { shelf, kind, form }));
  }),

  postPrepared(`${base}/:kind`, who, largestBody, receivePaper, async (ask, received) => {
    const shelf = await find(ask);
    if (!shelf.mayAdd) return notFound();
    return add(ask, shelf, kindIn(ask), received);
  }),

  post(`${base}/:paper/retrait`, who, async (ask) => {
    const shelf = await find(ask);
    const paper = await requirePaper(ask, shelf);
    if (!(await removePaper(ask.tx, paper.id, ask.now, requirePerson(ask).id)))
      return answerList(ask, shelf, ask.t("documents:problem.removed"));
    await note(ask, shelf, "removed", paper.kind);
    if (paper.visibility === "public") await publish(ask.tx);
    return redirect(ask.view.href(shelf.base), "documents.removed");
  }),

  post(`${base}/:paper/remise`, who, async (ask) => {
    const shelf = await find(ask);
    const paper = await requirePaper(ask, shelf);
    if (!(await restorePaper(ask.tx, paper.id, ask.now)))
      return answerList(ask, shelf, ask.t("documents:problem.restored"));
    await note(ask, shelf, "restored", paper.kind);
    if (paper.visibility === "public") await publish(ask.tx);
    return redirect(ask.view.href(shelf.base), "documents.restored");
  }),
];

async function requirePaper(ask: Ask, shelf: Shelf): Promise<Paper> {
  const paper = await paperById(ask.tx, ask.params["paper"] ?? "");
  const here = paper && [paper.associationId, paper.mergedInto].includes(shelf.id);
  return paper && here && shelf.sees(paper) && shelf.mayRemove(paper) ? paper : notFound();
}

async function add(
  ask: Ask,
  shelf: Shelf,
  kind: DocumentKind,
  received: Received,
): Promise<Answer> {
  const shaped = shape(ask.t, schema, ask.form, fields);
  const problems: Problem[] = "problems" in shaped ? [...shaped.problems] : [];
  const wrong = (field: string, sentence: string) =>
    problems.some((one) => one.field === field) || problems.push({ field, sentence });
  if (!received) wrong(paperField, ask.t("documents:problem.file"));
  else if ("refusal" in received) wrong(paperField, ask.t(`documents:problem.${received.refusal}`));
  const value = "value" in shaped ? shaped.value : undefined;
  const today = dayOf(ask.now);
  if (value) {
    const { datedOn, expiresOn } = value;
    if (!datedOn) wrong("datedOn", ask.t("documents:problem.datedOn"));
    else if (datedOn > today && !mustEnd(kind)) wrong("datedOn", ask.t("documents:problem.future"));
    if (mustEnd(kind) && !expiresOn) wrong("expiresOn", ask.t("documents:problem.expiresOn"));
    if (datedOn && expiresOn && expiresOn < datedOn)
      wrong("expiresOn", ask.t("documents:problem.ends_before"));
  }
  const again = () => page(addPage(ask.view, { shelf, kind, form: formState(ask.form, problems) }), 422); // prettier-ignore
  if (problems.length > 0 || !value?.datedOn || !received || "refusal" in received) return again();
  // The version it takes the place of may have been shown to everybody.
  const shown = await publicPapersOf(ask.tx, shelf.id);
  const outcome = await act(ask.tx, { association_document_in_use_once: "meanwhile" }, () =>
    addPaper(ask.tx, {
      associationId: shelf.id,
      kind,
      file: received,
      datedOn: value.datedOn ?? today,
      expiresOn: value.expiresOn,
      visibility: value.visibility,
      by: shelf.by,
      personId: requirePerson(ask).id,
      at: ask.now,
    }),
  );
  if ("refused" in outcome) {
    wrong("", ask.t("documents:problem.meanwhile"));
    return again();
  }
  await note(ask, shelf, "added", kind);
  if (value.visibility === "public" || shown.some((one) => one.kind === kind))
    await publish(ask.tx);
  return redirect(ask.view.href(shelf.base), "documents.added");
}

const note = (ask: Ask, shelf: Shelf, what: "added" | "removed" | "restored", kind: DocumentKind) =>
  record(ask.tx, {
    actor: { kind: "person", id: requirePerson(ask).id },
    at: ask.now,
    subject: { kind: "association", id: shelf.id },
    action: `association.document_${what}`,
    change: { document: kindSlugs[kind] },
  });

export const documentRoutes: Route[] = [
  servingRoute,
  ...shelfRoutes(urls.spaceDocuments(":id"), associationMember, shelfInSpace),
  ...shelfRoutes(urls.documents(":id"), recordWriters, shelfAtDesk),
];
