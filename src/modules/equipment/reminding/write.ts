import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { momentWords } from "../../../ui/dates.ts";
import { outAndBack, writeAbout, type Desk } from "../loans/letters.ts";
import { linesWords } from "../loans/parts.tsx";
import type { Loan } from "../loans/queries.ts";
import type { Reminder } from "./codes.ts";
import { noteOnce, recipientsOf } from "./queries.ts";

type About = { kind: Reminder | "by_hand"; forAt: Date };

/** Writes a reminder once; with nobody to write to, that is noted. Gives how many letters leave; nothing when it was written before. */
export async function remind(
  desk: Desk,
  loan: Loan,
  { kind, forAt }: About,
  now: Date,
): Promise<number | undefined> {
  const { tx, t } = desk;
  const to = await recipientsOf(tx, loan);
  const said = { loanId: loan.id, kind, forAt, sentAt: now, letters: to.length };
  if (!(await noteOnce(tx, said))) return undefined;
  const moment = momentWords("fr", kind === "before_out" ? loan.from : loan.until, true);
  await writeAbout(desk, loan, to, {
    subject: t(`reminding:mail.${kind}.subject`, { moment }),
    paragraphs: [
      t(`reminding:mail.${kind}.words`, { borrower: loan.borrower }),
      await whatOf(tx, loan),
      ...(kind === "before_out"
        ? outAndBack(t, loan)
        : [
            t("reminding:mail.back", {
              moment: momentWords("fr", loan.until, true),
              place: loan.placeName,
            }),
          ]),
    ],
  });
  return to.length;
}

/** What is still out of a loan; all of it before it leaves. */
async function whatOf(tx: Tx, loan: Loan): Promise<string> {
  const { rows: lines } = await sql<{ name: string; quantity: number }>`
    select m.name, count(*)::integer as quantity from allocation a join equipment_pool p on p.pool_id = a.pool_id
    join equipment_model m on m.model_id = p.model_id
    where a.loan_id = ${loan.id} and a.state = 'out' group by m.name order by lower(m.name)`.execute(
    tx,
  );
  return linesWords(lines.length ? { lines } : loan);
}
