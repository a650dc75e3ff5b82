import type { Tx } from "../../../platform/db/database.ts";
import { outAndBack, writeAbout, type Desk } from "../loans/letters.ts";
import type { Loan } from "../loans/queries.ts";
import type { Lack } from "./lacks.ts";
import { noteOnce, recipientsOf } from "./queries.ts";
import type { OtherShelf } from "./swaps.ts";

const lackWords = (lacks: readonly Pick<Lack, "missing" | "name">[]): string =>
  lacks.map(({ missing, name }) => `${missing} × ${name}`).join(", ");

/** Warns who borrows that something lacks, once until it is back. Nothing when it was told. */
export async function warn(desk: Desk, loan: Loan, lacks: readonly Lack[], now: Date) {
  const { tx, t } = desk;
  const to = await recipientsOf(tx, loan);
  const said = { loanId: loan.id, kind: "short", forAt: loan.from, sentAt: now, letters: to.length } as const; // prettier-ignore
  if (!(await noteOnce(tx, said))) return;
  await writeAbout(desk, loan, to, {
    subject: t("reminding:mail.short.subject"),
    paragraphs: [
      t("reminding:mail.short.words", { borrower: loan.borrower }),
      t("reminding:mail.lacks", { what: lackWords(lacks) }),
      ...outAndBack(t, loan),
    ],
  });
}

/** What was told to lack of a loan is there again, or no longer wanted. Gives how many letters had said so. */
export async function endWarning(tx: Tx, loanId: string, now: Date): Promise<number> {
  const rows = await tx
    .updateTable("loan_notice")
    .set({ over_at: now })
    .where("loan_id", "=", loanId)
    .where("kind", "in", ["short", "offered"])
    .where("over_at", "is", null)
    .returning(["kind", "letters"])
    .execute();
  return rows.reduce((sum, { kind, letters }) => sum + (kind === "short" ? letters : 0), 0);
}

/** Tells who was warned that all is there again. */
export async function reassure(desk: Desk, loan: Loan): Promise<void> {
  const { tx, t } = desk;
  await writeAbout(desk, loan, await recipientsOf(tx, loan), {
    subject: t("reminding:mail.short_over.subject"),
    paragraphs: [
      t("reminding:mail.short_over.words", { borrower: loan.borrower }),
      ...outAndBack(t, loan),
    ],
  });
}

/** Writes that something else stands for what lacks, or may: once for each moment `forAt`. False when it was written. */
export async function tellSwap(
  desk: Desk,
  loan: Loan,
  about: { kind: "offered" | "replaced"; lack: Lack; shelf: OtherShelf; forAt: Date },
  now: Date,
): Promise<boolean> {
  const { tx, t } = desk;
  const { kind, lack, shelf, forAt } = about;
  const to = await recipientsOf(tx, loan);
  const said = { loanId: loan.id, kind, forAt, sentAt: now, letters: to.length };
  if (!(await noteOnce(tx, said))) return false;
  const swapped = {
    what: lackWords([lack]),
    instead: lackWords([{ missing: lack.missing, name: shelf.name }]),
  };
  await writeAbout(desk, loan, to, {
    subject: t(`reminding:mail.${kind}.subject`),
    paragraphs: [
      t(`reminding:mail.${kind}.words`, { borrower: loan.borrower }),
      t(kind === "offered" ? "reminding:mail.offer" : "reminding:mail.instead", swapped),
      ...outAndBack(t, loan),
      ...(kind === "offered" ? [t("reminding:mail.reply")] : []),
    ],
  });
  return true;
}
