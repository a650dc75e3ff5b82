-- A search in less processor time: one statement planned once a connection, where the text of a new one was planned at each
-- search. Results stay the same.

-- A line of results is read as it was written, never taken apart. Every search names its own words: what the planner would
-- learn of them costs more to read than it tells (a change of type forgets what it knew).
alter table search_document alter column line type json using line::json, alter column words type tsvector;
alter table search_document alter column words set statistics 0, alter column words set storage main, alter column line set storage external;

drop function search_directory(jsonb);
drop function search_understand(jsonb);
drop function search_best_worth(text[]);
drop function search_worth(text);
drop function search_condition(text, text);

-- Completes a condition written by the question reader: ~ is the commune, ? the weights asked for, %? any ending.
create function search_condition(shape text, labels text) returns tsquery
  language sql stable as $$
  select replace(replace(replace(shape, '~', current_commune() || '~'), '%?', ':*' || labels),
    '?', case when labels = '' then '' else ':' || labels end)::tsquery $$;

-- What a document gets of a concept: all its weight for its only word in a name (`sure`), else the better of the word as it
-- stands and of other ways of saying it. A name says it wholly (1), keywords .7, themes, places and aims .45, the rest .3.
-- Each word stands once in a document, so that its rank is that figure, times 6 over pi squared.
create function search_worth(words tsvector, weight double precision, sure tsquery, word tsquery, other tsquery, other_a tsquery,
    other_b tsquery, other_c tsquery) returns double precision
  language sql immutable as $$
  select weight * case when words @@ sure then 1::float8 when word is null then 0::float8
    else greatest(1.6449341::float8 * ts_rank('{.3,.45,.7,1}', words, word),
      .85::float8 * case when words @@ other then
        case when words @@ other_a then 1::float8 when words @@ other_b then .7::float8 when words @@ other_c then .45::float8 else .3::float8 end end) end $$;

-- Understands each concept of a question with the words of the commune: synonyms, beginnings, typing errors. Gives conditions
-- on the words of documents, then lists with one place a concept that search_worth reads.
create function search_understand(ask jsonb, out anything tsquery, out everything tsquery, out firmly tsquery, out several boolean, out corrected jsonb, out suggested jsonb,
    out weight double precision[], out sure tsquery[], out word tsquery[], out in_name tsquery[], out other tsquery[], out other_a tsquery[],
    out other_b tsquery[], out other_c tsquery[])
  language plpgsql stable as $$
declare
  commune constant integer := current_commune();
  exact constant boolean := coalesce((ask->>'exact')::boolean, false);
  documents constant double precision := greatest((select s.documents from search_summary s where s.commune_id = commune), 2);
  concept record;
  better record;
  shape text;
  others text;
  held integer;
  at integer := 0;
  whole tsquery;
  firm tsquery;
begin
  corrected := '[]';
  suggested := '[]';
  for concept in
    with known as materialized (
      select r.first, r.last, '(~' || replace(said, ' ', '?&~') || '?)' as shape
      from synonym s join jsonb_to_recordset(ask->'runs') r (key text, first integer, last integer) on s.keys @> array[r.key]
      cross join unnest(s.keys) said where s.commune_id = commune and said <> r.key)
    select c.word, c.stem, c.soft, c.near, c.sound,
      (select max(w.frequency) from search_word w where w.commune_id = commune and w.stem = c.stem) as held,
      array(select jsonb_array_elements_text(c.others)
        union select k.shape from known k where c.place - 1 between k.first and k.last
        union select '(~' || w.stem || '?)' from search_word w where w.commune_id = commune
          and w.stem = any (array(select jsonb_array_elements_text(c.compounds))) and w.frequency > 0) as others
    from rows from (jsonb_to_recordset(ask->'concepts')
      as (word text, stem text, soft double precision, others jsonb, compounds jsonb, near jsonb, sound text))
      with ordinality c (word, stem, soft, others, compounds, near, sound, place)
    order by c.place
  loop
    held := coalesce(concept.held, 0);
    shape := '~' || concept.stem || '?';
    others := nullif(array_to_string(concept.others, '|'), '');
    if held = 0 and concept.soft = 0 then
      if length(concept.stem) >= 3 then
        select coalesce(max(w.frequency), 0) into held from search_word w where w.commune_id = commune
          and w.stem >= concept.stem and w.stem < concept.stem || '~' and w.frequency > 0;
        if held > 0 then shape := '~' || concept.stem || '%?'; end if;
      end if;
      if held = 0 and others is null and length(concept.word) >= 3 then
        for better in select * from search_near(concept.word, concept.near, concept.sound) loop
          suggested := suggested || to_jsonb(better.shown);
          if held = 0 and better.closeness >= .52 and not exact then
            shape := '~' || better.stem || '?';
            held := 5;
            corrected := corrected || jsonb_build_object('from', concept.word, 'to', better.shown);
          end if;
        end loop;
      end if;
      continue when held = 0 and others is null;
    end if;
    at := at + 1;
    whole := search_condition(concat_ws('|', shape, others), '');
    if concept.soft > 0 then
      weight[at] := concept.soft;
      sure[at] := whole;
      continue;
    end if;
    weight[at] := round((.5 + ln(greatest(documents / case held when 0 then 5 else held end, 1)) / ln(documents + 1))::numeric, 3);
    word[at] := search_condition(shape, '');
    in_name[at] := search_condition(shape, 'A');
    -- Words that only begin like it add up.
    if shape not like '%\%?' then sure[at] := in_name[at]; end if;
    if others is not null then
      other[at] := search_condition(others, '');
      other_a[at] := search_condition(others, 'A');
      other_b[at] := search_condition(others, 'AB');
      other_c[at] := search_condition(others, 'ABC');
    end if;
    firm := search_condition(replace(concat_ws('|', shape, others), '~', '~_'), '');
    several := several is not null;
    anything := coalesce(anything || whole, whole);
    everything := coalesce(everything && whole, whole);
    firmly := coalesce(firmly || firm, firm);
  end loop;
end $$;

-- How many documents each choice of a filter in force leads to, with the other filters alone.
create function search_other_choices(prefix text, open boolean, others tsquery) returns jsonb
  language sql stable as $$
  select coalesce(jsonb_object_agg(code, n), '{}') from (
    select key as code, value as n from search_summary s, jsonb_each(s.facets)
      where open and others is null and s.commune_id = current_commune() and starts_with(key, prefix)
    union all
    select code, to_jsonb(count(*)) from search_document d, unnest(d.codes) code
      where open and d.commune_id = current_commune() and d.words @@ others and starts_with(code, prefix) group by code) choice $$;

-- The whole search in one call: a page of results, their number, the counts of each filter, what was understood.
-- Runs as the owner of the tables, because row-level security would keep full text from its index: filters by commune itself.
create function search_directory(ask jsonb) returns json
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  commune constant integer := current_commune();
  asked constant boolean := jsonb_array_length(ask->'concepts') > 0;
  filtered constant boolean := ask ?| array['theme', 'district', 'public', 'access'];
  fitting constant tsquery := case when filtered then search_filter(ask, '')::tsquery end;
  -- Other choices of a filter in force are counted as if it were not: what the other filters ask.
  theme_open constant boolean := ask ? 'theme';
  theme_less constant tsquery := case when theme_open then nullif(search_filter(ask, 'theme'), '')::tsquery end;
  district_open constant boolean := ask ? 'district';
  district_less constant tsquery := case when district_open then nullif(search_filter(ask, 'district'), '')::tsquery end;
  public_open constant boolean := ask ? 'public';
  public_less constant tsquery := case when public_open then nullif(search_filter(ask, 'public'), '')::tsquery end;
  key constant text := ask->>'key';
  acronym constant text := ask->>'acronym';
  summary search_summary;
  spot jsonb;
  near_place boolean;
  lat double precision;
  lon double precision;
  anything tsquery;
  everything tsquery;
  firmly tsquery;
  several boolean;
  corrected jsonb;
  suggested jsonb;
  weight double precision[];
  sure tsquery[];
  word tsquery[];
  in_name tsquery[];
  other tsquery[];
  other_a tsquery[];
  other_b tsquery[];
  other_c tsquery[];
  candidates tsquery := fitting;
  total bigint := 0;
  facets jsonb := '{}';
  lines json := '[]';
begin
  if commune is null then raise exception 'search needs a commune'; end if;
  select * into summary from search_summary s where s.commune_id = commune;
  spot := case when ask ? 'lat' then ask
    when ask ? 'place' then (select p from jsonb_array_elements(summary.places) p where p->>'key' = ask->>'place' limit 1) end;
  near_place := spot is not null;
  lat := spot->>'lat';
  lon := spot->>'lon';
  select * into anything, everything, firmly, several, corrected, suggested, weight, sure, word, in_name, other, other_a, other_b, other_c
    from search_understand(ask) where asked;
  if asked then
    candidates := anything;
    if several then
      -- When enough documents answer everything asked, those that answer a part of it must do so by their name or keywords.
      if (select count(*) from (select from search_document d where d.commune_id = commune and d.words @@ everything limit 10) e) = 10 then
        candidates := everything || firmly;
      end if;
    -- One named like the only word asked leaves no place to those that just mention it, under .55 of it: they are not looked at.
    elsif cardinality(weight) = 1 and exists (
      select from search_document d where d.commune_id = commune and d.words @@ sure[1] and d.browse_rank < 9) then
      candidates := firmly;
    end if;
  end if;
  if asked and candidates is null then
    null;
  elsif not asked and not filtered and not near_place then
    total := coalesce(summary.documents, 0);
    facets := coalesce(summary.facets, '{}');
    select coalesce(json_agg(p.line), '[]') into lines from (select d.line from search_document d
      where d.commune_id = commune and d.browse_rank < 9
      order by d.browse_rank, d.name_sort, d.association_id
      offset (ask->>'offset')::integer limit (ask->>'size')::integer) p;
  else
    with scored as materialized (
      select d.ctid as row, d.association_id, d.codes, d.browse_rank, d.name_sort,
        case when near_place then search_distance(d.latitudes, d.longitudes, lat, lon) end as distance,
        case when asked then search_worth(d.words, weight[1], sure[1], word[1], other[1], other_a[1], other_b[1], other_c[1])
          + case when cardinality(weight) > 1 then
            coalesce(search_worth(d.words, weight[2], sure[2], word[2], other[2], other_a[2], other_b[2], other_c[2]), 0) +
            coalesce(search_worth(d.words, weight[3], sure[3], word[3], other[3], other_a[3], other_b[3], other_c[3]), 0) +
            coalesce(search_worth(d.words, weight[4], sure[4], word[4], other[4], other_a[4], other_b[4], other_c[4]), 0) +
            coalesce(search_worth(d.words, weight[5], sure[5], word[5], other[5], other_a[5], other_b[5], other_c[5]), 0) +
            coalesce(search_worth(d.words, weight[6], sure[6], word[6], other[6], other_a[6], other_b[6], other_c[6]), 0) +
            coalesce(search_worth(d.words, weight[7], sure[7], word[7], other[7], other_a[7], other_b[7], other_c[7]), 0) +
            coalesce(search_worth(d.words, weight[8], sure[8], word[8], other[8], other_a[8], other_b[8], other_c[8]), 0) +
            coalesce(search_worth(d.words, weight[9], sure[9], word[9], other[9], other_a[9], other_b[9], other_c[9]), 0) +
            coalesce(search_worth(d.words, weight[10], sure[10], word[10], other[10], other_a[10], other_b[10], other_c[10]), 0) +
            coalesce(search_worth(d.words, weight[11], sure[11], word[11], other[11], other_a[11], other_b[11], other_c[11]), 0)
          else 0 end else 0 end as covered,
        case when not asked then 0::float8 when d.name_key = key or d.acronym_key = acronym then 2::float8
          when starts_with(d.name_key, key || ' ') then .3::float8 else 0::float8 end - .04::float8 * d.browse_rank as bonus,
        d.state <> 'ceased' or d.acronym_key = acronym or (
          select count(*) * 10 >= d.name_size * 6 or (count(*) > 1 and starts_with(d.name_key, key || ' '))
          from unnest(in_name) said where d.words @@ said) as named,
        not filtered or not asked or d.words @@ fitting as fits,
        theme_open and asked and (theme_less is null or d.words @@ theme_less) as fits_theme,
        district_open and asked and (district_less is null or d.words @@ district_less) as fits_district,
        public_open and asked and (public_less is null or d.words @@ public_less) as fits_public
      from search_document d where d.commune_id = commune and d.words @@ candidates and (asked or d.browse_rank < 9)
      union all
      select d.ctid, d.association_id, d.codes, d.browse_rank, d.name_sort, search_distance(d.latitudes, d.longitudes, lat, lon),
        0, - d.browse_rank, true, true, false, false, false
      from search_document d where candidates is null and d.commune_id = commune and d.browse_rank < 9),
    -- One that has ceased and is half named is said only when nothing alive answers.
    kept as materialized (select * from scored s where s.covered >= .55 * (select max(b.covered) from scored b)
      and (s.named or not exists (select from scored alive where alive.browse_rank < 9)))
    select (select count(*) from kept k where k.fits),
      (select coalesce(jsonb_object_agg(f.code, f.n), '{}') from (
        select c.code, count(*) n from (select unnest(k.codes) code, k.fits, k.fits_theme, k.fits_district, k.fits_public from kept k) c
        where c.fits or (c.fits_theme and starts_with(c.code, 't_')) or (c.fits_district and starts_with(c.code, 'd_'))
          or (c.fits_public and starts_with(c.code, 'p_')) group by c.code) f),
      -- The rows of this very statement: their address in the table finds them again for less than their key.
      (select coalesce(json_agg(case when near_place then (d.line::jsonb || jsonb_build_object('distance', p.distance))::json else d.line end
          order by p.place), '[]')
        from (select o.row, o.distance, row_number() over () as place from (
          select k.row, k.distance from kept k where k.fits
          order by near_place and k.covered < .8 * (select max(b.covered) from kept b), case when near_place then k.distance end nulls last,
            k.covered + k.bonus desc, k.name_sort, k.association_id
          offset (ask->>'offset')::integer limit (ask->>'size')::integer) o) p
        join search_document d on d.ctid = p.row)
      into total, facets, lines;
    if not asked then
      facets := facets || search_other_choices('t_', theme_open, theme_less) || search_other_choices('d_', district_open, district_less)
        || search_other_choices('p_', public_open, public_less);
    end if;
  end if;
  return json_build_object('total', total, 'facets', facets, 'lines', lines, 'districts', coalesce(summary.districts, '[]'),
    'places', coalesce(summary.places, '[]'), 'corrected', coalesce(corrected, '[]'), 'suggested', coalesce(suggested, '[]'));
end $$;
