import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { take } from "../../scheduling/index.ts";
import { note, type Hand } from "../journal.ts";
import { isThere } from "../pools/stock.ts";
import { newCode, type Regime } from "./codes.ts";

export type Asked = {
  requestId: string;
  /** The association that borrows, or the name of a service of the town hall. */
  borrower: { associationId: string } | { service: string };
  placeId: string;
  /** How many meetings at one hour; nothing when no hour is kept: an agent who writes the loan agrees on it. */
  slotMost: number | null;
  regime: Regime;
  purpose: string;
  from: Date;
  until: Date;
  /** When a provision is looked at again. */
  reviewOn: string | null;
  askedBy: string | null;
  lines: readonly {
    poolId: string;
    counterId: string;
    quantity: number;
    /** Until it comes back and is ready again. */
    blockedUntil: Date;
  }[];
  /** Accepted by the rules, or to be decided. */
  decided: boolean;
  /** The agent who writes the loan, and so accepts it. */
  decidedBy?: string;
};

export type AskRefusal = { refused: "not_free"; poolId: string } | { refused: "slot_full" };

/**
 * Promises what is asked: each line takes its seats, each meeting its place. Counters are taken in one order, so that two requests
 * never wait for each other. Who calls undoes what a refusal leaves (`whole`).
 */
export async function askForLoan(
  tx: Tx,
  asked: Asked,
  hand: Hand,
): Promise<{ done: string } | AskRefusal> {
  const seats: { pool_id: string; quantity: number; seat_id: string }[] = [];
  const lines = asked.lines
    .map((line) => ({ ...line, dates: { from: asked.from, until: line.blockedUntil } }))
    .toSorted((a, b) => (a.counterId < b.counterId ? -1 : 1));
  for (const { poolId, counterId, quantity, dates } of lines) {
    const taken = await take(tx, counterId, quantity, hand.at, dates);
    if ("refused" in taken) return { refused: "not_free", poolId };
    seats.push({ pool_id: poolId, quantity, seat_id: taken.done.id });
  }
  const [{ id: loanId, state }, ...there] = await Promise.all([
    insertLoan(tx, asked, hand),
    ...lines.map(({ poolId, dates }) => isThere(tx, poolId, dates, hand.at)),
  ]);
  const lacking = lines[there.indexOf(false)];
  if (lacking) return { refused: "not_free", poolId: lacking.poolId };
  const { placeId, slotMost } = asked;
  const at = slotMost !== null && { placeId, slotMost };
  const [out, back] = await Promise.all([
    !at || meet(tx, loanId, "out", asked.from, at),
    !at || meet(tx, loanId, "back", asked.until, at),
    tx
      .insertInto("loan_line")
      .values(seats.map((seat) => ({ loan_id: loanId, ...seat })))
      .execute(),
    note(tx, hand, "loan", loanId, state),
  ]);
  return out && back ? { done: loanId } : { refused: "slot_full" };
}

/** Writes what is asked, as it stands: promised, or on the waiting list of its dates. Who calls notes it. */
export async function insertLoan(
  tx: Tx,
  asked: Omit<Asked, "lines" | "slotMost">,
  hand: Hand,
  waits = false,
): Promise<{ id: string; state: "waiting" | "accepted" | "asked" }> {
  const state = waits ? "waiting" : asked.decided ? "accepted" : "asked";
  const inserted = await tx
    .insertInto("loan")
    .values({
      code: newCode(),
      request_id: asked.requestId,
      ...("service" in asked.borrower
        ? { service: asked.borrower.service }
        : { association_id: asked.borrower.associationId }),
      place_id: asked.placeId,
      regime: asked.regime,
      purpose: asked.purpose,
      from_at: asked.from,
      until_at: asked.until,
      state,
      ...(asked.decided
        ? { decided_how: asked.decidedBy ? "agent" : "rules", decided_at: hand.at }
        : {}),
      decided_by: asked.decidedBy ?? null,
      review_on: asked.reviewOn,
      asked_by: asked.askedBy,
      created_at: hand.at,
      changed_at: hand.at,
    })
    .onConflict((met) => met.constraint("loan_code_once").doNothing())
    .returning("loan_id")
    .executeTakeFirst();
  // The code is somebody's already: another is drawn.
  if (!inserted) return insertLoan(tx, asked, hand, waits);
  return { id: inserted.loan_id, state };
}

/**
 * A place of the so many a slot has: the first that is free. Who comes at the same instant for that one has the next; false when none
 * is left.
 */
export async function meet(
  tx: Tx,
  loanId: string,
  way: "out" | "back",
  at: Date,
  { placeId, slotMost }: { placeId: string; slotMost: number },
): Promise<boolean> {
  // Of fifty at most (`hand_over_nth_real`): a fixed number, so that the statement keeps its plan.
  const { rows } = await sql<{ free: number | null; met: boolean }>`
    with free as (
      select min(n) as nth from generate_series(1, 50) n
      where n <= ${slotMost}::integer and not exists (select from hand_over h where h.place_id = ${placeId} and h.at = ${at} and h.nth = n)),
    met as (
      insert into hand_over (loan_id, way, place_id, at, nth)
      select ${loanId}, ${way}, ${placeId}, ${at}, nth from free where nth is not null
      on conflict on constraint hand_over_once do nothing returning nth)
    select nth as free, exists (select from met) as met from free`.execute(tx);
  const [slot] = rows;
  if (!slot || slot.free === null) return false;
  return slot.met || meet(tx, loanId, way, at, { placeId, slotMost });
}
