import { sql, type RawBuilder } from "kysely";

/**
 * The right side of a comparison with one of some identifiers. A list of one is compared by itself: how long a list is, PostgreSQL
 * does not know until it has it, and would plan the statement anew each time.
 */
export const among = (ids: readonly string[]): RawBuilder<unknown> =>
  ids.length === 1 ? sql`= ${ids[0]}::uuid` : sql`= any(${[...ids]}::uuid[])`;
