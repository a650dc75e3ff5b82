import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { answerLoan } from "../loans/desk-routes.ts";
import { deskOf } from "../loans/letters.ts";
import { loansOf } from "../loans/queries.ts";
import { requireLoan } from "../loans/require.ts";
import { urls, waitUrls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { acceptFrom } from "./accepting.ts";
import { removeFromList } from "./answer.ts";
import { waitingPage } from "./desk-page.tsx";
import { tellWait } from "./letters.ts";
import { waitsOf } from "./queries.ts";

async function list(ask: Ask): Promise<Answer> {
  const waits = await waitsOf(ask.tx, ask.now);
  const loans = await loansOf(ask.tx, { states: ["waiting"] }, 1000);
  const waiting = waits.flatMap((wait) => {
    const loan = loans.find(({ id }) => id === wait.loanId);
    return loan ? [{ loan, wait }] : [];
  });
  return page(waitingPage(ask.view, waiting));
}

async function accept(ask: Ask): Promise<Answer> {
  const loan = await requireLoan(ask);
  const outcome = await acceptFrom(ask, loan, { agent: requirePerson(ask).id });
  if ("wrong" in outcome) return answerLoan(ask, [], outcome.wrong);
  const notice = outcome.done.state === "accepted" ? "accepted" : "asked";
  return redirect(ask.view.href(urls.deskLoan(loan.id)), `loanwaitdesk.${notice}`);
}

async function remove(ask: Ask): Promise<Answer> {
  const known = await requireLoan(ask);
  const words = ask.form.get("words").slice(0, 600);
  if (!words)
    return answerLoan(ask, [{ field: "words", sentence: ask.t("lending:problem.words") }]);
  const removed = await removeFromList(ask.tx, known, { words, by: requirePerson(ask).id }, handOf(ask)); // prettier-ignore
  const [loan] = removed ? await loansOf(ask.tx, { id: known.id }) : [];
  if (loan) await tellWait(deskOf(ask), loan, "removed");
  return redirect(ask.view.href(waitUrls.list), `loanwaitdesk.${removed ? "removed" : "over"}`);
}

export const deskWaitRoutes: Route[] = [
  get(waitUrls.list, keepers, list),
  post(waitUrls.deskAccepting(":id"), keepers, accept),
  post(waitUrls.removal(":id"), keepers, remove),
];
