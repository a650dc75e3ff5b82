import { sql } from "kysely";
import type { Tx } from "./database.ts";

/** Acts inside a savepoint: when the answer is a refusal, what was written for it is undone. A fault is thrown. */
export async function whole<T extends object>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [, answer] = await Promise.all([sql`savepoint whole`.execute(tx), work()]);
  const refused = "refused" in answer;
  await sql.raw(`${refused ? "rollback to" : "release"} savepoint whole`).execute(tx);
  return answer;
}
