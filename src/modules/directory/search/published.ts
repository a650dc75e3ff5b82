import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Published } from "./document-row.ts";

/** Associations whose document waits to be written again. */
export async function staleIds(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ association_id: string }>`
    select distinct association_id from search_stale limit ${most}`.execute(tx);
  return rows.map((row) => row.association_id);
}

/** Holds associations still while their documents are written, in one order; `skip` leaves those another transaction holds. */
export async function lockedForRefresh(
  tx: Tx,
  ids: readonly string[],
  held: "skip" | "wait",
): Promise<{ locked: string[] }> {
  const { rows } = await sql<{ association_id: string }>`
    select association_id from association where association_id = any(${[...ids]}::uuid[])
    order by association_id for no key update ${sql.raw(held === "skip" ? "skip locked" : "")}`.execute(
    tx,
  );
  return { locked: rows.map((row) => row.association_id) };
}

/** What is published of some associations; those unlisted or merged are left out. */
export async function published(tx: Tx, ids: readonly string[], day: string): Promise<Published[]> {
  const { rows } = await sql<Published>`
    select a.association_id, a.slug, a.name, a.name_sort, a.acronym, a.state, a.aims, a.schedule, a.prices, a.registration,
      a.themes, a.publics, a.keywords, a.spoken_languages, a.access_yes,
      f.confirmed_on::text, f.level,
      coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'district', d.name, 'districtSlug', d.slug,
          'latitude', p.latitude, 'longitude', p.longitude, 'access', p.access_yes) order by l.position, p.name)
        from association_place l join place p on p.place_id = l.place_id
        left join district d on d.district_id = p.district_id
        where l.association_id = a.association_id), '[]') as places
    from association a
    join (select * from listing_freshness(${day}::date) where association_id = any(${[...ids]}::uuid[])) f
      on f.association_id = a.association_id
    where a.association_id = any(${[...ids]}::uuid[]) and a.listed and a.merged_into is null`.execute(
    tx,
  );
  return rows;
}
