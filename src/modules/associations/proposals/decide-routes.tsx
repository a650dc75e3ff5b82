import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { record } from "../../journal/index.ts";
import { publish } from "../../communes/index.ts";
import { blankForm } from "../../../ui/index.ts";
import { likelyMatches } from "../edit/likely.ts";
import { byHand } from "../edit/routes.tsx";
import { recordAsked } from "../record/asked.ts";
import { situationOf } from "../record/queries.ts";
import { writeAll } from "../record/write.ts";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { createFromProposal } from "./accept.ts";
import { correctionWrite, proposedOf, publishedValues } from "./correction.ts";
import { proposalPage } from "./decide-page.tsx";
import { tellSender } from "./letters.ts";
import {
  answeredProposals,
  decideProposal,
  lockProposal,
  proposalById,
  waitingProposals,
  type Proposal,
} from "./queries.ts";
import type { Correctable } from "./rules.ts";
import { queuePage } from "./queue-pages.tsx";

const requireProposal = async (ask: Ask): Promise<Proposal> =>
  (await proposalById(ask.tx, ask.params["id"] ?? "")) ?? notFound();

async function answerProposal(
  ask: Ask,
  wrong?: { problems?: Problem[]; problem?: string },
): Promise<Answer> {
  const proposal = await requireProposal(ask);
  const looks = proposal.kind === "new_association" && proposal.state === "waiting";
  const body = proposalPage(ask.view, {
    proposal,
    likely: looks ? await likelyMatches(ask.tx, proposal.name ?? "") : [],
    form: wrong?.problems ? formState(ask.form, wrong.problems) : blankForm,
    problem: wrong?.problem,
    correction: await correctionOf(ask, proposal),
  });
  return page(body, wrong ? 422 : 200);
}

/** What a report proposes to write, beside what its record says today; nothing when it is words. */
async function correctionOf(ask: Ask, proposal: Proposal) {
  const proposed = proposedOf(proposal.proposed);
  const fields = Object.keys(proposed) as Correctable[];
  if (!fields.length || proposal.state !== "waiting") return undefined;
  const situation = await situationOf(ask.tx, proposal.association_id ?? "");
  return situation && { now: publishedValues(situation, fields), proposed };
}

/** Writes what a report proposes, unless the page says something else than what the agent read. */
async function writeCorrection(ask: Ask, proposal: Proposal): Promise<"moved" | "written"> {
  const situation = await situationOf(ask.tx, proposal.association_id ?? "", true);
  const correction = await correctionOf(ask, proposal);
  if (!situation || !correction) return "written";
  if (ask.form.get("_base") !== JSON.stringify(correction.now)) return "moved";
  const write = correctionWrite(situation, correction.proposed);
  await writeAll(ask.tx, [write], byHand(ask, "proposal"), "association.edited");
  await publish(ask.tx);
  return "written";
}

/** A proposal still waiting, locked; nothing when a colleague answered first. */
async function stillWaiting(ask: Ask): Promise<Proposal | undefined> {
  const proposal = await requireProposal(ask);
  const locked = await lockProposal(ask.tx, proposal.proposal_id);
  return locked?.state === "waiting" ? proposal : undefined;
}

async function decide(
  ask: Ask,
  proposal: Proposal,
  decision: {
    state: "accepted" | "refused";
    answer: string | null;
    created?: { id: string; slug: string };
  },
): Promise<void> {
  const by = requirePerson(ask).id;
  const { state, answer, created } = decision;
  await decideProposal(ask.tx, proposal.proposal_id, {
    state,
    answer,
    at: ask.now,
    by,
    ...(created ? { createdId: created.id } : {}),
  });
  await record(ask.tx, {
    actor: { kind: "person", id: by },
    at: ask.now,
    subject: { kind: "proposal", id: proposal.proposal_id },
    action: `proposal.${state}`,
    change: { state: ["waiting", state] },
  });
  await tellSender(ask, proposal, {
    state,
    answer,
    slug: created?.slug ?? proposal.association_slug,
  });
}

const already = (ask: Ask) => answerProposal(ask, { problem: ask.t("registry:queue.already") });

export const decideRoutes: Route[] = [
  get(urls.proposals, recordWriters, async (ask) => {
    const about = await recordAsked(ask);
    const waiting = await waitingProposals(ask.tx, about?.id);
    const answered = await answeredProposals(ask.tx, about?.id);
    return page(queuePage(ask.view, { about, waiting, answered }));
  }),

  get(urls.proposal(":id"), recordWriters, (ask) => answerProposal(ask)),

  post(urls.acceptance(":id"), recordWriters, async (ask) => {
    const proposal = await stillWaiting(ask);
    if (!proposal) return already(ask);
    if (proposal.kind === "error") {
      // "C’est corrigé" of a report in words has no values; accepting one that has some writes them.
      const values = await correctionOf(ask, proposal);
      if (values && (await writeCorrection(ask, proposal)) === "moved")
        return answerProposal(ask, { problem: ask.t("day:report.moved") });
      await decide(ask, proposal, { state: "accepted", answer: null });
      const notice = values ? "day.corrected" : "registry.thanked";
      return redirect(ask.view.href(urls.proposals), notice);
    }
    const created = await createFromProposal(ask.tx, proposal, byHand(ask, "proposal"));
    await decide(ask, proposal, { state: "accepted", answer: null, created });
    await publish(ask.tx);
    return redirect(ask.view.href(urls.edit(created.id)), "registry.created");
  }),

  post(urls.refusal(":id"), recordWriters, async (ask) => {
    const answer = ask.form.get("answer").slice(0, 2000);
    if (!answer) {
      const sentence = ask.t("registry:problem.answer");
      return answerProposal(ask, { problems: [{ field: "answer", sentence }] });
    }
    const proposal = await stillWaiting(ask);
    if (!proposal) return already(ask);
    await decide(ask, proposal, { state: "refused", answer });
    return redirect(ask.view.href(urls.proposals), "registry.answered");
  }),
];
