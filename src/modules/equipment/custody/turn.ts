import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { LoanState } from "../loans/codes.ts";

/** Waits for its turn on a loan, and says where it stands now: what was read before may have changed. */
export async function turnOf(tx: Tx, loanId: string): Promise<LoanState | undefined> {
  const { rows } = await sql<{ state: LoanState }>`
    select state from loan where loan_id = ${loanId} for update`.execute(tx);
  return rows[0]?.state;
}
