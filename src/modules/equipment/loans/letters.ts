import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Ask, House } from "../../../platform/http/ask.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { queueMail } from "../../../platform/mail.ts";
import { momentWords } from "../../../ui/dates.ts";
import { writeLetter } from "../../../ui/index.ts";
import { originOfCommune, tenantOf } from "../../communes/index.ts";
import { urls } from "../urls.ts";
import type { Loan } from "./queries.ts";

/** What letters are written with: the words, who signs, where their links lead. */
export type Desk = {
  tx: Tx;
  t: Translate;
  origin: string;
  siteName: string;
  signature: string[];
};

/** The desk of who asks. */
export function deskOf({ tx, house, tenant, view }: Ask): Desk {
  const { siteName, phone } = tenant.view;
  const signature = [tenant.senderName, ...(phone ? [phone] : [])];
  return { tx, t: house.words("fr"), origin: view.origin, siteName, signature };
}

/** The same by the clock, outside of any request. */
export async function deskByClock(
  house: Pick<House, "words" | "config">,
  tx: Tx,
  now: Date,
): Promise<Desk> {
  const { rows } = await sql<{ id: number }>`select current_commune() as id`.execute(tx);
  const communeId = rows[0]?.id ?? 0;
  const { view, senderName } = await tenantOf(tx, communeId, now);
  return {
    tx,
    t: house.words("fr"),
    origin: await originOfCommune(tx, communeId, house.config),
    siteName: view.siteName,
    signature: [senderName, ...(view.phone ? [view.phone] : [])],
  };
}

/** Writes one letter about a loan to some addresses; it leads to the loan, or where it says. */
export async function writeAbout(
  desk: Desk,
  loan: Loan,
  to: readonly string[],
  letterOf: { subject: string; paragraphs: string[]; action?: { words: string; url: string } },
): Promise<void> {
  const { tx, t, origin, siteName, signature } = desk;
  const letter = writeLetter({
    t,
    lang: "fr",
    siteName,
    greeting: t("lending:mail.greeting"),
    action: { words: t("lending:mail.see"), url: `${origin}${urls.loan(loan.id)}` },
    ...letterOf,
    signature,
  });
  for (const one of to) await queueMail(tx, { kind: "loan", to: one, ...letter });
}

/** The address of who asked for a loan; nothing when they are gone, or nobody signed in asked. */
export async function addressOf(tx: Tx, { askedBy }: Loan): Promise<string[]> {
  if (!askedBy) return [];
  const rows = await tx
    .selectFrom("person")
    .select("email")
    .where("person_id", "=", askedBy)
    .execute();
  return rows.map(({ email }) => email);
}

/** Those who keep the equipment of an association: its owners, and who edits equipment. */
export async function keepersOf(tx: Tx, associationId: string): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    select p.email from association_member m join person p on p.person_id = m.person_id
    where m.association_id = ${associationId}
      and (m.role = 'owner' or (m.role = 'editor' and 'equipment' = any(m.topics)))
    order by p.email`.execute(tx);
  return rows.map(({ email }) => email);
}

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
  const desk = deskOf(ask);
  const { t } = desk;
  const { tx, person } = ask;
  const to = person?.id === loan.askedBy ? [person.email] : await addressOf(tx, loan);
  await writeAbout(desk, loan, to, {
    subject: t(`lending:mail.${news}Subject`, { code: loan.code }),
    paragraphs: [
      t(`lending:mail.${news}`, { association: loan.borrower }),
      ...(words ? [words] : []),
      ...answeredBy(t, loan, news),
      loan.lines.map(({ name, quantity }) => `${quantity} × ${name}`).join(", "),
      ...(news === "accepted" || news === "asked" ? outAndBack(t, loan) : []),
    ],
  });
}

/** Who answers for what is not the commune's: its owner by hand, or its rules at once. */
function answeredBy(t: Translate, { lender, decidedHow }: Loan, news: LoanNews): string[] {
  if (lender && news === "asked") return [t("own:mail.byHand", { lender })];
  return lender && news === "accepted" && decidedHow === "rules"
    ? [t("own:mail.byRules", { lender })]
    : [];
}

/** When and where it is taken, when it is brought back. */
export const outAndBack = (t: Translate, loan: Loan): string[] => [
  t("lending:mail.out", { moment: momentWords("fr", loan.from, true), place: loan.placeName }),
  t("lending:mail.back", { moment: momentWords("fr", loan.until, true) }),
];
