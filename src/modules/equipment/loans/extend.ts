import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import { changeDates } from "../../scheduling/index.ts";
import { arrangePool } from "../custody/prepare.ts";
import { turnOf } from "../custody/turn.ts";
import { note, type Hand } from "../journal.ts";
import { meet } from "./ask.ts";
import type { Loan } from "./queries.ts";

/** `gone`: it is over or not accepted; `not_free`: somebody has it after; `slot_full`: no place at that hour. */
export type ExtendRefusal = "gone" | "not_free" | "slot_full";

/**
 * Moves the end of a loan, later or earlier: the seats, the units set aside or out, the meeting. What somebody else has or waits for is
 * refused. `slotMost` without a meeting to keep: a provision ends when both agree. Who calls undoes what a refusal leaves (`whole`).
 */
export async function moveEnd(
  tx: Tx,
  loan: Loan,
  end: { until: Date; slotMost: number | null; reviewOn?: string | null },
  hand: Hand,
): Promise<{ done: void } | { refused: ExtendRefusal }> {
  const state = await turnOf(tx, loan.id);
  if (!state || !["accepted", "prepared", "out"].includes(state)) return { refused: "gone" };
  await sql`set constraints allocation_unit_free deferred`.execute(tx);
  for (const line of loan.lines) {
    const buffer = line.blockedUntil.getTime() - loan.until.getTime();
    const dates = { from: line.from, until: new Date(end.until.getTime() + buffer) };
    const moved = await changeDates(tx, line.seatId, dates, hand.at);
    if ("refused" in moved) return { refused: "not_free" };
    await tx
      .updateTable("allocation")
      .set({ until_at: dates.until })
      .where("loan_id", "=", loan.id)
      .where("pool_id", "=", line.poolId)
      .where("state", "in", ["set_aside", "out"])
      .execute();
    if (!(await arrangePool(tx, line.poolId, loan.id))) return { refused: "not_free" };
  }
  const outcome = await act(
    tx,
    { allocation_unit_free: "not_free" as const, hand_over_once: "slot_full" as const },
    async () => {
      await sql`set constraints allocation_unit_free immediate`.execute(tx);
      await tx
        .deleteFrom("hand_over")
        .where("loan_id", "=", loan.id)
        .where("way", "=", "back")
        .execute();
      if (end.slotMost !== null)
        await meet(tx, loan.id, "back", end.until, {
          placeId: loan.placeId,
          slotMost: end.slotMost,
        });
    },
  );
  if ("refused" in outcome) return outcome;
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
  return { done: undefined };
}
