import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { vocabularyWord } from "../../language/index.ts";

/** Writes documents, new or again, in one statement. */
export async function keepDocuments(
  tx: Tx,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  if (!rows.length) return;
  await sql`
    insert into search_document (association_id, slug, name, name_sort, name_key, name_size, acronym_key, state, words,
      codes, latitudes, longitudes, freshness, browse_rank, confirmed_on, line)
    select association_id, slug, name, name_sort, name_key, name_size, acronym_key, state,
      replace(words, '~', current_commune() || '~')::tsvector,
      codes, latitudes, longitudes, freshness, browse_rank, confirmed_on, line
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (association_id uuid, slug text, name text, name_sort text,
      name_key text, name_size integer, acronym_key text, state text, words text, codes text[],
      latitudes double precision[], longitudes double precision[], freshness integer,
      browse_rank integer, confirmed_on date, line json)
    on conflict (commune_id, association_id) do update set slug = excluded.slug, name = excluded.name,
      name_sort = excluded.name_sort, name_key = excluded.name_key, name_size = excluded.name_size,
      acronym_key = excluded.acronym_key, state = excluded.state, words = excluded.words, codes = excluded.codes, latitudes = excluded.latitudes, longitudes = excluded.longitudes, freshness = excluded.freshness,
      browse_rank = excluded.browse_rank, confirmed_on = excluded.confirmed_on, line = excluded.line
    where (search_document.slug, search_document.name_sort, search_document.state, search_document.words, search_document.codes,
        search_document.latitudes, search_document.longitudes, search_document.freshness, search_document.line::text)
      is distinct from (excluded.slug, excluded.name_sort, excluded.state, excluded.words, excluded.codes,
        excluded.latitudes, excluded.longitudes, excluded.freshness, excluded.line::text)`.execute(
    tx,
  );
}

/** Adds the words not yet known, in one order so that two transactions never wait for each other in a circle. */
export async function keepWords(tx: Tx, spoken: ReadonlyMap<string, string | null>): Promise<void> {
  const { rows } = await sql<{ word: string }>`
    select said.word from unnest(${[...spoken.keys()]}::text[]) said (word)
    where not exists (select from search_word known where known.word = said.word collate "C")`.execute(
    tx,
  );
  if (!rows.length) return;
  const words = rows.map(({ word }) => vocabularyWord(word, spoken.get(word) ?? null));
  await sql`
    insert into search_word (word, shown, stem, sound, near)
    select word, shown, stem, sound, array(select replace(key, '~', current_commune() || '~') from unnest(near) key)
    from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) r (word text, shown text, stem text, sound text, near text[])
    order by word collate "C"
    on conflict (commune_id, word) do nothing`.execute(tx);
}

/** Counts again in how many documents each word is, and forgets the words no document holds any more. */
export async function recountWords(tx: Tx): Promise<void> {
  await sql`
    with held as materialized (
      select substr(lexeme, length(current_commune()::text) + 2) collate "C" as stem, count(*)::integer as documents
      from search_document, unnest(words) group by 1),
    counted as (
      update search_word w set frequency = held.documents from held
      where held.stem = w.stem and w.frequency <> held.documents)
    delete from search_word w where not exists (select from held where held.stem = w.stem)`.execute(
    tx,
  );
}

/** Forgets some words at once, unless a document that is not about to be written again holds them. */
export async function forgetWords(tx: Tx, words: readonly string[]): Promise<void> {
  await sql`
    delete from search_word w where word = any(${words}::text[]) and not exists (
      select from search_document d
      where current_commune() || '~' || w.stem = any(tsvector_to_array(d.words))
        and not exists (select from search_stale s where s.association_id = d.association_id))`.execute(
    tx,
  );
}

/** Writes the totals of the whole directory again. */
export async function summarise(tx: Tx): Promise<void> {
  await sql`
    with shown as materialized (select codes from search_document where browse_rank < 9)
    insert into search_summary (documents, facets, districts, places, newest)
    select (select count(*) from shown), (select coalesce(jsonb_object_agg(code, n), '{}')
        from (select code, count(*) n from shown, unnest(codes) code group by code) f),
      (select coalesce(jsonb_agg(jsonb_build_object('slug', slug, 'name', name) order by position, name), '[]') from district),
      (select coalesce(jsonb_agg(jsonb_build_object('key', name_key, 'name', name, 'lat', latitude, 'lon', longitude) order by name), '[]')
        from (select p.name_key, p.name, p.latitude, p.longitude from place p join association_place l on l.place_id = p.place_id
          where p.latitude is not null and p.longitude is not null
          group by p.place_id, p.name_key, p.name, p.latitude, p.longitude order by count(*) desc, p.name limit ${placesOffered}) p),
      (select coalesce(jsonb_agg(n.line order by n.created_at desc), '[]') from (
        select d.line, a.created_at from association a join search_document d on d.association_id = a.association_id
        where d.browse_rank < 9 order by a.created_at desc, d.name_sort limit 4) n)
    on conflict (commune_id) do update set documents = excluded.documents, facets = excluded.facets,
      districts = excluded.districts, places = excluded.places, newest = excluded.newest`.execute(
    tx,
  );
}

// Enough to be near something one knows, few enough to read in a list.
const placesOffered = 40;

/** Notes as stale the documents that time alone has moved on the ladder; gives how many. */
export async function noteAged(tx: Tx, day: string): Promise<number> {
  const { rows } = await sql<{ aged: number }>`
    with aged as (
      insert into search_stale (association_id)
      select d.association_id from search_document d
      join listing_freshness(${day}::date) f on f.association_id = d.association_id
      where d.line::jsonb->>'level' is distinct from f.level returning 1)
    select count(*)::integer as aged from aged`.execute(tx);
  return rows[0]?.aged ?? 0;
}

/** Notes the documents of some associations as stale. */
export async function noteStale(tx: Tx, associationIds: readonly string[]): Promise<void> {
  await sql`insert into search_stale (association_id) select unnest(${[...associationIds]}::uuid[])`.execute(
    tx,
  );
}
