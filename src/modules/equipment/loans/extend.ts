import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import { changeDates } from "../../scheduling/index.ts";
import { arrangePool } from "../custody/prepare.ts";
import { loanInTurn } from "../custody/turn.ts";
import { note, type Hand } from "../journal.ts";
import { countStock, isThere, turnOfPools } from "../pools/stock.ts";
import { meet } from "./ask.ts";
import type { Loan, LoanLine } from "./queries.ts";

/** `gone`: it is over or not accepted; `not_free`: somebody has it after; `slot_full`: no place at that hour. */
export type ExtendRefusal = "gone" | "not_free" | "slot_full";

/**
 * Moves the end of a loan, later or earlier: the seats, the units set aside or out, the meeting. What somebody else has or waits for is
 * refused. `slotMost` without a meeting to keep: a provision ends when both agree. Who calls undoes what a refusal leaves (`whole`).
 */
export async function moveEnd(
  tx: Tx,
  known: Loan,
  end: { until: Date; slotMost: number | null; reviewOn?: string | null },
  hand: Hand,
): Promise<{ done: void } | { refused: ExtendRefusal }> {
  const loan = await loanInTurn(tx, known.id);
  if (!loan || !["accepted", "prepared", "out"].includes(loan.state)) return { refused: "gone" };
  await turnOfPools(tx, loan.lines.map(({ poolId }) => poolId), hand.at); // prettier-ignore
  const lines: { poolId: string; until: Date }[] = [];
  for (const line of loan.lines) {
    if (await isBack(tx, loan.id, line)) continue;
    const buffer = line.blockedUntil.getTime() - loan.until.getTime();
    const dates = { from: line.from, until: new Date(end.until.getTime() + buffer) };
    const moved = await changeDates(tx, line.seatId, dates, hand.at, "lost");
    const added = { from: line.blockedUntil, until: dates.until };
    if (
      "refused" in moved ||
      (added.from < added.until && !(await isThere(tx, line.poolId, added, hand.at)))
    )
      // prettier-ignore
      return { refused: "not_free" };
    lines.push({ poolId: line.poolId, until: dates.until });
  }
  const kept = await act(tx, { allocation_unit_free: "not_free" as const }, async () => {
    for (const line of lines) if (!(await keepLonger(tx, loan.id, line))) return false;
    return true;
  });
  if ("refused" in kept || !kept.done) return { refused: "not_free" };
  await tx
    .deleteFrom("hand_over")
    .where("loan_id", "=", loan.id)
    .where("way", "=", "back")
    .execute();
  const { placeId } = loan;
  if (
    end.slotMost !== null &&
    !(await meet(tx, loan.id, "back", end.until, { placeId, slotMost: end.slotMost }))
  )
    return { refused: "slot_full" };
  await tx
    .updateTable("loan")
    .set({
      until_at: end.until,
      changed_at: hand.at,
      ...(end.reviewOn === undefined ? {} : { review_on: end.reviewOn }),
    })
    .where("loan_id", "=", loan.id)
    .execute();
  await note(tx, hand, "loan", loan.id, "moved", {
    until: [loan.until.toISOString(), end.until.toISOString()],
  });
  // What was late is had again; what is freed of a shelf that is short is not there.
  for (const { poolId } of loan.lines) await countStock(tx, poolId, hand.at);
  await turnOfPools(tx, loan.lines.map(({ poolId }) => poolId), hand.at); // prettier-ignore
  return { done: undefined };
}

/** What is set aside or out of a line stays so until another moment; what crosses it gets another unit, checked when all have one. */
async function keepLonger(
  tx: Tx,
  loanId: string,
  { poolId, until }: { poolId: string; until: Date },
): Promise<boolean> {
  await sql`set constraints allocation_unit_free deferred`.execute(tx);
  await tx
    .updateTable("allocation")
    .set({ until_at: until })
    .where("loan_id", "=", loanId)
    .where("pool_id", "=", poolId)
    .where("state", "in", ["set_aside", "out"])
    .execute();
  return arrangePool(tx, poolId, loanId);
}

/** All of a line came back or is lost: nothing of it is had longer. */
async function isBack(tx: Tx, loanId: string, { poolId, quantity }: LoanLine): Promise<boolean> {
  const { count } = await tx
    .selectFrom("allocation")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("loan_id", "=", loanId)
    .where("pool_id", "=", poolId)
    .where("state", "in", ["back", "lost"])
    .executeTakeFirstOrThrow();
  return Number(count) >= quantity;
}
