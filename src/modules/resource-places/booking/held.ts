import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** What an association had of a room or of some workstations in a time, for the statement of support in kind. */
export type HeldHours = {
  associationId: string;
  bookableId: string;
  bookable: string;
  place: string;
  hours: number;
  /** What an hour is worth; nothing: nobody said it. */
  hourValueCents: number | null;
};

/**
 * Hours that associations really had between two instants, by room or workstations: what was cancelled or only waited for is left
 * out, what was freed early counts until then, and an hour is an hour on the night the clocks change. An association merged into
 * another counts as the other.
 */
export async function bookedHours(
  tx: Tx,
  { from, until, associationId }: { from: Date; until: Date; associationId?: string },
): Promise<HeldHours[]> {
  const { rows } = await sql<HeldHours>`
    select a.association_id as "associationId", b.bookable_id as "bookableId", b.name as bookable, r.name as place,
      (sum(extract(epoch from least(k.ends_at, ${until}::timestamptz) - greatest(k.starts_at, ${from}::timestamptz))) / 3600)::float8 as hours,
      b.hour_value_cents as "hourValueCents"
    from booking k
    join bookable b on b.bookable_id = k.bookable_id
    join resource_place r on r.resource_place_id = b.resource_place_id
    join association named on named.association_id = k.association_id
    join association a on a.association_id = coalesce(named.merged_into, named.association_id)
    where k.ended is null and not k.waiting and k.starts_at < ${until} and k.ends_at > ${from}
      and (${associationId ?? null}::uuid is null or a.association_id = ${associationId ?? null}::uuid)
    group by a.commune_id, a.association_id, b.commune_id, b.bookable_id, r.commune_id, r.resource_place_id
    order by lower(a.name), a.association_id, lower(r.name), lower(b.name)`.execute(tx);
  return rows;
}
