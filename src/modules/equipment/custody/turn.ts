import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { LoanState } from "../loans/codes.ts";
import { loansOf, type Loan } from "../loans/queries.ts";

/**
 * Waits for its turn on a loan, and says where it stands now: what was read before may have changed. It writes the row rather than
 * locking it: under REPEATABLE READ the second of two is told to begin again, where a lock would let it by.
 */
export async function turnOf(tx: Tx, loanId: string): Promise<LoanState | undefined> {
  const { rows } = await sql<{ state: LoanState }>`
    update loan set changed_at = changed_at where loan_id = ${loanId} returning state`.execute(tx);
  return rows[0]?.state;
}

/** The loan as it stands once its turn has come: its end and its lines may have been moved since it was read. */
export async function loanInTurn(tx: Tx, loanId: string): Promise<Loan | undefined> {
  await turnOf(tx, loanId);
  return (await loansOf(tx, { id: loanId }))[0];
}

/** The same for a unit that changes hands or state: who says something else of it at once begins again. */
export const turnOfUnit = (tx: Tx, unitId: string) =>
  sql`update equipment_unit set state_at = state_at where unit_id = ${unitId}`.execute(tx);

/** When a unit leaves: who waited for their turn read the hour before it came back, and has it only since then. */
export const afterItsReturn = (unitId: string, at: Date) =>
  sql<Date>`greatest(${at}::timestamptz, (select max(back_at) from allocation where unit_id = ${unitId}))`;
