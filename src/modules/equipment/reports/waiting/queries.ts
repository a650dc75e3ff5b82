import { sql } from "kysely";
import type { Tx } from "../../../../platform/db/database.ts";
import type { Period } from "../../../communes/index.ts";
import { dayIn, within } from "../days.ts";

/** Hours waited: half of the requests waited less than the median, nine in ten less than the ninth decile. */
export type Waited = { count: number; median: number | null; ninth: number | null };

export const deciders = ["rules", "agent", "association"] as const;
export type Decider = (typeof deciders)[number];

export type WaitCount = {
  /** Who decided; nothing: the whole, undecided requests included. */
  how: Decider | null;
  requests: number;
  decision: Waited;
  handOver: Waited;
};

/** Upper ends of the classes a decision falls in, in hours; the last one has none. */
export const waitClasses = [1, 24, 72, 168] as const;

/** What was on the waiting list and came to nothing, or still is, asked for no decision. */
const decidable = sql`l.state <> 'waiting' and l.wait_ended is null`;

const waited = (until: "decided_at" | "out_at") => {
  const hours = sql`extract(epoch from ${sql.ref(`l.${until}`)} - l.created_at) / 3600`;
  const decile = (part: number) =>
    sql`percentile_cont(${part}) within group (order by (${hours})::double precision)`;
  return sql`jsonb_build_object('count', count(${sql.ref(`l.${until}`)}), 'median', ${decile(0.5)}, 'ninth', ${decile(0.9)})`;
};

/** How long requests of a period waited, by who decided and in all. Percentiles are interpolated (`percentile_cont`). */
export async function waitCounts(tx: Tx, period: Period): Promise<WaitCount[]> {
  const { rows } = await sql<WaitCount & { every: number }>`
    select l.decided_how as how, grouping(l.decided_how) as every, count(*)::integer as requests,
      ${waited("decided_at")} as decision, ${waited("out_at")} as "handOver"
    from loan l where ${within(dayIn(sql`l.created_at`), period)} and ${decidable}
    group by grouping sets ((l.decided_how), ())`.execute(tx);
  return rows.filter(({ how, every }) => every || how).map(({ every: _every, ...count }) => count);
}

/** How many decisions fell in each class of hours, shortest first; then those not decided. */
export async function waitSpread(
  tx: Tx,
  period: Period,
): Promise<{ classes: number[]; undecided: number }> {
  const { rows } = await sql<{ nth: number | null; count: number }>`
    select width_bucket(extract(epoch from l.decided_at - l.created_at) / 3600, ${[...waitClasses]}::numeric[]) as nth, count(*)::integer as count
    from loan l where ${within(dayIn(sql`l.created_at`), period)} and ${decidable} and l.state <> 'cancelled' group by 1`.execute(
    tx,
  );
  const of = (nth: number | null) => rows.find((row) => row.nth === nth)?.count ?? 0;
  return { classes: [...waitClasses, null].map((_end, nth) => of(nth)), undecided: of(null) };
}

export type WaitRow = {
  loanId: string;
  code: string;
  borrower: string;
  askedOn: string;
  how: Decider | null;
  decision: number | null;
  handOver: number | null;
  total: number;
};

/** The requests behind the figures, the longest wait first. */
export async function waitRows(
  tx: Tx,
  period: Period,
  how: Decider | undefined,
  limit?: number,
): Promise<WaitRow[]> {
  const { rows } = await sql<WaitRow>`
    select l.loan_id as "loanId", l.code, coalesce(a.name, l.service) as borrower,
      to_char(${dayIn(sql`l.created_at`)}, 'YYYY-MM-DD') as "askedOn", l.decided_how as how,
      ${rounded("decided_at")} as decision, ${rounded("out_at")} as "handOver", count(*) over ()::integer as total
    from loan l left join association a on a.association_id = l.association_id
    where ${within(dayIn(sql`l.created_at`), period)} and ${decidable} and (${how ?? null}::text is null or l.decided_how = ${how ?? null})
    order by l.decided_at - l.created_at desc nulls last, l.created_at, l.loan_id limit ${limit ?? null}`.execute(
    tx,
  );
  return rows;
}

const rounded = (until: "decided_at" | "out_at") =>
  sql`round(extract(epoch from ${sql.ref(`l.${until}`)} - l.created_at) / 3600, 1)::double precision`;
