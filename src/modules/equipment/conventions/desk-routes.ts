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
import { documentsOf } from "../../associations/index.ts";
import { isUuid } from "../../people/index.ts";
import { receiveDrawing, signingLimit, type Drawing } from "../signing/receiving.ts";
import { urls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { deskListPage } from "./desk-list-page.tsx";
import { deskOnePage } from "./desk-one-page.tsx";
import { tellConvention } from "./letters.ts";
import {
  conventionsOf,
  keepPaper,
  lackingConvention,
  withdraw,
  type Convention,
} from "./queries.ts";
import { proposeRoutes } from "./propose-routes.ts";
import { yearAgo } from "./season.ts";
import { seasonAround } from "../../communes/index.ts";
import { answered, printConvention, seenSignatures, signConvention } from "./shared.ts";

async function requireConvention(ask: Ask): Promise<Convention> {
  const id = ask.params["id"] ?? "";
  const [convention] = isUuid(id) ? await conventionsOf(ask.tx, { id }) : [];
  return convention ?? notFound();
}

/** The convention signed on paper that stands when this one does. */
const paperOf = async (ask: Ask, { associationId, fromDay }: Convention) =>
  (await documentsOf(ask.tx, associationId)).find(
    ({ kind, expiresOn }) => kind === "convention" && (expiresOn ?? "") >= fromDay,
  );

async function showOne(ask: Ask, convention: Convention, problems: readonly Problem[] = []) {
  const signatures = await seenSignatures(ask, convention);
  const agent = signatures.some(({ side }) => side === "association");
  const body = deskOnePage(ask.view, {
    convention,
    signatures,
    today: dayOf(ask.now),
    paper: await paperOf(ask, convention),
    form: problems.length
      ? formState(ask.form, problems)
      : { values: { name: agent ? requirePerson(ask).name : "" }, errors: {} },
  });
  return answered(body, problems);
}

/** Signs for the commune, or for the association that signs at the counter or gave back its paper. */
async function signOne(ask: Ask, drawing: Drawing | undefined): Promise<Answer> {
  const convention = await requireConvention(ask);
  if (convention.withdrawnAt) return notFound();
  const side = ask.form.get("side") === "commune" ? "commune" : "association";
  // The commune never signs first what the association has not read.
  if (side === "commune" && !convention.signedBy.association) return notFound();
  const done = await signConvention(ask, convention, { side, papers: true }, drawing);
  if ("problems" in done) return showOne(ask, convention, done.problems);
  const paper = done.paper && side === "association" && (await paperOf(ask, convention));
  if (paper) await keepPaper(ask.tx, convention.id, paper.id);
  if (side === "commune") await tellConvention(ask, convention, "valid");
  return redirect(
    ask.view.href(urls.deskConvention(convention.id)),
    side === "commune" ? "conventiondesk.valid" : "signing.signed",
  );
}

export const deskConventionRoutes: Route[] = [
  get(urls.deskConventions, keepers, async (ask) => {
    const today = dayOf(ask.now);
    const season = seasonAround(today);
    return page(
      deskListPage(ask.view, {
        conventions: await conventionsOf(ask.tx, { from: yearAgo(today) }),
        lacking: await lackingConvention(ask.tx, season, new Date(yearAgo(today))),
        season,
        today,
      }),
    );
  }),
  ...proposeRoutes,
  get(urls.deskConvention(":id"), keepers, async (ask) =>
    showOne(ask, await requireConvention(ask)),
  ),
  get(urls.deskConventionPdf(":id"), keepers, async (ask) =>
    printConvention(ask, await requireConvention(ask)),
  ),
  postPrepared(urls.deskConventionSigning(":id"), keepers, signingLimit, receiveDrawing, signOne),
  post(urls.withdrawConvention(":id"), keepers, async (ask) => {
    const { id } = await requireConvention(ask);
    await withdraw(ask.tx, id, requirePerson(ask).id, handOf(ask));
    return redirect(ask.view.href(urls.deskConvention(id)), "conventiondesk.withdrawn");
  }),
];
