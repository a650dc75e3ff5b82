import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** Themes of some associations, for their activities that say none; those nobody may read are left out. */
export async function themesOf(tx: Tx, associationIds: readonly string[]) {
  const rows = await tx
    .selectFrom("association")
    .select(["association_id as id", "themes"])
    .where("association_id", "=", sql<string>`any(${[...new Set(associationIds)]}::uuid[])`)
    .where("listed", "=", true)
    .where("state", "<>", "ceased")
    .execute();
  return new Map(rows.map(({ id, themes }) => [id, themes]));
}

/** Writes documents, new or again; those of `ids` that are not among them go. */
export async function keepDocuments(
  tx: Tx,
  ids: readonly string[],
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const kept = rows.map((row) => row["activity_id"]);
  await sql`delete from activity_document where activity_id = any(${[...ids]}::uuid[])
    and activity_id <> all(${kept}::uuid[])`.execute(tx);
  if (!rows.length) return;
  await sql`
    insert into activity_document (activity_id, association_id, season, title_key, title_sort, words, codes, min_age, max_age,
      price, last_day, latitudes, longitudes, browse_rank, line)
    select activity_id, association_id, season, title_key, title_sort, replace(words, '~', current_commune() || '~')::tsvector,
      codes, min_age, max_age, price, last_day, latitudes, longitudes, browse_rank, line
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (activity_id uuid, association_id uuid, season integer, title_key text,
      title_sort text, words text, codes text[], min_age integer, max_age integer, price numeric, last_day date,
      latitudes double precision[], longitudes double precision[], browse_rank integer, line json)
    on conflict (commune_id, activity_id) do update set association_id = excluded.association_id, season = excluded.season,
      title_key = excluded.title_key, title_sort = excluded.title_sort, words = excluded.words, codes = excluded.codes,
      min_age = excluded.min_age, max_age = excluded.max_age, price = excluded.price, last_day = excluded.last_day,
      latitudes = excluded.latitudes, longitudes = excluded.longitudes, browse_rank = excluded.browse_rank, line = excluded.line
    where (activity_document.association_id, activity_document.season, activity_document.words, activity_document.codes,
        activity_document.min_age, activity_document.max_age, activity_document.price, activity_document.last_day,
        activity_document.latitudes, activity_document.longitudes, activity_document.browse_rank, activity_document.line::text)
      is distinct from (excluded.association_id, excluded.season, excluded.words, excluded.codes, excluded.min_age, excluded.max_age,
        excluded.price, excluded.last_day, excluded.latitudes, excluded.longitudes, excluded.browse_rank, excluded.line::text)`.execute(
    tx,
  );
}

/** Counts again what the first page of activities offers. */
export async function summarise(tx: Tx, season: number, today: string): Promise<void> {
  await sql`
    with shown as materialized (select codes from activity_document
      where (season is null or season >= ${season}) and (last_day is null or last_day >= ${today}::date))
    insert into activity_summary (documents, facets)
    select (select count(*) from shown), (select coalesce(jsonb_object_agg(code, n), '{}')
      from (select code, count(*) n from shown, unnest(codes) code group by code) f)
    on conflict (commune_id) do update set documents = excluded.documents, facets = excluded.facets`.execute(
    tx,
  );
}

/** Associations one of whose activities is over since its document was written, or has hours that are. */
export async function agedSince(tx: Tx, season: number, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct d.association_id as id from activity_document d
    where d.season < ${season} or d.last_day < ${today}::date
      or exists (select from json_array_elements(d.line->'patterns') p
        where (p->>'lastDay')::date = ${today}::date - 1 or (p->'rhythm'->>'kind' = 'once' and (p->>'firstDay')::date = ${today}::date - 1))`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Addresses of the activities that may be found. */
export async function slugsFound(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select line->>'slug' as slug from activity_document order by 1 limit ${most}`.execute(tx);
  return rows.map(({ slug }) => slug);
}
