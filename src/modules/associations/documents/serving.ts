import { notFound, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { lendersRead, mayWrite } from "../rights.ts";
import { urls } from "../urls.ts";
import { paperById, publicPapersOf } from "./queries.ts";
import { agentsRead, kindSlugs, type Paper } from "./rules.ts";

/** The bytes of a paper, for those it is shown to; not found by anybody else. */
export const servingRoute: Route = get(urls.document(":id"), anyone, async (ask) => {
  const paper = await paperById(ask.tx, ask.params["id"] ?? "");
  if (!paper) return notFound();
  if (!mayRead(ask, paper)) return afterMerge(ask, paper);
  const bytes = await ask.house.files.read(paper.sha256);
  return bytes ? answer(paper, bytes) : notFound();
});

type Served = NonNullable<Awaited<ReturnType<typeof paperById>>>;

function mayRead({ person }: Ask, paper: Served): boolean {
  const theirs = [paper.associationId, paper.mergedInto];
  if (person?.associations.some(({ id }) => theirs.includes(id))) return true;
  if (mayWrite(person) && agentsRead(paper)) return true;
  if (paper.kind === "convention" && lendersRead.allows(person) && agentsRead(paper)) return true;
  // What its association no longer shows, its address no longer shows either.
  return paper.shown && forEverybody(paper);
}

const forEverybody = ({ visibility, replacedAt, removedAt }: Paper): boolean =>
  visibility === "public" && !replacedAt && !removedAt;

/** Where the paper of a record merged into another leads: to the same paper of the record kept, else to its listing. */
async function afterMerge(ask: Ask, paper: Served): Promise<Answer> {
  const { mergedInto, keptSlug } = paper;
  if (!mergedInto || !keptSlug || !forEverybody(paper)) return notFound();
  const kept = (await publicPapersOf(ask.tx, mergedInto)).find(({ kind }) => kind === paper.kind);
  return redirect(ask.view.href(kept ? urls.document(kept.id) : urls.listing(keptSlug)));
}

const answer = (paper: Paper, bytes: Uint8Array): Answer =>
  paperAnswer(`${kindSlugs[paper.kind]}-${paper.datedOn}`, paper.contentType, bytes);

/** The bytes of a paper somebody sent: a picture was made again by us and is shown, a PDF is their file and is downloaded. */
export function paperAnswer(name: string, contentType: string, bytes: Uint8Array): Answer {
  const picture = contentType.startsWith("image/");
  return {
    status: 200,
    headers: {
      "content-type": contentType,
      "content-disposition": `${picture ? "inline" : "attachment"}; filename="${name}.${picture ? "webp" : "pdf"}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
    body: bytes,
  };
}
