import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { longDay, momentWords } from "../../../ui/dates.ts";
import { hashToken, newToken } from "../../people/index.ts";
import { writeAbout, type Desk } from "../loans/letters.ts";
import { linesWords } from "../loans/parts.tsx";
import type { Loan } from "../loans/queries.ts";
import { recipientsOf } from "../reminding/queries.ts";
import { waitUrls } from "../urls.ts";

export type WaitNews = "waits" | "offered" | "withdrawn" | "unanswered" | "late" | "removed";

/** Tells who waits: that they do, that it is free for them until a moment, that it no longer is, or that they wait no more. Says whether somebody could be written to. */
export async function tellWait(
  desk: Desk,
  loan: Loan,
  news: WaitNews,
  until?: Date | null,
): Promise<boolean> {
  const { tx, t, origin } = desk;
  const to = await recipientsOf(tx, loan);
  if (!to.length) return false;
  const values = {
    what: linesWords(loan),
    from: longDay("fr", loan.from, true),
    until: longDay("fr", loan.until, true),
    lender: loan.lender ?? "",
    moment: until ? momentWords("fr", until, true) : "",
  };
  // Who lends took them out: its name, or the town hall's words.
  const key = news === "removed" && loan.lender ? "removedBy" : news;
  const opens = news === "offered" || news === "withdrawn" || news === "waits";
  await writeAbout(desk, loan, to, {
    subject: t(`loanwaitdesk:mail.${key}Subject`, values),
    paragraphs: [
      t(`loanwaitdesk:mail.${key}`, values),
      ...(news === "removed" && loan.words ? [loan.words] : []),
      loan.placeName,
    ],
    ...(opens && {
      action: {
        words: t(news === "offered" ? "loanwaitdesk:mail.answer" : "loanwaitdesk:mail.see"),
        url: `${origin}${waitUrls.own(await newLink(tx, loan.id))}`,
      },
    }),
  });
  return true;
}

/** Makes one more link that opens a place on the list; gives its secret. Only the hash is kept. */
async function newLink(tx: Tx, loanId: string): Promise<string> {
  const token = newToken();
  await tx
    .updateTable("loan")
    .set({ links: sql`links || array[${hashToken(token)}]` })
    .where("loan_id", "=", loanId)
    .execute();
  return token;
}
