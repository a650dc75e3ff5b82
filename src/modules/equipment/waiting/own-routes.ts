import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone, associationMember } from "../../../platform/http/person.ts";
import { answerMine, requireMine } from "../loans/mine-routes.ts";
import { loansOf, type Loan } from "../loans/queries.ts";
import { urls, waitUrls } from "../urls.ts";
import { acceptFrom, handOfAnswer, waitSeen } from "./accepting.ts";
import { leaveList } from "./answer.ts";
import { ownPage } from "./own-page.tsx";

const tokenOf = (ask: Ask): string => ask.params["token"] ?? "";

/** The waiting of the link. */
async function requireOwn(ask: Ask): Promise<Loan> {
  const [loan] = await loansOf(ask.tx, { token: tokenOf(ask) });
  return loan ?? notFound();
}

/** Where one's answer leads: what became of it, said. */
const answered = (ask: Ask, path: string, loan: Loan): Answer =>
  redirect(ask.view.href(path), loan.state === "accepted" ? "loanwait.accepted" : "loanwait.asked");

async function acceptOwn(ask: Ask): Promise<Answer> {
  const loan = await requireOwn(ask);
  const outcome = await acceptFrom(ask, loan, "them");
  if ("done" in outcome) return answered(ask, waitUrls.own(tokenOf(ask)), outcome.done);
  const seen = await waitSeen(ask, loan, outcome.wrong);
  return page(ownPage(ask.view, tokenOf(ask), seen, dayOf(ask.now)), 422);
}

async function accept(ask: Ask): Promise<Answer> {
  const loan = await requireMine(ask);
  const outcome = await acceptFrom(ask, loan, "them");
  if ("done" in outcome) return answered(ask, urls.loan(loan.id), outcome.done);
  return answerMine(ask, loan, outcome.wrong);
}

/** Leaving twice is leaving once. */
async function leave(ask: Ask, loan: Loan, path: string): Promise<Answer> {
  const left = await leaveList(ask.tx, loan, handOfAnswer(ask));
  const notice = left || loan.waitEnded === "left" ? "left" : "over";
  return redirect(ask.view.href(path), `loanwait.${notice}`);
}

export const ownWaitRoutes: Route[] = [
  get(waitUrls.own(":token"), anyone, async (ask) => {
    const seen = await waitSeen(ask, await requireOwn(ask));
    return page(ownPage(ask.view, tokenOf(ask), seen, dayOf(ask.now)));
  }),
  post(waitUrls.ownAccepting(":token"), anyone, acceptOwn),
  post(waitUrls.ownLeaving(":token"), anyone, async (ask) =>
    leave(ask, await requireOwn(ask), waitUrls.own(tokenOf(ask))),
  ),
  post(waitUrls.accepting(":id"), associationMember, accept),
  post(waitUrls.leaving(":id"), associationMember, async (ask) => {
    const loan = await requireMine(ask);
    return leave(ask, loan, urls.loan(loan.id));
  }),
];
