import { sql } from "kysely";
import { dayOf } from "../../../platform/clock.ts";
import { act, type Tx } from "../../../platform/db/database.ts";
import { recordSupport } from "../../associations/index.ts";
import { changeDates } from "../../scheduling/index.ts";
import { answerNeeds } from "../kits/answering.ts";
import { note, type Hand } from "../journal.ts";
import type { Loan } from "../loans/queries.ts";
import { isThere, turnOfPools } from "../pools/stock.ts";
import type { Condition } from "./codes.ts";
import { noteEvent } from "./events.ts";
import { setAside, type PrepareRefusal } from "./prepare.ts";
import { afterItsReturn, loanInTurn, turnOfUnit } from "./turn.ts";

/** A unit that leaves, and how it is. */
export type Leaving = {
  unitId: string;
  poolId: string;
  condition: Condition;
  missing: readonly string[];
  words: string | null;
  fileIds: readonly string[];
};

/**
 * `still_out`: somebody has it; `not_ready`: it is to be checked; `too_early`: it is promised to somebody else until then; `over`: it
 * should be back already, and is promised to others since.
 */
export type HandOverRefusal = PrepareRefusal | "still_out" | "not_ready" | "too_early" | "over";

/**
 * Hands units over: those of a loan that leave now, each as it is. What was set aside and does not leave goes back on its shelf.
 * Nothing leaves that somebody has or that is not ready: the database says so. Who calls undoes what a refusal leaves (`whole`).
 */
export async function handOver(
  tx: Tx,
  known: Loan,
  leaving: readonly Leaving[],
  hand: Hand,
): Promise<{ done: number } | { refused: HandOverRefusal }> {
  const loan = await loanInTurn(tx, known.id);
  if (!loan || !["accepted", "prepared", "out"].includes(loan.state)) return { refused: "gone" };
  if (hand.at >= loan.until) return { refused: "over" };
  const early = hand.at < loan.from && (await startNow(tx, loan, hand.at));
  if (early === "too_early") return { refused: early };
  const chosen = Map.groupBy(leaving, ({ poolId }) => poolId);
  const prepared = await setAside(
    tx,
    loan,
    new Map([...chosen].map(([poolId, units]) => [poolId, units.map(({ unitId }) => unitId)])),
    hand,
  );
  if ("refused" in prepared) return prepared;
  const rules = {
    allocation_out_once: "still_out" as const,
    allocation_unit_ready: "not_ready" as const,
  };
  const outcome = await act(tx, rules, async () => {
    let left = 0;
    for (const unit of leaving) left += await leave(tx, loan, unit, hand);
    return left;
  });
  if ("refused" in outcome) return outcome;
  if (outcome.done && loan.state !== "out") {
    await tx
      .updateTable("loan")
      .set({ state: "out", out_at: hand.at, changed_at: hand.at })
      .where("loan_id", "=", loan.id)
      .where("state", "in", ["accepted", "prepared"])
      .execute();
    await note(tx, hand, "loan", loan.id, "handed_over");
    await noteSupport(tx, loan, hand);
  }
  if (outcome.done) await answerNeeds(tx, loan, hand);
  return outcome;
}

/** What the commune hands over supports an association (I1.1), once a loan; what an association lends is its own doing. */
async function noteSupport(tx: Tx, { id, associationId, ownerId }: Loan, hand: Hand) {
  if (!associationId || ownerId) return;
  await recordSupport(tx, {
    associationId,
    kind: "hand_over",
    day: dayOf(hand.at),
    source: { kind: "loan", id },
    by: hand.actor.kind === "person" ? hand.actor.id : null,
    at: hand.at,
  });
}

async function leave(tx: Tx, loan: Loan, unit: Leaving, hand: Hand): Promise<number> {
  await turnOfUnit(tx, unit.unitId);
  const { numUpdatedRows } = await tx
    .updateTable("allocation")
    .set({ state: "out", out_at: afterItsReturn(unit.unitId, hand.at) })
    .where("loan_id", "=", loan.id)
    .where("unit_id", "=", unit.unitId)
    .where("state", "=", "set_aside")
    .executeTakeFirst();
  if (!Number(numUpdatedRows)) return 0;
  await noteEvent(tx, { ...unit, kind: "handed", loanId: loan.id }, hand);
  return 1;
}

/** Somebody comes before their hour: what they take is theirs from now, when nobody else has it until then. */
async function startNow(tx: Tx, loan: Loan, now: Date): Promise<"early" | "too_early"> {
  await turnOfPools(tx, loan.lines.map(({ poolId }) => poolId), now); // prettier-ignore
  for (const { poolId, seatId, from, blockedUntil } of loan.lines) {
    // Nothing is freed: what was offered to somebody is looked at by what is there, and stands.
    const moved = await changeDates(tx, seatId, { from: now, until: blockedUntil }, now, "lost");
    if ("refused" in moved || !(await isThere(tx, poolId, { from: now, until: from }, now)))
      return "too_early";
  }
  // After the seats: what refuses them checks all constraints at once.
  await sql`set constraints allocation_unit_free deferred`.execute(tx);
  await tx
    .updateTable("allocation")
    .set({ from_at: now })
    .where("loan_id", "=", loan.id)
    .where("state", "=", "set_aside")
    .execute();
  return "early";
}
