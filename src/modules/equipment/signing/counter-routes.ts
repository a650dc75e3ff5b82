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
import {
  largestBody,
  paperAnswer,
  paperField,
  receivePaper,
  type Received,
} from "../../associations/index.ts";
import { requireLoan } from "../loans/require.ts";
import type { Loan } from "../loans/queries.ts";
import { handOf, sides as keptSides, type Side as Kept } from "../who.ts";
import type { About } from "./about.ts";
import { loanPapers, papersOf, sides, type LoanPaper } from "./codes.ts";
import { counterPage } from "./counter-page.tsx";
import { keepPaper, sign, signaturesOf, unsign } from "./queries.ts";
import { signingFields, signingSchema } from "./reading.ts";
import { receiveDrawing, signingLimit, type Drawing } from "./receiving.ts";

const paperIn = (typed: string | null, loan: Loan): LoanPaper =>
  papersOf(loan).find((one) => one === typed) ?? "bon";

/** What is signed without having been offered is refused, never taken for another paper. */
const paperPosted = (ask: Ask, loan: Loan): LoanPaper =>
  papersOf(loan).find((one) => one === ask.form.get("pour")) ?? notFound();

const aboutOf = (loan: Loan, paper: LoanPaper): About =>
  paper === "bon"
    ? { kind: "loan_slip", id: loan.id }
    : { kind: "condition", id: loan.id, way: paper === "depart" ? "out" : "back" };

/** What is lent to nobody is signed by nobody. */
async function requireSignable(ask: Ask, kept: Kept): Promise<Loan> {
  const loan = await requireLoan(ask, kept);
  return ["waiting", "refused", "cancelled"].includes(loan.state) ? notFound() : loan;
}

async function show(
  ask: Ask,
  kept: Kept,
  loan: Loan,
  paper: LoanPaper,
  problems: readonly Problem[] = [],
) {
  const { files } = ask.house;
  const signatures = await Promise.all(
    (await signaturesOf(ask.tx, aboutOf(loan, paper))).map(async (one) => ({
      ...one,
      drawing: one.how === "drawn" && one.sha256 ? await files.read(one.sha256) : undefined,
    })),
  );
  // Who lends signs after who borrows: that is whoever holds the counter.
  const lends = signatures.some(({ side }) => side === "association")
    ? requirePerson(ask).name
    : "";
  const form = problems.length
    ? formState(ask.form, problems)
    : { values: { name: lends }, errors: {} };
  return page(
    counterPage(ask.view, { kept, loan, paper, signatures, form }),
    problems.length ? 422 : 200,
  );
}

async function signNow(ask: Ask, kept: Kept, drawing: Drawing | undefined): Promise<Answer> {
  const loan = await requireSignable(ask, kept);
  const paper = paperPosted(ask, loan);
  const read = shape(ask.t, signingSchema, ask.form, signingFields);
  if ("problems" in read) return show(ask, kept, loan, paper, read.problems);
  const by = requirePerson(ask).id;
  const done = await sign(
    ask.tx,
    aboutOf(loan, paper),
    { ...read.value, drawing, by },
    handOf(ask),
  );
  if ("refused" in done)
    return show(ask, kept, loan, paper, [
      { field: "", sentence: ask.t("signing:problem.already") },
    ]);
  return redirect(ask.view.href(kept.urls.signing(loan.id, paper)), "signing.signed");
}

async function takeBack(ask: Ask, kept: Kept): Promise<Answer> {
  const loan = await requireSignable(ask, kept);
  const paper = paperPosted(ask, loan);
  const side = sides.find((one) => one === ask.form.get("side")) ?? notFound();
  await unsign(ask.tx, aboutOf(loan, paper), side, handOf(ask));
  return redirect(ask.view.href(kept.urls.signing(loan.id, paper)), "signing.unsigned");
}

/** A paper signed by hand, photographed or scanned: kept with its signature. */
async function keepScan(ask: Ask, kept: Kept, scan: Received): Promise<Answer> {
  const loan = await requireSignable(ask, kept);
  const paper = paperPosted(ask, loan);
  const side = sides.find((one) => one === ask.form.get("side")) ?? notFound();
  const wrong = (why: "file" | "too_large" | "not_a_paper") =>
    show(ask, kept, loan, paper, [
      { field: paperField, sentence: ask.t(`documents:problem.${why}`) },
    ]);
  if (!scan) return wrong("file");
  if ("refusal" in scan) return wrong(scan.refusal);
  const by = requirePerson(ask).id;
  if (!(await keepPaper(ask.tx, aboutOf(loan, paper), { side, scan, by }, handOf(ask))))
    return notFound();
  return redirect(ask.view.href(kept.urls.signing(loan.id, paper)), "signing.scanned");
}

/** That paper, for who keeps what is lent. */
async function servePaper(ask: Ask, kept: Kept): Promise<Answer> {
  const loan = await requireSignable(ask, kept);
  const paper = loanPapers.find((one) => one === ask.query.get("pour")) ?? notFound();
  const signed = (await signaturesOf(ask.tx, aboutOf(loan, paper))).find(
    ({ side, how }) => how === "paper" && side === ask.query.get("side"),
  );
  const bytes = signed?.sha256 ? await ask.house.files.read(signed.sha256) : undefined;
  if (!signed?.contentType || !bytes) return notFound();
  return paperAnswer(`${paper}-${loan.code}`, signed.contentType, bytes);
}

export const counterRoutes: Route[] = keptSides.flatMap((kept) => [
  get(kept.urls.signing(":id"), kept.who, async (ask) => {
    const loan = await requireSignable(ask, kept);
    return show(ask, kept, loan, paperIn(ask.query.get("pour"), loan));
  }),
  postPrepared(
    kept.urls.signing(":id"),
    kept.who,
    signingLimit,
    receiveDrawing,
    (ask, drawing: Drawing | undefined) => signNow(ask, kept, drawing),
  ),
  post(kept.urls.unsigning(":id"), kept.who, (ask) => takeBack(ask, kept)),
  get(kept.urls.signedPaper(":id"), kept.who, (ask) => servePaper(ask, kept)),
  postPrepared(
    kept.urls.signedPaper(":id"),
    kept.who,
    largestBody,
    receivePaper,
    (ask, scan: Received) => keepScan(ask, kept, scan),
  ),
]);
