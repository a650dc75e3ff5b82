import { dayOf } from "../../../platform/clock.ts";
import { page, type Answer } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { associationMember } from "../../../platform/http/person.ts";
import { printed } from "../../printing/index.ts";
import { requireMine } from "../loans/mine-routes.ts";
import { requireLoan } from "../loans/require.ts";
import type { Loan } from "../loans/queries.ts";
import { papersOf } from "../signing/codes.ts";
import { signaturesOf } from "../signing/queries.ts";
import { signedAs } from "../signing/shown.ts";
import { urls } from "../urls.ts";
import { keepers, sides, type Side } from "../who.ts";
import { conditionPage } from "./condition-page.tsx";
import { reportOf, conditionDocument, conditionReport } from "./condition-report.ts";
import { loanSlip, slipContent, slipDocument } from "./loan-slip.ts";
import { daysToPick, pickingContent, pickingDocument, pickingOf } from "./picking.ts";
import type { SlipReader } from "./readers.ts";
import { pickingPage } from "./picking-page.tsx";
import { slipPage } from "./slip-page.tsx";

async function showSlip(ask: Ask, loan: Loan, of: SlipReader): Promise<Answer> {
  const slip = await loanSlip(ask.tx, loan);
  const signatures = await signaturesOf(ask.tx, { kind: "loan_slip", id: loan.id });
  return page(slipPage(ask.view, { loanId: loan.id, of, slip, signatures }));
}

async function printSlip(ask: Ask, loan: Loan): Promise<Answer> {
  const french = ask.house.words("fr");
  const signatures = await signaturesOf(ask.tx, { kind: "loan_slip", id: loan.id });
  const signed = await signedAs(french, ask.house.files, signatures);
  const content = slipContent(await loanSlip(ask.tx, loan), signed);
  return printed(ask, slipDocument, content, `${french("papers:file.slip")}-${loan.code}.pdf`);
}

const wayOf = (ask: Ask, loan: Loan, way: "out" | "back") =>
  signaturesOf(ask.tx, { kind: "condition", id: loan.id, way });

async function showCondition(ask: Ask, side: Side): Promise<Answer> {
  const loan = await requireLoan(ask, side);
  const report = await reportOf(ask.tx, loan, ask.t);
  const signatures = { out: await wayOf(ask, loan, "out"), back: await wayOf(ask, loan, "back") };
  const signable = papersOf(loan);
  return page(conditionPage(ask.view, { side, loanId: loan.id, report, signatures, signable }));
}

async function printCondition(ask: Ask, side: Side): Promise<Answer> {
  const loan = await requireLoan(ask, side);
  const french = ask.house.words("fr");
  const { files } = ask.house;
  const content = conditionReport(await reportOf(ask.tx, loan, french), {
    out: await signedAs(french, files, await wayOf(ask, loan, "out"), "depart"),
    back: await signedAs(french, files, await wayOf(ask, loan, "back"), "retour"),
  });
  return printed(ask, conditionDocument, content, `${french("papers:file.condition")}-${loan.code}.pdf`); // prettier-ignore
}

/** The day asked for; else the next one that asks for something, else today. */
async function dayAsked(ask: Ask, days: readonly string[]): Promise<string> {
  const asked = ask.query.get("jour") ?? "";
  const real = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked));
  const today = dayOf(ask.now);
  return real ? asked : (days.find((day) => day >= today) ?? today);
}

export const paperRoutes: Route[] = [
  get(urls.slip(":id"), associationMember, async (ask) =>
    showSlip(ask, await requireMine(ask), "borrower"),
  ),
  get(urls.slipPdf(":id"), associationMember, async (ask) =>
    printSlip(ask, await requireMine(ask)),
  ),
  ...sides.flatMap((side) => [
    get(side.urls.deskSlip(":id"), side.who, async (ask) =>
      showSlip(ask, await requireLoan(ask, side), side.name === "desk" ? "desk" : "lender"),
    ),
    get(side.urls.deskSlipPdf(":id"), side.who, async (ask) =>
      printSlip(ask, await requireLoan(ask, side)),
    ),
    get(side.urls.condition(":id"), side.who, (ask) => showCondition(ask, side)),
    get(side.urls.conditionPdf(":id"), side.who, (ask) => printCondition(ask, side)),
  ]),
  get(urls.picking(), keepers, async (ask) => {
    const days = await daysToPick(ask.tx);
    const picking = await pickingOf(ask.tx, await dayAsked(ask, days));
    return page(pickingPage(ask.view, picking, days));
  }),
  get(urls.pickingPdf(), keepers, async (ask) => {
    const day = await dayAsked(ask, await daysToPick(ask.tx));
    const content = pickingContent(ask.t, await pickingOf(ask.tx, day));
    return printed(ask, pickingDocument, content, `${ask.t("paperdesk:picking.file")}-${day}.pdf`);
  }),
];
