import type { Ask } from "../../../platform/http/ask.ts";
import { queueMail } from "../../../platform/mail.ts";
import { momentWords } from "../../../ui/dates.ts";
import { writeLetter } from "../../../ui/index.ts";
import { keepersOf } from "../loans/letters.ts";
import { linesWords } from "../loans/parts.tsx";
import type { Loan } from "../loans/queries.ts";
import { ownUrls } from "../urls.ts";

/** Tells each association whose own equipment is asked for, in a request, that its answer is waited for, or that its rules accepted it. */
export async function tellOwners(ask: Ask, loans: readonly Loan[]): Promise<void> {
  for (const loan of loans)
    if (loan.ownerId)
      for (const to of await keepersOf(ask.tx, loan.ownerId)) await tellOwner(ask, loan, to);
}

async function tellOwner(ask: Ask, loan: Loan, to: string): Promise<void> {
  const t = ask.house.words("fr");
  const { phone } = ask.tenant.view;
  const accepted = loan.state === "accepted";
  const association = { association: loan.borrower };
  const letter = writeLetter({
    t,
    lang: "fr",
    siteName: ask.tenant.view.siteName,
    subject: t(accepted ? "own:mail.acceptedSubject" : "own:mail.subject", association),
    greeting: t("lending:mail.greeting"),
    paragraphs: [
      t(accepted ? "own:mail.accepted" : "own:mail.asked", association),
      linesWords(loan),
      loan.purpose,
      t("own:mail.out", { moment: momentWords("fr", loan.from, true), place: loan.placeName }),
      t("own:mail.back", { moment: momentWords("fr", loan.until, true) }),
    ],
    action: {
      words: t(accepted ? "lending:mail.see" : "own:answer"),
      url: `${ask.view.origin}${ownUrls.deskLoan(loan.id)}`,
    },
    signature: [ask.tenant.senderName, ...(phone ? [phone] : [])],
  });
  await queueMail(ask.tx, { kind: "loan", to, ...letter });
}
