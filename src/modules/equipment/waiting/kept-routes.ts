import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import type { Problem } from "../../../platform/http/form.ts";
import { isFor } from "../loans/decide.ts";
import { answerLoan } from "../loans/desk-routes.ts";
import { deskOf } from "../loans/letters.ts";
import { loansOf } from "../loans/queries.ts";
import { requireLoan } from "../loans/require.ts";
import { answerOne } from "../own/routes.ts";
import { decidesFrom, handOf, ownersOf, sides, type Side } from "../who.ts";
import { acceptFrom, type WaitWrong } from "./accepting.ts";
import { removeFromList } from "./answer.ts";
import { waitingPage } from "./kept-page.tsx";
import { tellWait } from "./letters.ts";
import { waitsOf } from "./queries.ts";

async function list(ask: Ask, side: Side): Promise<Answer> {
  const of = side.name === "desk" ? {} : { ownerIds: ownersOf(ask).map(({ id }) => id) };
  const waits = await waitsOf(ask.tx, ask.now, of);
  const loans = await loansOf(ask.tx, { ...of, states: ["waiting"] }, 1000);
  const waiting = waits.flatMap((wait) => {
    const loan = loans.find(({ id }) => id === wait.loanId);
    return loan ? [{ loan, wait }] : [];
  });
  return page(waitingPage(ask.view, side, waiting));
}

/** Yes for somebody who cannot be written to: what an association lends is then decided, said by itself. */
async function accept(ask: Ask, side: Side): Promise<Answer> {
  const loan = await requireLoan(ask, side);
  const keeper = requirePerson(ask).id;
  const outcome = await acceptFrom(ask, loan, { keeper, how: decidesFrom(side) });
  if ("wrong" in outcome) return answered(ask, side, [], outcome.wrong);
  const notice = outcome.done.state === "accepted" ? "handing.waitAccepted" : "loanwaitdesk.asked";
  return redirect(ask.view.href(side.urls.deskLoan(loan.id)), notice);
}

/** The page of the loan again, with what is wrong. */
const answered = (ask: Ask, side: Side, problems: Problem[], wrong?: WaitWrong): Promise<Answer> =>
  (side.name === "desk" ? answerLoan : answerOne)(ask, problems, wrong);

async function remove(ask: Ask, side: Side): Promise<Answer> {
  const known = await requireLoan(ask, side);
  const how = decidesFrom(side);
  // The page of the loan says who may.
  if (!isFor(how, known)) return redirect(ask.view.href(side.urls.deskLoan(known.id)));
  const words = ask.form.get("words").slice(0, 600);
  if (!words)
    return answered(ask, side, [{ field: "words", sentence: ask.t("own:problem.words") }]);
  const by = requirePerson(ask).id;
  const removed = await removeFromList(ask.tx, known, { words, by, how }, handOf(ask));
  const [loan] = removed ? await loansOf(ask.tx, { id: known.id }) : [];
  if (loan) await tellWait(deskOf(ask), loan, "removed");
  return redirect(
    ask.view.href(side.urls.waits),
    `handing.${removed ? "waitRemoved" : "waitOver"}`,
  );
}

/** The waiting list as who lends keeps it. */
export const keptWaitRoutes: Route[] = sides.flatMap((side) => [
  get(side.urls.waits, side.who, (ask) => list(ask, side)),
  post(side.urls.waitRemoval(":id"), side.who, (ask) => remove(ask, side)),
  post(side.urls.waitAccepting(":id"), side.who, (ask) => accept(ask, side)),
]);
