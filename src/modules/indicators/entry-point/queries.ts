import { ladder } from "../../directory/index.ts";
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** Months during which the confirmation of a section holds: the rule the directory publishes. */
export const confirmedForMonths = ladder.upToDateMonths;

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

const confirmedSections = (day: string) => sql`
  select c.association_id, c.section, max(c.confirmed_at) as at
  from confirmation c
  where (c.confirmed_at at time zone 'Europe/Paris')::date <= ${day}::date
  group by c.association_id, c.section`;

const holds = (day: string) => sql`
  (s.at at time zone 'Europe/Paris')::date >= (${day}::date - make_interval(months => ${confirmedForMonths}))::date`;

/** The single entry point as it stood at the end of a day. */
export async function entryPointOn(tx: Tx, day: string): Promise<EntryPoint> {
  const { rows } = await sql<EntryPoint>`
    with section as (${confirmedSections(day)}),
    listing as (
      select a.association_id, count(*) filter (where ${holds(day)}) as held
      from association a left join section s on s.association_id = a.association_id
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
    with section as (${confirmedSections(day)})
    select a.name, a.slug, count(*) filter (where ${holds(day)})::int as held,
      to_char(min(s.at) at time zone 'Europe/Paris', 'YYYY-MM-DD') as oldest
    from association a left join section s on s.association_id = a.association_id
    where ${listedOn(day)}
    group by a.association_id, a.commune_id, a.name, a.slug, a.name_sort
    order by held, a.name_sort limit ${limit ?? null}`.execute(tx);
  return rows;
}
