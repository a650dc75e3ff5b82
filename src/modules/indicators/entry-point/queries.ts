import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

export type EntryPoint = {
  directoryOn: string | null;
  rulesOn: string | null;
  /** Listings shown that day, and those whose five sections were all confirmed within the rule. */
  listings: number;
  confirmed: number;
};

// What was in the directory at the end of a day, as far as the rows still say: known, shown, not merged, not yet ceased.
const listedOn = (day: string) => sql`
  a.listed and a.merged_into is null
  and (a.created_at at time zone 'Europe/Paris')::date <= ${day}::date
  and not (a.state = 'ceased' and coalesce(a.state_on <= ${day}::date, true))`;

/** The single entry point as it stood at the end of a day. */
export async function entryPointOn(tx: Tx, day: string): Promise<EntryPoint> {
  const { rows } = await sql<EntryPoint>`
    with listing as (
      select a.association_id, count(*) filter (where s.level = 'up_to_date') as held
      from association a join section_freshness(${day}::date) s on s.association_id = a.association_id
      where ${listedOn(day)}
      group by a.association_id
    )
    select c.directory_published_on as "directoryOn", c.rules_published_on as "rulesOn",
      (select count(*) from listing)::int as listings,
      (select count(*) from listing where held = 5)::int as confirmed
    from commune c`.execute(tx);
  return rows[0] ?? { directoryOn: null, rulesOn: null, listings: 0, confirmed: 0 };
}

/** Since when a single entry point exists, at the end of a day: the later of the two dates, once both are past. */
export function existsSince(
  { directoryOn, rulesOn }: Pick<EntryPoint, "directoryOn" | "rulesOn">,
  day: string,
): string | undefined {
  if (!directoryOn || !rulesOn) return undefined;
  const since = directoryOn > rulesOn ? directoryOn : rulesOn;
  return since <= day ? since : undefined;
}

export type ListingRow = { name: string; slug: string; held: number; oldest: string | null };

/** Each listing with how many of its sections hold, the least confirmed first. */
export async function listingRows(tx: Tx, day: string, limit?: number): Promise<ListingRow[]> {
  const { rows } = await sql<ListingRow>`
    select a.name, a.slug, count(*) filter (where s.level = 'up_to_date')::int as held,
      to_char(min(s.confirmed_at) at time zone 'Europe/Paris', 'YYYY-MM-DD') as oldest
    from association a join section_freshness(${day}::date) s on s.association_id = a.association_id
    where ${listedOn(day)}
    group by a.association_id, a.commune_id, a.name, a.slug, a.name_sort
    order by held, a.name_sort limit ${limit ?? null}`.execute(tx);
  return rows;
}
