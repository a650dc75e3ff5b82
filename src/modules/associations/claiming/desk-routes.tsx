import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { record } from "../../journal/index.ts";
import { requireSituation } from "../edit/routes.tsx";
import {
  addInvitation,
  cancelInvitation,
  waitingInvitations,
  type Invited,
} from "../members/invitations.ts";
import { sendAccessLink } from "../members/letters.ts";
import { membersOf } from "../members/queries.ts";
import { topics } from "../members/rules.ts";
import { addressMarks } from "../reminders/addresses.ts";
import { situationOf } from "../record/queries.ts";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { liveCodes, newClaimCode } from "./codes.ts";
import { claimDeskPage, claimsPage } from "./desk-pages.tsx";
import { refusedLetter } from "./letters.ts";
import { madeCodePage, makeCodePage } from "./paper-pages.tsx";
import { decideRequest, requestById, type Request } from "./queries.ts";
import { acceptanceSchema } from "./reading.ts";
import { waiting } from "./waiting.ts";

const requireRequest = async (ask: Ask): Promise<Request> =>
  (await requestById(ask.tx, ask.params["id"] ?? "")) ?? notFound();

async function showClaim(
  ask: Ask,
  wrong?: { problems?: readonly Problem[]; problem?: string },
): Promise<Answer> {
  const request = await requireRequest(ask);
  const situation = (await situationOf(ask.tx, request.association_id)) ?? notFound();
  const members = await membersOf(ask.tx, situation.id);
  const form = formState(ask.form, wrong?.problems);
  const marks = await addressMarks(ask.tx, situation.id);
  const seen = { marks, request, situation, members, form, problem: wrong?.problem };
  return page(claimDeskPage(ask.view, seen), wrong ? 422 : 200);
}

async function decide(
  ask: Ask,
  request: Request,
  state: "accepted" | "refused",
  answer: string | null,
) {
  const by = requirePerson(ask).id;
  const decision = { state, by, at: ask.now, answer };
  if (!(await decideRequest(ask.tx, request.request_id, decision))) return false;
  await record(ask.tx, {
    actor: { kind: "person", id: by },
    at: ask.now,
    subject: { kind: "association", id: request.association_id },
    action: `association.claim_${state}`,
    change: { request: request.request_id },
  });
  return true;
}

const already = (ask: Ask) => showClaim(ask, { problem: ask.t("registry:queue.already") });

/** The record an address names; one that was joined to another has no code nor people of its own. */
async function requireLive(ask: Ask) {
  const { id, record, mergedInto } = await requireSituation(ask);
  return mergedInto ? notFound() : { id, name: record.name };
}

/** What agents do about who holds a listing: answer requests, hand a code over. */
export const claimingDeskRoutes: Route[] = [
  get(urls.claims, recordWriters, async (ask) => page(claimsPage(ask.view, await waiting(ask)))),
  get(urls.claimOf(":id"), recordWriters, (ask) => showClaim(ask)),

  post(urls.claimAcceptance(":id"), recordWriters, async (ask) => {
    const request = await requireRequest(ask);
    const shaped = shape(ask.t, acceptanceSchema, ask.form, ["role"]);
    if ("problems" in shaped) return showClaim(ask, { problems: shaped.problems });
    if (!(await decide(ask, request, "accepted", null))) return already(ask);
    const { role } = shaped.value;
    const invited: Invited = {
      associationId: request.association_id,
      email: request.email,
      name: request.name,
      role,
      topics: role === "editor" ? topics : [],
      how: "request",
    };
    const actor = { kind: "person", id: requirePerson(ask).id } as const;
    // Whoever was invited already is told again, with the role just given.
    for (const one of await waitingInvitations(ask.tx, invited.associationId))
      if (one.email === invited.email) await cancelInvitation(ask.tx, one, actor, ask.now);
    const token = await addInvitation(ask.tx, invited, actor, ask.now);
    await sendAccessLink(ask, invited, request.association, token);
    return redirect(ask.view.href(urls.claims), "space.claim_accepted");
  }),

  post(urls.claimRefusal(":id"), recordWriters, async (ask) => {
    const request = await requireRequest(ask);
    const answer = ask.form.get("answer").slice(0, 2000);
    if (!answer)
      return showClaim(ask, {
        problems: [{ field: "answer", sentence: ask.t("space:problem.reason") }],
      });
    if (!(await decide(ask, request, "refused", answer))) return already(ask);
    await refusedLetter(ask, request, answer);
    return redirect(ask.view.href(urls.claims), "space.claim_refused");
  }),

  get(urls.newClaimCode(":id"), recordWriters, async (ask) => {
    const one = await requireLive(ask);
    return page(makeCodePage(ask.view, one, await liveCodes(ask.tx, one.id, ask.now)));
  }),
  // The code is on this answer and nowhere else: it is not redirected, and asking again makes another.
  post(urls.newClaimCode(":id"), recordWriters, async (ask) => {
    const one = await requireLive(ask);
    const actor = { kind: "person", id: requirePerson(ask).id } as const;
    const made = await newClaimCode(ask.tx, one.id, { actor, at: ask.now });
    return page(madeCodePage(ask.view, one, made));
  }),
];
