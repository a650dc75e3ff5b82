import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { allocationsOf } from "../custody/queries.ts";
import { blankForm } from "../../../ui/index.ts";
import { writtenOf } from "../reminding/queries.ts";
import { urls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { waitSeen, type WaitWrong } from "../waiting/accepting.ts";
import { acceptLoan, cancelLoan, refuseLoan } from "./decide.ts";
import { deskLoanPage } from "./desk-pages.tsx";
import { tellLoan } from "./letters.ts";
import type { Loan } from "./queries.ts";
import { requireLoan } from "./require.ts";

/** The page of a loan at the desk, with what is wrong when something was done. */
export async function answerLoan(
  ask: Ask,
  problems?: readonly Problem[],
  wrong?: WaitWrong,
): Promise<Answer> {
  const loan = await requireLoan(ask);
  const seen = loan.state === "waiting" || wrong ? await waitSeen(ask, loan, wrong) : undefined;
  const waiting =
    seen && problems?.length ? { ...seen, form: formState(ask.form, problems) } : seen;
  const form = problems ? formState(ask.form, problems) : blankForm;
  const units = await allocationsOf(ask.tx, [loan.id]);
  const written = await writtenOf(ask.tx, loan, ask.now);
  return page(
    deskLoanPage(ask.view, { loan, units, written, form, waiting }),
    problems ? 422 : 200,
  );
}

const toLoan = (ask: Ask, loan: Loan, notice: string): Answer =>
  redirect(ask.view.href(urls.deskLoan(loan.id)), `lending.${notice}`);

/** Somebody decided meanwhile: the page says what is now. */
const unchanged = (ask: Ask, loan: Loan): Answer => redirect(ask.view.href(urls.deskLoan(loan.id)));

async function accept(ask: Ask): Promise<Answer> {
  const loan = await requireLoan(ask);
  if (!(await acceptLoan(ask.tx, loan, null, handOf(ask), requirePerson(ask).id)))
    return unchanged(ask, loan);
  await tellLoan(ask, loan, "accepted");
  return toLoan(ask, loan, "accepted");
}

async function refuse(ask: Ask): Promise<Answer> {
  const loan = await requireLoan(ask);
  const words = ask.form.get("words").slice(0, 600);
  if (!words)
    return answerLoan(ask, [{ field: "words", sentence: ask.t("lending:problem.words") }]);
  if (!(await refuseLoan(ask.tx, loan, words, handOf(ask), requirePerson(ask).id)))
    return unchanged(ask, loan);
  await tellLoan(ask, loan, "refused", words);
  return toLoan(ask, loan, "refused");
}

async function cancel(ask: Ask): Promise<Answer> {
  const loan = await requireLoan(ask);
  // Who lends takes somebody out of the list with words.
  if (loan.state === "waiting" || !(await cancelLoan(ask.tx, loan, handOf(ask))))
    return unchanged(ask, loan);
  await tellLoan(ask, loan, "cancelled");
  return toLoan(ask, loan, "cancelled");
}

export const deskLoanRoutes: Route[] = [
  get(urls.deskLoan(":id"), keepers, (ask) => answerLoan(ask)),
  post(urls.acceptance(":id"), keepers, accept),
  post(urls.refusal(":id"), keepers, refuse),
  post(urls.cancellation(":id"), keepers, cancel),
];
