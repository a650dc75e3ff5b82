import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { keepersOf, addressOf } from "../loans/letters.ts";
import type { Loan } from "../loans/queries.ts";
import type { NoticeKind } from "./codes.ts";
import type { Remindable } from "./due.ts";

/** Loans a letter may be due of: to be taken within three days, or out. One of them when it is named, waiting for its turn. */
export async function remindable(
  tx: Tx,
  now: Date,
  id?: string,
): Promise<(Remindable & { id: string })[]> {
  const { rows } = await sql<Remindable & { id: string }>`
    select l.loan_id as id, l.state, l.regime, l.from_at as "from", l.until_at as "until", l.decided_at as "decidedAt",
      l.out_at as "outAt", t.zone
    from loan l join lending_place p on p.place_id = l.place_id join timetable t on t.timetable_id = p.timetable_id
    where (l.state = 'out' or (l.state in ('accepted', 'prepared') and l.from_at between ${now} and ${now}::timestamptz + interval '3 days'))
      and (${id ?? null}::uuid is null or l.loan_id = ${id ?? null}::uuid)
    order by l.until_at, l.loan_id ${id ? sql`for update of l` : sql``}`.execute(tx);
  return rows;
}

/** A letter about a loan, or that there was nobody to write to. */
export type Notice = {
  loanId: string;
  kind: NoticeKind;
  forAt: Date;
  sentAt: Date;
  letters: number;
  overAt: Date | null;
};

/** What one loan was written, and whether anybody can be written to. */
export const writtenOf = async (tx: Tx, loan: Loan, now: Date) => ({
  notices: await noticesOf(tx, [loan.id]),
  reachable: (await recipientsOf(tx, loan)).length > 0,
  now,
});

/** What some loans were written, in order. */
export async function noticesOf(tx: Tx, loanIds: readonly string[]): Promise<Notice[]> {
  if (!loanIds.length) return [];
  const { rows } = await sql<Notice>`
    select loan_id as "loanId", kind, for_at as "forAt", sent_at as "sentAt", letters, over_at as "overAt"
    from loan_notice where loan_id = any(${[...loanIds]}::uuid[]) order by sent_at, kind`.execute(
    tx,
  );
  return rows;
}

/** Says that a loan is written about something; false when it was already. */
export async function noteOnce(
  tx: Tx,
  { loanId, kind, forAt, sentAt, letters }: Omit<Notice, "overAt">,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into loan_notice (loan_id, kind, for_at, sent_at, letters) values (${loanId}, ${kind}, ${forAt}, ${sentAt}, ${letters})
    on conflict (commune_id, loan_id, kind, for_at) where over_at is null do nothing`.execute(tx);
  return Number(numAffectedRows) > 0;
}

/** Whom letters of a loan go to: who asked, else those who keep the equipment of the association. Nobody: a service without address. */
export async function recipientsOf(tx: Tx, loan: Loan): Promise<string[]> {
  const asked = await addressOf(tx, loan);
  if (asked.length || !loan.associationId) return asked;
  return keepersOf(tx, loan.associationId);
}

/** Loans promised or out of which nobody can be written to: their letters are a telephone call. */
export async function unreachable(tx: Tx): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select l.loan_id as id from loan l where l.state in ('accepted', 'prepared', 'out') and l.asked_by is null
      and not exists (select from association_member m where m.association_id = l.association_id
        and (m.role = 'owner' or (m.role = 'editor' and 'equipment' = any(m.topics))))`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
