import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { whole } from "../../../platform/db/whole.ts";
import { prioritiesOf } from "../../associations/index.ts";
import { dayStart, joinWaiting, turnOfCounter, type SeatRefusal } from "../../scheduling/index.ts";
import { note, type Hand } from "../journal.ts";
import { insertLoan, type Asked } from "../loans/ask.ts";
import type { Days } from "../rules/rules.ts";
import { waitedBy } from "./queries.ts";
import { mostWaits, orderOf, type WaitRefusal } from "./rules.ts";

export type WaitAsked = Pick<Asked, "borrower" | "placeId" | "purpose" | "askedBy"> & {
  poolId: string;
  counterId: string;
  quantity: number;
  days: Days;
  zone: string;
  /** Until it is ready again, once back. */
  bufferMinutes: number;
};

const named: Partial<Record<SeatRefusal, WaitRefusal>> = { closed: "begun", too_many: "more" };

/**
 * Waits for so many of a shelf over whole days: the widest time a loan of these days may take, whichever hours are chosen. During the
 * turn of the counter: what came free at the same instant is offered at once, and nobody waits twice for the same days.
 */
export const joinList = (
  tx: Tx,
  asked: WaitAsked,
  hand: Hand,
): Promise<{ done: string; offered: boolean } | { refused: WaitRefusal }> =>
  whole(tx, async () => {
    const { borrower, poolId, counterId, days, zone } = asked;
    await turnOfBorrower(tx, borrower);
    if (!(await turnOfCounter(tx, counterId))) return { refused: "gone" };
    const [from, next] = [dayStart(zone, days.from), dayStart(zone, addDays(days.until, 1))];
    const times = { from: new Date(from), until: new Date(next - 60_000) };
    const waited = await waitedBy(tx, borrower, { poolId, ...times });
    if (waited.same) return { refused: "already" };
    if (waited.count >= mostWaits) return { refused: "most" };
    const dates = { from: times.from, until: new Date(next + asked.bufferMinutes * 60_000) };
    const order = orderOf(borrower, { day: dayOf(hand.at), score: await scoreOf(tx, borrower) });
    const joined = await joinWaiting(tx, counterId, asked.quantity, hand.at, dates, order);
    if ("refused" in joined) return { refused: named[joined.refused] ?? "gone" };
    const { placeId, purpose, askedBy } = asked;
    const loan = { requestId: randomUUID(), borrower, placeId, regime: "loan" as const, purpose, ...times, reviewOn: null, askedBy, decided: false }; // prettier-ignore
    const { id, state } = await insertLoan(tx, loan, hand, true);
    await note(tx, hand, "loan", id, state);
    await tx
      .insertInto("loan_line")
      .values({ loan_id: id, pool_id: poolId, quantity: asked.quantity, seat_id: joined.done.id })
      .execute();
    return { done: id, offered: joined.done.state === "offered" };
  });

/**
 * Takes the turn of who borrows until the transaction ends, before that of any shelf: what they wait for on others is counted once
 * who joins there is done, so that two joins at once never pass the most together.
 */
async function turnOfBorrower(tx: Tx, borrower: Asked["borrower"]): Promise<void> {
  const who = "service" in borrower ? `service:${borrower.service}` : borrower.associationId;
  await sql`select pg_advisory_xact_lock(hashtextextended(concat_ws(':', 'equipment_wait', current_commune(), ${who}::text), 0))`.execute(
    tx,
  );
}

async function scoreOf(tx: Tx, borrower: Asked["borrower"]): Promise<number> {
  if ("service" in borrower) return 0;
  return Math.round((await prioritiesOf(tx, [borrower.associationId]))[0]?.score ?? 0);
}
