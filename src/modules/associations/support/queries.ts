import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Period } from "../../communes/index.ts";
import { isUuid } from "../../people/index.ts";
import type { SupportKind } from "./rules.ts";

export type SupportLine = {
  id: string;
  kind: SupportKind;
  day: string;
  /** `hand` when an agent noted it, otherwise the thing of a room that wrote it. */
  source: string;
  doneBy: string | null;
  /** Who did it. */
  by: string | null;
  note: string | null;
  removedAt: Date | null;
  revision: number;
};

const lines = (tx: Tx) =>
  tx
    .selectFrom("support_event as e")
    .leftJoin("person", "person.person_id", "e.done_by")
    .select(["event_id as id", sql<SupportKind>`e.kind`.as("kind"), "day", "source_kind as source"])
    .select(["done_by as doneBy", "person.name as by", "note", "removed_at as removedAt"])
    .select("e.revision");

/** What an association was supported with, the latest first; those removed are among them until they are forgotten. */
export const supportOf = (tx: Tx, associationId: string, most = 500): Promise<SupportLine[]> =>
  lines(tx)
    .where("e.association_id", "=", associationId)
    .orderBy("day", "desc")
    .orderBy("noted_at", "desc")
    .orderBy("event_id")
    .limit(most)
    .execute();

export const supportById = async (
  tx: Tx,
  associationId: string,
  id: string,
): Promise<SupportLine | undefined> =>
  isUuid(id)
    ? lines(tx)
        .where("e.association_id", "=", associationId)
        .where("event_id", "=", id)
        .executeTakeFirst()
    : undefined;

export type SupportFilters = Period & { kind: SupportKind | undefined };
export type SupportRow = SupportLine & { associationId: string; name: string };

/** What the associations of the commune were supported with over a period, the latest first. */
export const supportBetween = (
  tx: Tx,
  { from, to, kind }: SupportFilters,
  most?: number,
): Promise<SupportRow[]> => {
  let query = lines(tx)
    .innerJoin("association as a", "a.association_id", "e.association_id")
    .select(["e.association_id as associationId", "a.name"])
    // What a merge left on the record it absorbed is on the one it kept.
    .where("a.merged_into", "is", null)
    .where("removed_at", "is", null)
    .where("day", ">=", from)
    .where("day", "<=", to);
  if (kind) query = query.where("e.kind", "=", kind);
  if (most !== undefined) query = query.limit(most);
  return query.orderBy("day", "desc").orderBy("a.name_sort").orderBy("event_id").execute();
};

/** How many supports, and of how many associations. */
export async function supportCounted(
  tx: Tx,
  { from, to, kind }: SupportFilters,
): Promise<{ events: number; associations: number }> {
  const { rows } = await sql<{ events: number; associations: number }>`
    select count(*)::integer as events, count(distinct e.association_id)::integer as associations
    from support_event e join association a on a.association_id = e.association_id and a.merged_into is null
    where e.removed_at is null and e.day between ${from}::date and ${to}::date
      and e.kind = coalesce(${kind ?? null}::text, e.kind)`.execute(tx);
  return rows[0] ?? { events: 0, associations: 0 };
}
