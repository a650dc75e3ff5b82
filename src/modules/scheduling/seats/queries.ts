import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Dates } from "./dates.ts";
import type { SeatState } from "./rules.ts";
import { place } from "./uses.ts";

export type Seat = {
  id: string;
  counterId: string;
  quantity: number;
  state: SeatState;
  /** The time it is had for; nothing: as long as its counter lives. */
  dates: Dates | undefined;
  /** When what is held or offered ends. */
  expiresAt: Date | null;
  /** Offers told so far. */
  notices: number;
  createdAt: Date;
  changedAt: Date;
};

/** A seat, unless it is unknown or another commune's. */
export async function seatById(tx: Tx, id: string): Promise<Seat | undefined> {
  const row = await tx.selectFrom("seat").selectAll().where("seat_id", "=", id).executeTakeFirst();
  return row && seatRow(row);
}

/** The seats of a counter: who has one in the order they came, then who waits in the order of the list. */
export async function seatsOf(tx: Tx, counterId: string): Promise<Seat[]> {
  const rows = await tx
    .selectFrom("seat")
    .selectAll()
    .where("counter_id", "=", counterId)
    .orderBy(sql`state = 'waiting'`)
    .orderBy(sql`case state when 'waiting' then ${place("seat")} end`)
    .orderBy("created_at")
    .orderBy("seat_id")
    .execute();
  return rows.map(seatRow);
}

/** The place of someone among those who wait for the same time, from 1; nothing when they do not wait. */
export async function positionOf(tx: Tx, seatId: string): Promise<number | undefined> {
  const { rows } = await sql<{ place: number }>`
    select count(*)::integer as place from seat mine
    join seat other on other.counter_id = mine.counter_id and other.state = 'waiting' and ${place("other")} <= ${place("mine")}
      and other.from_at < mine.until_at and other.until_at > mine.from_at
    where mine.seat_id = ${seatId} and mine.state = 'waiting' having count(*) > 0`.execute(tx);
  return rows[0]?.place;
}

export type Counts = {
  capacity: number | null;
  taken: number;
  /** Seats somebody may have now: none while people wait. Nothing: without limit. */
  left: number | null;
  /** People who wait, not requests. */
  waiting: number;
  mayWait: boolean;
  closed: boolean;
};

/** How full some counters of sessions are at a moment; what is held or offered is not left. Of what is had for a time: `usesOf`. */
export async function countsOf(
  tx: Tx,
  counterIds: readonly string[],
  now: Date,
): Promise<Map<string, Counts>> {
  if (!counterIds.length) return new Map();
  const { rows } = await sql<Omit<Counts, "left"> & { id: string; occupied: number }>`
    select c.counter_id as id, c.capacity, c.waiting as "mayWait", coalesce(c.closes_at <= ${now}, false) as closed,
      coalesce(sum(s.quantity) filter (where s.state = 'taken'), 0)::integer as taken,
      coalesce(sum(s.quantity) filter (where s.state = 'taken' or s.expires_at > ${now}), 0)::integer as occupied,
      coalesce(sum(s.quantity) filter (where s.state = 'waiting'), 0)::integer as waiting
    from seat_counter c
    left join seat s on s.counter_id = c.counter_id and s.state in ('taken', 'held', 'offered', 'waiting')
    where c.counter_id = any(${[...counterIds]}::uuid[])
    group by c.commune_id, c.counter_id`.execute(tx);
  return new Map(
    rows.map(({ id, occupied, ...counts }) => [
      id,
      { ...counts, left: leftOf(counts.capacity, occupied, counts.waiting) },
    ]),
  );
}

const leftOf = (capacity: number | null, occupied: number, waiting: number): number | null => {
  if (waiting > 0) return 0;
  return capacity === null ? null : Math.max(0, capacity - occupied);
};

type Row = {
  seat_id: string;
  counter_id: string;
  quantity: number;
  state: string;
  expires_at: Date | null;
  from_at: Date | number;
  until_at: Date | number;
  notices: number;
  created_at: Date;
  changed_at: Date;
};

const seatRow = (row: Row): Seat => ({
  id: row.seat_id,
  counterId: row.counter_id,
  quantity: row.quantity,
  state: row.state as SeatState,
  // The driver gives an infinite instant as a number.
  dates:
    row.from_at instanceof Date && row.until_at instanceof Date
      ? { from: row.from_at, until: row.until_at }
      : undefined,
  expiresAt: row.expires_at,
  notices: row.notices,
  createdAt: row.created_at,
  changedAt: row.changed_at,
});
