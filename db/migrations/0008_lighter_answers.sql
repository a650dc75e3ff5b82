-- A page of results is put together as text (json) and no longer as a tree (jsonb): copying the kept lines from tree to tree
-- took almost half the time of a search.
drop function search_directory(jsonb);

-- The whole search in one call: a page of results, their number, the counts of each filter, what was understood.
-- Runs as the owner of the tables, because row-level security would keep full text from its index: filters by commune itself.
create function search_directory(ask jsonb) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  commune constant integer := current_commune();
  asked constant boolean := jsonb_array_length(ask->'concepts') > 0;
  spot jsonb;
  near_place boolean;
  filters constant text := search_filter(ask, '');
  understood jsonb := '{"corrected": [], "suggested": []}';
  candidates text;
  distance text := 'null::double precision';
  matched text;
  ordered text;
  -- Other choices of a filter in force are counted as if it were not.
  counted text := 'fits';
  widened text := '';
  elsewhere text := '';
  kind text;
  others text;
  offered jsonb;
  total bigint;
  facets jsonb;
  lines json;
begin
  if commune is null then raise exception 'search needs a commune'; end if;
  select jsonb_build_object('districts', s.districts, 'places', s.places) into offered from search_summary s where s.commune_id = commune;
  offered := coalesce(offered, '{"districts": [], "places": []}');
  select case when ask ? 'lat' then ask else p end into spot
    from (select) one left join lateral (select p from jsonb_array_elements(offered->'places') p where p->>'key' = ask->>'place' limit 1) f on true;
  near_place := spot is not null;
  if near_place then
    distance := format('search_distance(d.latitudes, d.longitudes, %L, %L)', (spot->>'lat')::double precision, (spot->>'lon')::double precision);
  end if;
  if asked then
    understood := search_understand(ask);
    candidates := understood->>'anything';
    if candidates = '' then
      return json_build_object('total', 0, 'lines', '[]'::json, 'facets', '{}'::json, 'districts', offered->'districts',
        'places', offered->'places', 'corrected', understood->'corrected', 'suggested', understood->'suggested');
    end if;
    -- When enough documents answer everything asked, those that answer a part of it must do so by their name or keywords.
    if (understood->>'several')::boolean and (select count(*) from (select from search_document d
        where d.commune_id = commune and d.words @@ (understood->>'everything')::tsquery limit 10) e) = 10 then
      candidates := '(' || (understood->>'everything') || ')|' || (understood->>'firmly');
    end if;
    foreach kind in array array['theme', 'district', 'public', 'access'] loop
      others := search_filter(ask, kind);
      if others <> filters and kind <> 'access' then
        widened := widened || format(', %s as fits_%s', case when others = '' then 'true' else format('d.words @@ %L::tsquery', others) end, kind);
        counted := counted || format(' or fits_%s and starts_with(code, %L)', kind, substr(kind, 1, 1) || '_');
      end if;
    end loop;
    matched := format($sql$scored as materialized (
        select d.association_id, d.codes, d.browse_rank, d.name_sort, %2$s as fits, %8$s as distance, %3$s as covered,
          case when d.name_key = %4$L or d.acronym_key = %5$L then 2 when starts_with(d.name_key, %4$L || ' ') then .3 else 0 end
            - .04 * d.browse_rank as bonus,
          d.state <> 'ceased' or d.acronym_key = %5$L or (%7$s) * 10 >= d.name_size * 6
            or ((%7$s) > 1 and starts_with(d.name_key, %4$L || ' ')) as named %9$s
        from search_document d where d.commune_id = %1$s and d.words @@ %6$L::tsquery),
      -- One that has ceased and is half named is said only when nothing alive answers.
      kept as materialized (select * from scored where covered >= .55 * (select max(covered) from scored)
        and (named or not exists (select from scored alive where alive.browse_rank < 9)))$sql$,
      commune, case when filters = '' then 'true' else format('d.words @@ %L::tsquery', filters) end, understood->>'worth',
      ask->>'key', ask->>'acronym', candidates, understood->>'named', distance, widened);
    ordered := case when near_place then 'covered < .8 * (select max(covered) from kept), distance nulls last, covered + bonus desc'
      else 'covered + bonus desc, name_sort' end;
  elsif filters = '' and not near_place then
    select s.documents, s.facets into total, facets from search_summary s where s.commune_id = commune;
    return json_build_object('total', coalesce(total, 0), 'facets', coalesce(facets, '{}'), 'districts', offered->'districts',
      'places', offered->'places', 'corrected', '[]'::json, 'suggested', '[]'::json, 'lines', (
      select coalesce(json_agg(p.line), '[]') from (select d.line from search_document d
        where d.commune_id = commune and d.browse_rank < 9
        order by d.browse_rank, d.name_sort, d.association_id
        offset (ask->>'offset')::integer limit (ask->>'size')::integer) p));
  else
    matched := format($sql$kept as materialized (
      select d.association_id, d.codes, d.browse_rank, d.name_sort, true as fits, %s as distance
      from search_document d where d.commune_id = %s and d.browse_rank < 9 %s)$sql$,
      distance, commune, case when filters = '' then '' else format('and d.words @@ %L::tsquery', filters) end);
    ordered := case when near_place then 'distance nulls last, browse_rank, name_sort' else 'browse_rank, name_sort' end;
    foreach kind in array array['theme', 'district', 'public'] loop
      others := search_filter(ask, kind);
      if others <> filters then
        elsewhere := elsewhere || ' || ' || case when others = '' then
            format('(select coalesce(jsonb_object_agg(key, value), ''{}'') from search_summary s, jsonb_each(s.facets) where s.commune_id = %s and starts_with(key, %L))',
              commune, substr(kind, 1, 1) || '_')
          else format('(select coalesce(jsonb_object_agg(code, n), ''{}'') from (select code, count(*) n from search_document d, unnest(codes) code
              where d.commune_id = %s and d.words @@ %L::tsquery and starts_with(code, %L) group by code) f)', commune, others, substr(kind, 1, 1) || '_') end;
      end if;
    end loop;
  end if;
  execute format($sql$with %s select (select count(*) from kept where fits),
      (select coalesce(jsonb_object_agg(code, n), '{}') from (
        select code, count(*) n from kept, unnest(codes) code where %s group by code) f) %s,
      (select coalesce(json_agg(%s order by p.place), '[]')
        from (select association_id, distance, row_number() over () as place from (select association_id, distance from kept where fits
          order by %s, association_id offset %s limit %s) o) p
        join search_document d on d.commune_id = %s and d.association_id = p.association_id)$sql$,
    matched, counted, elsewhere, case when near_place then 'd.line || jsonb_build_object(''distance'', p.distance)' else 'd.line' end,
    ordered, (ask->>'offset')::integer, (ask->>'size')::integer, commune) into total, facets, lines;
  return json_build_object('total', total, 'facets', facets, 'lines', lines, 'districts', offered->'districts',
    'places', offered->'places', 'corrected', understood->'corrected', 'suggested', understood->'suggested');
end $$;
