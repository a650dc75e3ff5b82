import { sql } from "kysely";
import { among } from "../../../platform/db/among.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { hashToken, isUuid } from "../../people/index.ts";
import type { LoanState, Regime } from "./codes.ts";

export type LoanLine = {
  poolId: string;
  modelId: string;
  name: string;
  quantity: number;
  seatId: string;
  /** From when it is had, and until it is back and ready again. */
  from: Date;
  blockedUntil: Date;
  /** Where it is, with its place when that is not the place of the loan. */
  shelf: string | null;
};

export type Loan = {
  id: string;
  code: string;
  requestId: string;
  /** The association that borrows; nothing when it is a service of the town hall. */
  associationId: string | null;
  /** The name of either. */
  borrower: string;
  placeId: string;
  placeName: string;
  /** The association that lends what is its own, and its name; nothing: the commune. */
  ownerId: string | null;
  lender: string | null;
  regime: Regime;
  purpose: string;
  /** The hand-over, and the return planned. */
  from: Date;
  until: Date;
  /** When the first thing left, when the last one came back or was known to be lost. */
  outAt: Date | null;
  backAt: Date | null;
  /** When a provision is looked at again: a day. */
  reviewOn: string | null;
  revision: number;
  state: LoanState;
  decidedHow: "rules" | "agent" | "association" | null;
  /** Why it waits no more, when it waited and came to nothing. */
  waitEnded: "left" | "unanswered" | "late" | "removed" | null;
  /** What the association was told with the decision. */
  words: string | null;
  askedBy: string | null;
  createdAt: Date;
  lines: LoanLine[];
};

type Which = {
  id?: string;
  ids?: readonly string[];
  associationIds?: readonly string[];
  states?: readonly LoanState[];
  requestId?: string;
  /** What a link of the waiting list opens, and the seat of one of its lines. */
  token?: string;
  seatId?: string;
  /** Of what some associations lend themselves. */
  ownerIds?: readonly string[];
};

/** Loans, the next hand-over first. */
export async function loansOf(tx: Tx, which: Which, limit = 500): Promise<Loan[]> {
  const { rows } = await sql<Omit<Loan, "lines"> & { lines: RawLine[] }>`
    select l.loan_id as id, l.code, l.request_id as "requestId", l.association_id as "associationId",
      coalesce(a.name, l.service) as borrower, l.place_id as "placeId", place.name as "placeName",
      lent.owner_association_id as "ownerId", lender.name as lender, l.regime, l.purpose, l.from_at as "from",
      l.until_at as "until", l.out_at as "outAt", l.back_at as "backAt", to_char(l.review_on, 'YYYY-MM-DD') as "reviewOn", l.revision,
      l.state, l.decided_how as "decidedHow", l.wait_ended as "waitEnded", l.words, l.asked_by as "askedBy", l.created_at as "createdAt",
      (select coalesce(jsonb_agg(jsonb_build_object('poolId', n.pool_id, 'modelId', m.model_id, 'name', m.name,
          'quantity', n.quantity, 'seatId', n.seat_id, 'shelf', nullif(concat_ws(', ', case when p.place_id <> l.place_id then elsewhere.name end, p.shelf), ''), 'from', s.from_at, 'blockedUntil', s.until_at) order by lower(m.name)), '[]')
        from loan_line n join seat s on s.seat_id = n.seat_id join equipment_pool p on p.pool_id = n.pool_id join equipment_model m on m.model_id = p.model_id
          join place elsewhere on elsewhere.place_id = p.place_id
        where n.loan_id = l.loan_id) as lines
    from loan l
    left join association a on a.association_id = l.association_id
    join place on place.place_id = l.place_id
    join lending_place lent on lent.place_id = l.place_id
    left join association lender on lender.association_id = lent.owner_association_id
    where ${sql.join(conditions(which), sql` and `)}
    order by l.from_at, l.created_at limit ${limit}`.execute(tx);
  return rows.map((row) => ({ ...row, lines: row.lines.map(datedLine) }));
}

/** Only what is asked: each question is a text of its own, that is planned well once. */
function conditions(which: Which) {
  const { id, ids, requestId, associationIds, ownerIds, token, seatId, states } = which;
  return [
    sql`true`,
    ...(id === undefined ? [] : [sql`l.loan_id = ${id}::uuid`]),
    ...(ids ? [sql`l.loan_id = any(${ids}::uuid[])`] : []),
    ...(requestId === undefined ? [] : [sql`l.request_id = ${requestId}::uuid`]),
    ...(associationIds ? [sql`l.association_id = any(${associationIds}::uuid[])`] : []),
    ...(ownerIds ? [sql`lent.owner_association_id = any(${ownerIds}::uuid[])`] : []),
    ...(token === undefined ? [] : [sql`l.links @> array[${hashToken(token)}]`]),
    ...(seatId === undefined ? [] : [sql`exists (select from loan_line of where of.loan_id = l.loan_id and of.seat_id = ${seatId}::uuid)`]), // prettier-ignore
    ...(states ? [sql`l.state = any(${states}::text[])`] : []),
  ];
}

type RawLine = Omit<LoanLine, "from" | "blockedUntil"> & { from: string; blockedUntil: string };
const datedLine = (line: RawLine): LoanLine => ({
  ...line,
  from: new Date(line.from),
  blockedUntil: new Date(line.blockedUntil),
});

/** What the rules ask about a borrower: whether it is registered, loans it keeps too long, those of a season. */
export async function loanFacts(
  tx: Tx,
  associationId: string,
  season: { from: Date; until: Date },
  now: Date,
): Promise<{ registered: boolean; late: number; seasonLoans: number }> {
  const { rows } = await sql<{ registered: boolean; late: number; seasonLoans: number }>`
    select exists (select from association where association_id = ${associationId} and rna is not null) as registered,
      (select count(*)::integer from loan where association_id = ${associationId} and state = 'out' and until_at < ${now}) as late,
      (select count(distinct request_id)::integer from loan where association_id = ${associationId}
        and from_at >= ${season.from} and from_at < ${season.until}
        and state not in ('waiting', 'refused', 'cancelled')) as "seasonLoans"`.execute(tx);
  return rows[0] ?? { registered: false, late: 0, seasonLoans: 0 };
}

/** How many hand-overs each slot of some days has already, by place and instant: of some places, or of those of some pools. */
export async function handOversAt(
  tx: Tx,
  of: { places: readonly string[] } | { pools: readonly string[] },
  from: Date,
  until: Date,
): Promise<Map<string, number>> {
  const where =
    "places" in of
      ? among(of.places)
      : sql`in (select place_id from equipment_pool where pool_id ${among(of.pools.filter(isUuid))})`;
  const { rows } = await sql<{ placeId: string; at: Date; count: number }>`
    select place_id as "placeId", at, count(*)::integer as count from hand_over
    where place_id ${where} and at >= ${from} and at < ${until} group by place_id, at`.execute(tx);
  return new Map(rows.map(({ placeId, at, count }) => [slotKey(placeId, at), count]));
}

export const slotKey = (placeId: string, at: Date): string => `${placeId} ${at.getTime()}`;
