import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Loan } from "../loans/queries.ts";

/** Days ahead of which what leaves is put together. */
export const prepareAhead = 3;

/** The loans of the day, each in the one list where something is to be done about it. */
export type Board = {
  toDecide: Loan[];
  late: Loan[];
  due: Loan[];
  toHandOver: Loan[];
  toPrepare: Loan[];
  toReview: Loan[];
  later: Loan[];
};
export type BoardList = keyof Board;

/**
 * Sorts loans into the lists of a day. Late is a fact: what is out beyond its end; a provision is reviewed before it ends. What leaves
 * today is handed over, what leaves within three days is prepared.
 */
export function boardOf(loans: readonly Loan[], now: Date): Board {
  const board: Board = { toDecide: [], late: [], due: [], toHandOver: [], toPrepare: [], toReview: [], later: [] }; // prettier-ignore
  for (const loan of loans) {
    const list = listOf(loan, now);
    if (list) board[list].push(loan);
  }
  board.late.sort((a, b) => a.until.getTime() - b.until.getTime());
  board.due.sort((a, b) => a.until.getTime() - b.until.getTime());
  return board;
}

function listOf(loan: Loan, now: Date): BoardList | undefined {
  const today = dayOf(now);
  if (loan.state === "asked") return loan.ownerId ? undefined : "toDecide";
  if (loan.state === "out") {
    if (loan.until < now) return "late";
    if (dayOf(loan.until) === today) return "due";
    return loan.reviewOn !== null && loan.reviewOn <= today ? "toReview" : undefined;
  }
  if (loan.state !== "accepted" && loan.state !== "prepared") return undefined;
  if (dayOf(loan.from) <= today) return "toHandOver";
  const soon = dayOf(loan.from) <= addDays(today, prepareAhead);
  return soon && loan.state === "accepted" ? "toPrepare" : "later";
}

/** Whole days since a moment, at least one: "un jour de retard" begins at once. */
export const daysLate = (until: Date, now: Date): number =>
  Math.max(1, Math.ceil((now.getTime() - until.getTime()) / 86_400_000));
