import { sql } from "kysely";
import type { Tx } from "./database.ts";

/** Acts inside a savepoint: when the answer is a refusal, what was written for it is undone. A fault is thrown. */
export async function whole<T extends object>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [, answer] = await Promise.all([sql`savepoint whole`.execute(tx), work()]);
  if ("refused" in answer) await sql`rollback to savepoint whole`.execute(tx);
  // Goes with what is asked next, if anything is: a transaction that failed says so then, or at its end.
  else sql`release savepoint whole`.execute(tx).catch(() => undefined);
  return answer;
}
