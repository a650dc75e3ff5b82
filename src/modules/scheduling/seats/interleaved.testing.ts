import { sql } from "kysely";
import type { Database, Tx } from "../../../platform/db/database.ts";
import { persist } from "./pressed.testing.ts";

/** Two connections: the second asks while the first has written and not yet committed. */
export async function interleaved<T>(
  database: Database,
  commune: number,
  first: (tx: Tx) => Promise<unknown>,
  second: (tx: Tx) => Promise<T>,
): Promise<T> {
  const [written, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const one = database.write(commune, async (tx) => {
    await first(tx);
    written.resolve();
    await end.promise;
  });
  await Promise.race([written.promise, one]);
  const answered = { yet: false };
  const other = persist(database, commune, second).finally(() => (answered.yet = true));
  other.catch(() => undefined);
  while (!answered.yet && !(await someoneWaits(database)));
  end.resolve();
  await one;
  return other;
}

async function someoneWaits(database: Database): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(database.outside);
  return (rows[0]?.n ?? 0) > 0;
}
