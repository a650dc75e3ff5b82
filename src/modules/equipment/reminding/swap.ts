import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { cancelSeat, lessenSeat, take } from "../../scheduling/index.ts";
import { turnOf } from "../custody/turn.ts";
import { note, type Hand } from "../journal.ts";
import { countStock } from "../pools/stock.ts";
import type { Lack } from "./lacks.ts";
import { blockedUntil, type OtherShelf } from "./swaps.ts";

/** `gone`: the loan changed meanwhile; `not_free`: somebody else has it or waits for it. */
export type SwapRefusal = "gone" | "not_free";

/**
 * Gives from another shelf what lacks to a loan: its hand-over stays where and when it is, the agent fetches what is elsewhere. What
 * was set aside for what lacks goes back. Who calls undoes what a refusal leaves (`whole`).
 */
export async function swap(
  tx: Tx,
  lack: Lack,
  shelf: OtherShelf,
  hand: Hand,
): Promise<{ done: void } | { refused: SwapRefusal }> {
  const state = await turnOf(tx, lack.loanId);
  const line = await tx
    .selectFrom("loan_line")
    .select("quantity")
    .where("loan_id", "=", lack.loanId)
    .where("pool_id", "=", lack.poolId)
    .executeTakeFirst();
  if ((state !== "accepted" && state !== "prepared") || line?.quantity !== lack.quantity)
    return { refused: "gone" };
  const dates = { from: lack.from, until: blockedUntil(lack, shelf) };
  const taken = await take(tx, shelf.counterId, lack.missing, hand.at, dates);
  if ("refused" in taken) return { refused: "not_free" };
  await leaveShelf(tx, lack, hand.at);
  await tx
    .insertInto("loan_line")
    .values({
      loan_id: lack.loanId,
      pool_id: shelf.poolId,
      quantity: lack.missing,
      seat_id: taken.done.id,
    })
    .execute();
  await tx
    .updateTable("loan")
    .set({ state: "accepted", changed_at: hand.at })
    .where("loan_id", "=", lack.loanId)
    .execute();
  await countStock(tx, lack.poolId, hand.at);
  await note(tx, hand, "loan", lack.loanId, "replaced", {
    pool: [lack.poolId, shelf.poolId],
    quantity: lack.missing,
  });
  return { done: undefined };
}

/** Has fewer of the shelf that is short, or nothing of it: what is set aside and is not ready goes first. What lacks is offered to nobody. */
async function leaveShelf(tx: Tx, lack: Lack, at: Date): Promise<void> {
  const { loanId, poolId, seatId, missing } = lack;
  const kept = lack.quantity - missing;
  await sql`delete from allocation where allocation_id in (
    select a.allocation_id from allocation a join equipment_unit u on u.unit_id = a.unit_id
    where a.loan_id = ${loanId} and a.pool_id = ${poolId} and a.state = 'set_aside'
    order by u.state = 'ready' and not exists (select from allocation o where o.unit_id = a.unit_id and o.state = 'out') desc, u.tag
    offset ${kept})`.execute(tx);
  if (kept > 0) {
    await tx
      .updateTable("loan_line")
      .set({ quantity: kept })
      .where("loan_id", "=", loanId)
      .where("pool_id", "=", poolId)
      .execute();
    await lessenSeat(tx, seatId, missing, at, "lost");
    return;
  }
  await tx
    .deleteFrom("loan_line")
    .where("loan_id", "=", loanId)
    .where("pool_id", "=", poolId)
    .execute();
  await cancelSeat(tx, seatId, at, "lost");
}
