import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import type { Hand } from "../journal.ts";
import type { Loan } from "../loans/queries.ts";
import { countStock, turnOfPools } from "../pools/stock.ts";
import { openRound } from "./check.ts";
import { noteEvent } from "./events.ts";
import { arrangePool } from "./prepare.ts";
import type { Return } from "./take-back.ts";
import { afterItsReturn, turnOf, turnOfUnit } from "./turn.ts";

export type ExchangeRefusal = "gone" | "not_ready" | "still_out" | "taken";

/**
 * Gives another unit for one that is out, broken or not right: the loan goes on with it until the same day. The one that comes back is
 * seen to as any return. Who calls undoes what a refusal leaves (`whole`).
 */
export async function exchangeUnit(
  tx: Tx,
  loan: Loan,
  given: Return & { became: "good" | "worn" | "broken" },
  newUnitId: string,
  hand: Hand,
): Promise<{ done: "counted" | "short" } | { refused: ExchangeRefusal }> {
  if ((await turnOf(tx, loan.id)) !== "out") return { refused: "gone" };
  await turnOfPools(tx, loan.lines.map(({ poolId }) => poolId), hand.at); // prettier-ignore
  const rules = {
    allocation_out_once: "still_out" as const,
    allocation_unit_ready: "not_ready" as const,
    allocation_unit_free: "taken" as const,
  };
  await sql`set constraints allocation_unit_free deferred`.execute(tx);
  const outcome = await act(tx, rules, async () => {
    const poolId = await swap(tx, loan, given.unitId, newUnitId, hand.at);
    const arranged = poolId && (await arrangePool(tx, poolId, loan.id, [newUnitId]));
    return { poolId, arranged };
  });
  if ("refused" in outcome) return outcome;
  const { poolId, arranged } = outcome.done;
  if (!poolId) return { refused: "gone" };
  if (!arranged) return { refused: "taken" };
  const back = { ...given, kind: "returned", condition: given.became, loanId: loan.id } as const;
  const eventId = await noteEvent(tx, back, hand);
  await openRound(tx, given.unitId, eventId, given, hand);
  await noteEvent(tx, { unitId: newUnitId, kind: "handed", loanId: loan.id }, hand);
  return { done: await countStock(tx, poolId, hand.at) };
}

/** Ends what the loan had, begins what it has instead. Gives the pool; nothing when the unit was not out or the other is of another pool. */
async function swap(tx: Tx, loan: Loan, old: string, fresh: string, at: Date) {
  await turnOfUnit(tx, fresh);
  const { rows } = await sql<{ poolId: string }>`
    with ended as (
      update allocation set state = 'exchanged', back_at = ${at}
      where loan_id = ${loan.id} and unit_id = ${old} and state = 'out' returning pool_id, until_at)
    insert into allocation (loan_id, pool_id, unit_id, state, from_at, until_at, out_at)
    select ${loan.id}, ended.pool_id, u.unit_id, 'out', ${at}, greatest(ended.until_at, ${new Date(at.getTime() + 60_000)}), ${afterItsReturn(fresh, at)}
    from ended join equipment_unit u on u.pool_id = ended.pool_id and u.unit_id = ${fresh}
    returning pool_id as "poolId"`.execute(tx);
  return rows[0]?.poolId;
}
