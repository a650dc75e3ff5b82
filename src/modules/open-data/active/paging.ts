import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { licence } from "../serving/licence.ts";
import type { Feed } from "./noting.ts";

/** Items on a page of a feed. */
export const itemsPerPage = 100;

/** Where a reader stands: after what it last read. */
export type After = { timestamp: number; id: string } | undefined;

export type Item = {
  state: "updated" | "deleted";
  kind: "SessionSeries" | "ScheduledSession";
  id: string;
  modified: number;
  data?: object;
};

/** The items that come after, in order of (modified, id). */
export async function itemsAfter(
  tx: Tx,
  feed: Feed,
  after: After,
): Promise<{ id: string; modified: number; gone: boolean }[]> {
  const { rows } = await sql<{ id: string; modified: number; gone: boolean }>`
    select item_id as id, modified, gone from published_item where feed = ${feed}
      ${after ? sql`and (modified, item_id) > (${after.timestamp}::bigint, ${after.id}::uuid)` : sql``}
    order by modified, item_id limit ${itemsPerPage}`.execute(tx);
  return rows;
}

/** A page as RPDE wraps it: the next one begins after its last item; the last one is empty and leads to itself. */
export function rpdePage(base: string, after: After, items: readonly Item[]) {
  const last = items.at(-1);
  const from = last ? { timestamp: last.modified, id: last.id } : after;
  return {
    next: from ? `${base}?afterTimestamp=${from.timestamp}&afterId=${from.id}` : base,
    items,
    license: licence.url,
  };
}
