import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import {
  get,
  post,
  postPrepared,
  requirePerson,
  type Ask,
  type Route,
} from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { requireLoan } from "../loans/require.ts";
import type { Loan } from "../loans/queries.ts";
import { urls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import type { About } from "./about.ts";
import { loanPapers, sides, type LoanPaper } from "./codes.ts";
import { counterPage } from "./counter-page.tsx";
import { sign, signaturesOf, unsign } from "./queries.ts";
import { signingFields, signingSchema } from "./reading.ts";
import { receiveDrawing, signingLimit, type Drawing } from "./receiving.ts";

const paperIn = (typed: string | null): LoanPaper =>
  loanPapers.find((one) => one === typed) ?? "bon";

const aboutOf = (loan: Loan, paper: LoanPaper): About =>
  paper === "bon"
    ? { kind: "loan_slip", id: loan.id }
    : { kind: "condition", id: loan.id, way: paper === "depart" ? "out" : "back" };

/** What is lent to nobody is signed by nobody. */
async function requireSignable(ask: Ask): Promise<Loan> {
  const loan = await requireLoan(ask);
  return ["waiting", "refused", "cancelled"].includes(loan.state) ? notFound() : loan;
}

async function show(ask: Ask, loan: Loan, paper: LoanPaper, problems: readonly Problem[] = []) {
  const { files } = ask.house;
  const signatures = await Promise.all(
    (await signaturesOf(ask.tx, aboutOf(loan, paper))).map(async (one) => ({
      ...one,
      drawing: one.sha256 ? await files.read(one.sha256) : undefined,
    })),
  );
  // The agent who signs after the association is the one at the counter.
  const agent = signatures.some(({ side }) => side === "association")
    ? requirePerson(ask).name
    : "";
  const form = problems.length
    ? formState(ask.form, problems)
    : { values: { name: agent }, errors: {} };
  return page(
    counterPage(ask.view, { loan, paper, signatures, form }),
    problems.length ? 422 : 200,
  );
}

async function signNow(ask: Ask, drawing: Drawing | undefined): Promise<Answer> {
  const loan = await requireSignable(ask);
  const paper = paperIn(ask.form.get("pour"));
  const read = shape(ask.t, signingSchema, ask.form, signingFields);
  if ("problems" in read) return show(ask, loan, paper, read.problems);
  const by = requirePerson(ask).id;
  const done = await sign(
    ask.tx,
    aboutOf(loan, paper),
    { ...read.value, drawing, by },
    handOf(ask),
  );
  if ("refused" in done)
    return show(ask, loan, paper, [{ field: "", sentence: ask.t("signing:problem.already") }]);
  return redirect(ask.view.href(urls.signing(loan.id, paper)), "signing.signed");
}

async function takeBack(ask: Ask): Promise<Answer> {
  const loan = await requireSignable(ask);
  const paper = paperIn(ask.form.get("pour"));
  const side = sides.find((one) => one === ask.form.get("side")) ?? notFound();
  await unsign(ask.tx, aboutOf(loan, paper), side, handOf(ask));
  return redirect(ask.view.href(urls.signing(loan.id, paper)), "signing.unsigned");
}

export const counterRoutes: Route[] = [
  get(urls.signing(":id"), keepers, async (ask) =>
    show(ask, await requireSignable(ask), paperIn(ask.query.get("pour"))),
  ),
  postPrepared(urls.signing(":id"), keepers, signingLimit, receiveDrawing, signNow),
  post(urls.unsigning(":id"), keepers, takeBack),
];
