import { sql } from "kysely";
import type { Database, Tx } from "./db/database.ts";

/**
 * Counts one more hit in a bucket, in a transaction of its own (a rollback of the request would erase it).
 * True while the bucket holds at most `max` hits in the running window of `windowMinutes`.
 */
export const underLimit = (
  database: Database,
  communeId: number,
  bucket: string,
  max: number,
  windowMinutes: number,
  now: Date,
): Promise<boolean> =>
  database.aside(communeId, async (tx) => {
    const { hits } = await tx
      .insertInto("rate_limit")
      .values({ bucket, window_start: windowStart(windowMinutes, now), hits: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(["commune_id", "bucket", "window_start"])
          .doUpdateSet({ hits: sql`rate_limit.hits + 1` }),
      )
      .returning("hits")
      .executeTakeFirstOrThrow();
    return hits <= max;
  });

/** Whether a bucket holds `max` hits already in the running window; adds none. */
export async function isFull(
  tx: Tx,
  bucket: string,
  max: number,
  windowMinutes: number,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .selectFrom("rate_limit")
    .select("hits")
    .where("bucket", "=", bucket)
    .where("window_start", "=", windowStart(windowMinutes, now))
    .executeTakeFirst();
  return (row?.hits ?? 0) >= max;
}

/** When the running window of `windowMinutes` ends: the moment to try again. */
export const windowEnd = (windowMinutes: number, now: Date): Date =>
  new Date(windowStart(windowMinutes, now).getTime() + windowMinutes * 60_000);

const windowStart = (windowMinutes: number, now: Date): Date => {
  const width = windowMinutes * 60_000;
  return new Date(Math.floor(now.getTime() / width) * width);
};
