import type { Ask } from "../../../platform/http/ask.ts";
import { queueMail } from "../../../platform/mail.ts";
import { momentWords } from "../../../ui/dates.ts";
import { writeLetter } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Loan } from "./queries.ts";

/** What a letter tells of a loan. */
export type LoanNews = "asked" | "accepted" | "refused" | "cancelled";

/** Tells who asked that each loan of a request was received, or accepted at once. */
export async function tellAsked(ask: Ask, loans: readonly Loan[]): Promise<void> {
  for (const loan of loans)
    await tellLoan(ask, loan, loan.state === "accepted" ? "accepted" : "asked");
}

/** Writes to whoever asked for a loan; nothing when they are gone. */
export async function tellLoan(
  ask: Ask,
  loan: Loan,
  news: LoanNews,
  words?: string,
): Promise<void> {
  if (!loan.askedBy) return;
  const to = await ask.tx
    .selectFrom("person")
    .select("email")
    .where("person_id", "=", loan.askedBy)
    .executeTakeFirst();
  if (!to) return;
  const t = ask.house.words("fr");
  const { phone } = ask.tenant.view;
  const letter = writeLetter({
    t,
    lang: "fr",
    dir: "ltr",
    siteName: ask.tenant.view.siteName,
    subject: t(`lending:mail.${news}Subject`, { code: loan.code }),
    greeting: t("lending:mail.greeting"),
    paragraphs: [
      t(`lending:mail.${news}`, { association: loan.borrower }),
      ...(words ? [words] : []),
      loan.lines.map(({ name, quantity }) => `${quantity} × ${name}`).join(", "),
      ...(news === "accepted" || news === "asked"
        ? [
            t("lending:mail.out", {
              moment: momentWords("fr", loan.from, true),
              place: loan.placeName,
            }),
            t("lending:mail.back", { moment: momentWords("fr", loan.until, true) }),
          ]
        : []),
    ],
    action: { words: t("lending:mail.see"), url: `${ask.view.origin}${urls.loan(loan.id)}` },
    signature: [ask.tenant.senderName, ...(phone ? [phone] : [])],
  });
  await queueMail(ask.tx, { kind: "loan", to: to.email, ...letter });
}
