import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { dayIn, placeInLine } from "../../scheduling/index.ts";
import type { Loan } from "../loans/queries.ts";
import type { Days } from "../rules/rules.ts";
import type { Standing } from "./rules.ts";

/** What waits for its dates: where it is in the list, or until when it is offered. */
export type Wait = Standing & {
  loanId: string;
  seatId: string;
  counterId: string;
  offeredUntil: Date | null;
  /** What was offered them last is no longer there. */
  withdrawn: boolean;
  zone: string;
};

type WaitsAsked = { loanIds?: readonly string[] | null; ownerIds?: readonly string[] | null };

/** The waiting of some loans, of what some associations lend themselves, or of all that wait. */
export async function waitsOf(
  tx: Tx,
  now: Date,
  { loanIds = null, ownerIds = null }: WaitsAsked = {},
): Promise<Wait[]> {
  const { rows } = await sql<Wait>`
    select l.loan_id as "loanId", s.seat_id as "seatId", s.counter_id as "counterId", t.zone,
      case when s.state = 'offered' and s.expires_at > ${now} then s.expires_at end as "offeredUntil",
      s.state = 'waiting' and s.withdrawn_at is not null as withdrawn,
      ahead.count as before, ahead.services
    from loan l join loan_line n on n.loan_id = l.loan_id join seat s on s.seat_id = n.seat_id
    join lending_place p on p.place_id = l.place_id join timetable t on t.timetable_id = p.timetable_id
    cross join lateral (
      select count(*)::integer as count, count(*) filter (where o.ahead = 1 and s.ahead = 0)::integer as services
      from seat o where o.counter_id = s.counter_id and o.state = 'waiting' and s.state = 'waiting'
        and ${placeInLine("o")} < ${placeInLine("s")} and o.from_at < s.until_at and o.until_at > s.from_at) ahead
    where l.state = 'waiting' and (${loanIds}::uuid[] is null or l.loan_id = any(${loanIds}::uuid[]))
      and (${ownerIds}::uuid[] is null or p.owner_association_id = any(${ownerIds}::uuid[]))
    order by (s.state = 'offered') desc, l.from_at, s.counter_id, ${placeInLine("s")}`.execute(tx);
  return rows;
}

/** How many wait, for all that is lent, or for what some associations lend themselves. */
export async function waitsCount(
  tx: Tx,
  ownerIds: readonly string[] | null = null,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from loan l join lending_place p on p.place_id = l.place_id
    where l.state = 'waiting'
      and (${ownerIds}::uuid[] is null or p.owner_association_id = any(${ownerIds}::uuid[]))`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** What is waited for by who borrows: how many things, and whether one is this shelf for days that meet these. */
export async function waitedBy(
  tx: Tx,
  borrower: { associationId: string } | { service: string },
  { poolId, from, until }: { poolId: string; from: Date; until: Date },
): Promise<{ count: number; same: boolean }> {
  const { rows } = await sql<{ count: number; same: boolean }>`
    select count(*)::integer as count,
      coalesce(bool_or(n.pool_id = ${poolId} and l.from_at < ${until} and l.until_at > ${from}), false) as same
    from loan l join loan_line n on n.loan_id = l.loan_id
    where l.state = 'waiting' and ${"service" in borrower ? sql`l.service = ${borrower.service}` : sql`l.association_id = ${borrower.associationId}`}`.execute(
    tx,
  );
  return rows[0] ?? { count: 0, same: false };
}

/** The days somebody waits for: a loan on the list has no hours yet. */
export const daysOfWait = ({ from, until }: Pick<Loan, "from" | "until">, zone: string): Days => ({
  from: dayIn(zone, from),
  until: dayIn(zone, until),
});
