import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { changeDates, lessenSeat, seatById } from "../../scheduling/index.ts";
import { note, type Hand } from "../journal.ts";
import type { Loan, LoanLine } from "../loans/queries.ts";
import { countStock, turnOfPools } from "../pools/stock.ts";
import { closeChecked, openRound } from "./check.ts";
import type { Condition } from "./codes.ts";
import { noteEvent } from "./events.ts";
import { loanInTurn } from "./turn.ts";

/** What becomes of a unit that was out: back in some condition, or lost. */
export type Return = {
  unitId: string;
  became: Condition | "lost";
  missing: readonly string[];
  words: string | null;
  fileIds: readonly string[];
};

export type TakenBack = {
  /** How many came back or are known to be lost; those taken back already are not counted twice. */
  done: number;
  /** Nothing of the loan is out any more. */
  whole: boolean;
  /** More is promised of some shelf than what is left. */
  short: boolean;
};

/**
 * Takes units back: all of a loan or a part of it, early or late. What is early is free at once for others, and offered to who waits;
 * what keeps data, has a list of checks, is worn or lacks a piece is checked before it is lent again; what is broken is mended first.
 */
export async function takeBack(
  tx: Tx,
  known: Loan,
  returns: readonly Return[],
  hand: Hand,
): Promise<TakenBack> {
  const loan = await loanInTurn(tx, known.id);
  if (loan?.state !== "out") return { done: 0, whole: loan?.state === "returned", short: false };
  await turnOfPools(tx, loan.lines.map(({ poolId }) => poolId), hand.at); // prettier-ignore
  const lines = [];
  for (const line of loan.lines) {
    const back: Return[] = [];
    for (const one of returns)
      if (await endAllocation(tx, loan.id, line.poolId, one, hand.at)) back.push(one);
    let toCheck = false;
    for (const one of back) toCheck = (await receive(tx, loan, one, hand)) || toCheck;
    lines.push({ line, count: back.length, toCheck });
  }
  const whole = await endLoan(tx, loan.id, hand);
  let short = false;
  for (const { line, ...back } of lines) {
    if (whole || back.count) await freeSeats(tx, loan, line, { ...back, whole }, hand.at);
    if (back.count) short = (await countStock(tx, line.poolId, hand.at)) === "short" || short;
  }
  await turnOfPools(tx, loan.lines.map(({ poolId }) => poolId), hand.at); // prettier-ignore
  return { done: lines.reduce((sum, { count }) => sum + count, 0), whole, short };
}

async function endAllocation(
  tx: Tx,
  loanId: string,
  poolId: string,
  { unitId, became }: Return,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("allocation")
    .set({
      state: became === "lost" ? "lost" : "back",
      back_at: sql<Date>`greatest(${at}::timestamptz, out_at)`,
    })
    .where("loan_id", "=", loanId)
    .where("pool_id", "=", poolId)
    .where("unit_id", "=", unitId)
    .where("state", "=", "out")
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** What becomes of one unit. True when it is to be checked or mended before it is lent again. */
async function receive(tx: Tx, loan: Loan, one: Return, hand: Hand): Promise<boolean> {
  const { became, ...told } = one;
  if (became !== "lost") {
    const event = { ...told, kind: "returned", condition: became, loanId: loan.id } as const;
    return openRound(tx, one.unitId, await noteEvent(tx, event, hand), one, hand);
  }
  await noteEvent(tx, { ...told, kind: "lost", loanId: loan.id }, hand);
  await tx
    .updateTable("equipment_unit")
    .set({ state: "lost", state_at: hand.at, round_event_id: null })
    .where("unit_id", "=", one.unitId)
    .execute();
  return false;
}

/**
 * What came back early is free, and offered once what is there is counted; with the last of a loan or of a line, when it is ready, else after as long as any loan leaves
 * to make it so. What of a loan that is over was never taken is free too.
 */
async function freeSeats(
  tx: Tx,
  loan: Loan,
  line: LoanLine,
  back: { count: number; toCheck: boolean; whole: boolean },
  now: Date,
) {
  const seat = await seatById(tx, line.seatId);
  if (!back.whole && seat && seat.quantity > back.count)
    return void (await lessenSeat(tx, line.seatId, back.count, now, "lost"));
  const buffer = back.toCheck ? line.blockedUntil.getTime() - loan.until.getTime() : 0;
  const until = new Date(Math.max(now.getTime() + Math.max(0, buffer), line.from.getTime() + 1));
  if (until < line.blockedUntil)
    await changeDates(tx, line.seatId, { from: line.from, until }, now, "lost");
}

/** The loan is over when nothing of it is out: what was never taken goes back on its shelf. */
export async function endLoan(tx: Tx, loanId: string, hand: Hand): Promise<boolean> {
  const out = await tx
    .selectFrom("allocation")
    .select("allocation_id")
    .where("loan_id", "=", loanId)
    .where("state", "=", "out")
    .limit(1)
    .executeTakeFirst();
  if (out) return false;
  await tx
    .deleteFrom("allocation")
    .where("loan_id", "=", loanId)
    .where("state", "=", "set_aside")
    .execute();
  await tx
    .deleteFrom("hand_over")
    .where("loan_id", "=", loanId)
    .where("at", ">", hand.at)
    .execute();
  await tx
    .updateTable("loan")
    .set({ state: "returned", back_at: hand.at, changed_at: hand.at })
    .where("loan_id", "=", loanId)
    .where("state", "=", "out")
    .execute();
  await note(tx, hand, "loan", loanId, "returned");
  await closeChecked(tx, { loanId }, hand);
  return true;
}
