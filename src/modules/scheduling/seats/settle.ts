import { sql } from "kysely";
import { dayOf } from "../../../platform/clock.ts";
import { among } from "../../../platform/db/among.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { addJob } from "../../../platform/jobs.ts";
import { mostNotices, offerEnds, whoIsOffered, whoIsWithdrawn } from "./rules.ts";
import { lineOf, usesOf } from "./uses.ts";

/** A counter at a moment, during its turn. */
export type Standing = {
  id: string;
  capacity: number | null;
  /** What may be offered: less than the capacity when more is promised than what is there. */
  offers: number | null;
  /** This moment, or that of its last change when it came first: who waited for their turn read the hour before it. */
  at: Date;
  mayWait: boolean;
  offerMinutes: number;
  closesAt: Date | null;
  closed: boolean;
  /** Held or offered seats whose time is over and nothing has noted it yet. */
  due: number;
  /** Requests that wait. */
  line: number;
  /** Of those, the ones for a time that has begun. */
  late: number;
  /** What is offered while less is there than was promised: to be looked at again. */
  doubtful: number;
};

/**
 * Takes the turn of a counter until the transaction ends: what is read afterwards, nobody else is changing. It writes the row of
 * the turn rather than locking it: under REPEATABLE READ the second of two is told to begin again, where a lock would let it by.
 */
export async function turn(tx: Tx, counterId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("seat_lock")
    .set((eb) => ({ turn: eb("turn", "+", 1) }))
    .where("counter_id", "=", counterId)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/**
 * Takes the turn of a counter and makes it true at this moment: what is over is noted, and what is free is offered to those who
 * wait before anyone else may have it. Nothing when the counter is unknown.
 */
export async function settle(tx: Tx, counterId: string, now: Date): Promise<Standing | undefined> {
  // Asked at once, in this order: what stands is read once the turn has come.
  const [came, stands] = await Promise.all([turn(tx, counterId), standing(tx, counterId, now)]);
  if (!came || !stands) return undefined;
  let counter = stands;
  if (counter.due > 0) {
    await noteOver(tx, counterId, now);
    counter = { ...counter, ...(await standing(tx, counterId, now)) };
  }
  if (counter.doubtful > 0 && (await withdraw(tx, counter, now)))
    counter = { ...counter, ...(await standing(tx, counterId, now)) };
  if (counter.line === 0) return counter;
  const closed = (counter.closed || counter.late > 0) && (await closeLine(tx, counter, now));
  const offered = counter.line > counter.late && !counter.closed && (await offer(tx, counter, now));
  if (closed || offered) await willTell(tx, counterId);
  return closed || offered ? { ...counter, ...(await standing(tx, counterId, now)) } : counter;
}

async function standing(tx: Tx, counterId: string, now: Date): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    select c.counter_id as id, c.capacity, least(c.capacity, c.present) as offers, greatest(c.changed_at, ${now}) as at, c.waiting as "mayWait", c.offer_minutes as "offerMinutes", c.closes_at as "closesAt",
      coalesce(c.closes_at <= ${now}, false) as closed,
      count(*) filter (where s.expires_at <= ${now})::integer as due,
      count(*) filter (where s.state = 'waiting')::integer as line,
      count(*) filter (where s.state = 'waiting' and s.from_at > '-infinity' and s.from_at <= ${now})::integer as late,
      count(*) filter (where s.state = 'offered' and c.present is not null)::integer as doubtful
    from seat_counter c
    left join seat s on s.counter_id = c.counter_id and s.state in ('held', 'offered', 'waiting')
    where c.counter_id = ${counterId} group by c.commune_id, c.counter_id`.execute(tx);
  return rows[0];
}

/**
 * A hold that is over is free. Whoever left an offer unanswered goes to the end of the list, and ahead of nobody; after three, out of it. An offer
 * nobody was told of, the worker being away, costs nothing: they keep their place.
 */
async function noteOver(tx: Tx, counterId: string, now: Date): Promise<void> {
  const { rows } = await sql<{ to_tell: string | null }>`
    with last as (select coalesce(max(position), 0) as position from seat where counter_id = ${counterId}),
    due as (
      select seat_id, row_number() over (order by expires_at, position) as nth from seat
      where counter_id = ${counterId} and state in ('held', 'offered') and expires_at <= ${now})
    update seat set expires_at = null, changed_at = ${now},
      state = case when state = 'offered' and (to_tell is not null or notices < ${mostNotices}) then 'waiting' else 'expired' end,
      position = case when state = 'offered' and to_tell is null and notices < ${mostNotices}
        then last.position + due.nth else seat.position end,
      (ahead, score, since_day) = (select case when behind then 0 else ahead end, case when behind and since_day is not null then -1 else score end,
        case when behind and since_day is not null then ${dayOf(now)}::date else since_day end
        from (select state = 'offered' and to_tell is null as behind) as told),
      to_tell = case when state = 'offered' and to_tell is null and notices >= ${mostNotices} then 'unanswered' end
    from due, last where seat.seat_id = due.seat_id returning to_tell`.execute(tx);
  if (rows.some((row) => row.to_tell)) await willTell(tx, counterId);
}

/**
 * What was offered and is no longer there is offered no more: they wait again where they were. What they were told of counts for
 * nothing, and they are told; what they were not told of is forgotten.
 */
async function withdraw(tx: Tx, { id, offers }: Standing, now: Date): Promise<boolean> {
  const offered = await lineOf(tx, id, "offered");
  const had = await usesOf(tx, [id], { from: now, until: null }, now);
  const gone = whoIsWithdrawn(offers ?? Infinity, had, offered);
  if (!gone.length) return false;
  await sql`update seat set state = 'waiting', expires_at = null, withdrawn_at = ${now}, changed_at = ${now},
      notices = greatest(0, notices - (to_tell is null)::integer), to_tell = case when to_tell is null then 'withdrawn' end
    where seat_id ${among(gone)}`.execute(tx);
  await willTell(tx, id);
  return true;
}

/** The counter has closed, or the time they wait for has begun: they will have nothing, and are told so. */
async function closeLine(tx: Tx, { id, closed }: Standing, now: Date): Promise<boolean> {
  const over = closed ? sql`true` : sql`from_at > '-infinity' and from_at <= ${now}`;
  await sql`update seat set state = 'expired', to_tell = 'closed', changed_at = ${now}
    where counter_id = ${id} and state = 'waiting' and ${over}`.execute(tx);
  return true;
}

async function offer(tx: Tx, counter: Standing, now: Date): Promise<boolean> {
  const line = await lineOf(tx, counter.id);
  const had =
    counter.offers === null ? [] : await usesOf(tx, [counter.id], { from: now, until: null }, now);
  const { offered, passed } = whoIsOffered(counter.offers ?? Infinity, had, line);
  for (const one of line.filter(({ id }) => offered.includes(id)))
    await tx
      .updateTable("seat")
      .set({
        state: "offered",
        expires_at: offerEnds(now, counter.offerMinutes, counter.closesAt, one.from),
        to_tell: "offered",
        withdrawn_at: null,
        changed_at: now,
      })
      .where("seat_id", "=", one.id)
      .execute();
  for (const { id, times } of passed)
    await tx
      .updateTable("seat")
      .set((eb) => ({ passed: eb("passed", "+", times) }))
      .where("seat_id", "=", id)
      .execute();
  return offered.length > 0;
}

const willTell = (tx: Tx, counterId: string): Promise<void> =>
  addJob(tx, "seats_tell", { counter: counterId }, { key: `seats_tell:${counterId}` });
