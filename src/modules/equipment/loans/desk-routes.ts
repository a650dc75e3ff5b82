import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState } from "../../../platform/http/form.ts";
import { isUuid } from "../../people/index.ts";
import { blankForm } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { acceptLoan, cancelLoan, refuseLoan } from "./decide.ts";
import { boardPage, deskLoanPage } from "./desk-pages.tsx";
import { tellLoan } from "./letters.ts";
import { loansOf, type Loan } from "./queries.ts";

/** The loan of the address, at the desk. */
export async function requireLoan(ask: Ask): Promise<Loan> {
  const id = ask.params["id"] ?? "";
  const [loan] = isUuid(id) ? await loansOf(ask.tx, { id }) : [];
  return loan ?? notFound();
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
  if (!words) {
    const problem = { field: "words", sentence: ask.t("lending:problem.words") };
    return page(deskLoanPage(ask.view, loan, formState(ask.form, [problem])), 422);
  }
  if (!(await refuseLoan(ask.tx, loan, words, handOf(ask), requirePerson(ask).id)))
    return unchanged(ask, loan);
  await tellLoan(ask, loan, "refused", words);
  return toLoan(ask, loan, "refused");
}

async function cancel(ask: Ask): Promise<Answer> {
  const loan = await requireLoan(ask);
  if (!(await cancelLoan(ask.tx, loan, handOf(ask)))) return unchanged(ask, loan);
  await tellLoan(ask, loan, "cancelled");
  return toLoan(ask, loan, "cancelled");
}

export const deskLoanRoutes: Route[] = [
  get(urls.desk, keepers, async (ask) =>
    page(
      boardPage(ask.view, {
        toDecide: await loansOf(ask.tx, { states: ["asked"] }, 100),
        toCome: await loansOf(ask.tx, { states: ["accepted", "prepared", "out"] }, 100),
      }),
    ),
  ),
  get(urls.deskLoan(":id"), keepers, async (ask) =>
    page(deskLoanPage(ask.view, await requireLoan(ask), blankForm)),
  ),
  post(urls.acceptance(":id"), keepers, accept),
  post(urls.refusal(":id"), keepers, refuse),
  post(urls.cancellation(":id"), keepers, cancel),
];
