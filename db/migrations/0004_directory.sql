-- The public directory: what is published, kept for search. Words are cut, folded and stemmed in TypeScript, for
-- documents and questions alike; every lexeme starts with its commune (`12~judo`), so that one index serves each commune alone.

create table search_document (
  commune_id integer not null default current_commune(),
  association_id uuid not null,
  slug text not null,
  name text not null,
  name_sort text collate "C" not null,
  name_key text not null,
  name_size integer not null,
  acronym_key text,
  state text not null constraint search_document_state_known check (state in ('active', 'dormant', 'ceased')),
  words tsvector not null,
  -- What filters choose by: t_ theme, d_ district, p_ public, a_ accessibility.
  codes text[] not null default '{}',
  latitudes double precision[] not null default '{}',
  longitudes double precision[] not null default '{}',
  freshness integer not null constraint search_document_freshness_known check (freshness between 0 and 2),
  browse_rank integer not null,
  line jsonb not null,
  confirmed_on date,
  primary key (commune_id, association_id),
  foreign key (commune_id, association_id) references association on delete cascade
);
-- Compared for every candidate: kept whole in the row. Read for twenty lines a page: kept aside.
alter table search_document alter column words set storage main, alter column line set storage external;
create index search_document_words on search_document using gin (words) with (fastupdate = off);
create index search_document_browse on search_document (commune_id, browse_rank, name_sort, association_id);
create index search_document_name on search_document (commune_id, name_key);
create index search_document_acronym on search_document (commune_id, acronym_key) where acronym_key is not null;

-- The words of the documents, to understand typing errors: near holds the word and its single deletions, sound how it is heard.
create table search_word (
  commune_id integer not null default current_commune() references commune on delete cascade,
  word text collate "C" not null,
  shown text,
  stem text collate "C" not null,
  sound text collate "C" not null,
  near text[] not null,
  frequency integer not null default 1,
  primary key (commune_id, word)
);
create index search_word_stem on search_word (commune_id, stem);
create index search_word_sound on search_word (commune_id, sound);
create index search_word_near on search_word using gin (near);
create index search_word_trigram on search_word using gin (word gin_trgm_ops);

-- Totals of the whole directory, so that its first pages need not count again.
create table search_summary (
  commune_id integer primary key default current_commune() references commune on delete cascade,
  documents integer not null,
  facets jsonb not null,
  -- What every page of the directory offers besides: districts, places to be near to, the last to come.
  districts jsonb not null,
  places jsonb not null,
  newest jsonb not null
);
create index association_added on association (commune_id, created_at desc);

-- Associations whose document no longer tells the truth. Filled by triggers, append-only so that nobody waits for anybody.
create table search_stale (
  commune_id integer not null default current_commune(),
  stale_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  primary key (commune_id, stale_id),
  foreign key (commune_id, association_id) references association on delete cascade
);
create index search_stale_association on search_stale (commune_id, association_id);

-- Groups of words that residents use for one another; keys are the same words, stemmed.
create table synonym (
  commune_id integer not null default current_commune() references commune on delete cascade,
  synonym_id uuid not null default gen_random_uuid(),
  words text[] not null constraint synonym_words_several check (cardinality(words) between 2 and 30),
  keys text[] not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (commune_id, synonym_id)
);

-- Searches that found nothing: the words and how many times a day, nothing about who typed them.
create table search_need (
  commune_id integer not null default current_commune() references commune on delete cascade,
  day date not null,
  words text not null constraint search_need_length check (length(words) between 2 and 80),
  searches integer not null,
  primary key (commune_id, day, words)
);

do $$
declare t text;
begin
  foreach t in array array['search_document', 'search_word', 'search_summary', 'search_stale', 'synonym', 'search_need']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (commune_id = nullif(current_setting(''app.commune'', true), '''')::integer)', t || '_commune', t);
  end loop;
end $$;

-- One job a transaction, whatever the number of statements; forgotten with the savepoint that is rolled back.
create function search_wake() returns void
  language plpgsql as $$
begin
  if current_commune() is null or current_setting('app.search_woken', true) = pg_current_xact_id()::text then return; end if;
  perform add_job('directory_refresh', '{}'::jsonb);
  perform set_config('app.search_woken', pg_current_xact_id()::text, true);
end $$;

create function search_note_changed() returns trigger
  language plpgsql as $$
begin
  insert into search_stale (commune_id, association_id) select distinct commune_id, association_id from changed;
  if found then perform search_wake(); end if;
  return null;
end $$;

-- What was unlinked while its association is deleted too leaves nothing to refresh.
create function search_note_removed() returns trigger
  language plpgsql as $$
begin
  insert into search_stale (commune_id, association_id)
    select distinct c.commune_id, c.association_id from changed c
    join association a on a.commune_id = c.commune_id and a.association_id = c.association_id;
  if found then perform search_wake(); end if;
  return null;
end $$;

create function search_note_place() returns trigger
  language plpgsql as $$
begin
  insert into search_stale (commune_id, association_id)
    select distinct l.commune_id, l.association_id from changed c
    join association_place l on l.commune_id = c.commune_id and l.place_id = c.place_id;
  if found then perform search_wake(); end if;
  return null;
end $$;

create function search_note_district() returns trigger
  language plpgsql as $$
begin
  insert into search_stale (commune_id, association_id)
    select distinct l.commune_id, l.association_id from changed c
    join place p on p.commune_id = c.commune_id and p.district_id = c.district_id
    join association_place l on l.commune_id = p.commune_id and l.place_id = p.place_id;
  if found then perform search_wake(); end if;
  return null;
end $$;

create trigger search_association_added after insert on association
  referencing new table as changed for each statement execute function search_note_changed();
create trigger search_association_changed after update on association
  referencing new table as changed for each statement execute function search_note_changed();
create trigger search_link_added after insert on association_place
  referencing new table as changed for each statement execute function search_note_changed();
create trigger search_link_changed after update on association_place
  referencing new table as changed for each statement execute function search_note_changed();
create trigger search_link_removed after delete on association_place
  referencing old table as changed for each statement execute function search_note_removed();
create trigger search_confirmed after insert on confirmation
  referencing new table as changed for each statement execute function search_note_changed();
create trigger search_confirmation_changed after update on confirmation
  referencing new table as changed for each statement execute function search_note_changed();
create trigger search_confirmation_removed after delete on confirmation
  referencing old table as changed for each statement execute function search_note_removed();
create trigger search_place_changed after update on place
  referencing new table as changed for each statement execute function search_note_place();
create trigger search_district_changed after update on district
  referencing new table as changed for each statement execute function search_note_district();

-- Completes a condition written by the question reader: ~ is the commune, ? the weights asked for, %? any ending.
create function search_condition(shape text, labels text) returns text
  language sql immutable as $$
  select replace(replace(replace(shape, '~', current_commune() || '~'), '%?', ':*' || labels),
    '?', case when labels = '' then '' else ':' || labels end) $$;

-- How well a document answers one way of saying a concept: by its name 1, its keywords .7, its themes, places and aims .45,
-- the rest .3. Each word stands once in a document, so that the rank of a single word is its weight (times 6 over pi squared).
create function search_worth(shape text) returns text
  language sql stable as $$
  select case when shape like '%&%' then format('case when not d.words @@ %L::tsquery then 0 when d.words @@ %L::tsquery then 1
      when d.words @@ %L::tsquery then .7 when d.words @@ %L::tsquery then .45 else .3 end',
    search_condition(shape, ''), search_condition(shape, 'A'), search_condition(shape, 'AB'), search_condition(shape, 'ABC'))
  else format('1.6449341 * ts_rank(''{.3,.45,.7,1}'', d.words, %L::tsquery)', search_condition(shape, '')) end $$;

-- The best of several ways of saying it, asked only of the documents that say one of them.
create function search_best_worth(shapes text[]) returns text
  language sql stable as $$
  select format('case when d.words @@ %L::tsquery then greatest(%s) else 0 end',
    search_condition(array_to_string(shapes, '|'), ''), string_agg(search_worth(shape), ', '))
  from unnest(shapes) shape $$;

-- How near a known word is to one that was typed: a slip, the same sound, letters shared, a word of many records.
create function search_closeness(known search_word, word_asked text, slips text[], sound_asked text) returns double precision
  language sql stable as $$
  select (case when known.near && slips then .45 else 0 end) + (case when known.sound = sound_asked then .4 else 0 end)
    + .6 * similarity(known.word, word_asked) + least(.1, ln(known.frequency + 1) * .02)
    - .02 * abs(length(known.word) - length(word_asked)) $$;

-- The words nearest to one that no document holds: one slip apart, heard alike, or sharing most of their letters.
create function search_near(word_asked text, near_asked jsonb, sound_asked text)
  returns table (shown text, stem text, closeness double precision)
  language plpgsql stable as $$
declare
  slips constant text[] := array(select current_commune() || key from jsonb_array_elements_text(near_asked) key);
begin
  -- Most errors are one slip or sound right: their index answers at once; letters shared are looked at only then.
  return query select w.shown, w.stem, search_closeness(w, word_asked, slips, sound_asked) as close
    from search_word w where w.commune_id = current_commune() and (w.near && slips or w.sound = sound_asked)
      and w.shown is not null and w.frequency > 0
    order by close desc, w.word limit 3;
  if not found then
    return query select w.shown, w.stem, search_closeness(w, word_asked, slips, sound_asked) as close
      from search_word w where w.commune_id = current_commune() and w.word % word_asked
        and w.shown is not null and w.frequency > 0
      order by close desc, w.word limit 3;
  end if;
end $$;

-- Distance in kilometres to the nearest place of a document (equirectangular, exact enough inside a commune).
create function search_distance(latitudes double precision[], longitudes double precision[], lat double precision, lon double precision)
  returns double precision language sql immutable as $$
  select min(111.2 * sqrt((a - lat) ^ 2 + ((o - lon) * cos(radians(lat))) ^ 2)) from unnest(latitudes, longitudes) p (a, o) $$;

-- Understands each concept of a question with the words of the commune: synonyms, beginnings, typing errors.
create function search_understand(ask jsonb) returns jsonb
  language plpgsql stable as $$
declare
  known jsonb;
  concept jsonb;
  place integer := -1;
  shape text;
  others text[];
  held integer;
  documents double precision;
  better record;
  soft double precision;
  weight double precision;
  anything text[] := '{}';
  firmly text[] := '{}';
  terms text[] := '{}';
  names text[] := '{}';
  corrected jsonb := '[]';
  suggested jsonb := '[]';
begin
  documents := greatest((select s.documents from search_summary s where s.commune_id = current_commune()), 2);
  select coalesce(jsonb_agg(jsonb_build_object('first', r.first, 'last', r.last,
      'shape', '(~' || replace(other, ' ', '?&~') || '?)')), '[]') into known
    from jsonb_to_recordset(ask->'runs') r (key text, first integer, last integer)
    join synonym s on s.commune_id = current_commune() and s.keys @> array[r.key]
    cross join unnest(s.keys) other where other <> r.key;
  for concept in select value from jsonb_array_elements(ask->'concepts') loop
    place := place + 1;
    soft := (concept->>'soft')::double precision;
    shape := '~' || (concept->>'stem') || '?';
    others := array(select jsonb_array_elements_text(concept->'others')
      union select k->>'shape' from jsonb_array_elements(known) k where place between (k->>'first')::integer and (k->>'last')::integer
      union select '(~' || w.stem || '?)' from search_word w where w.commune_id = current_commune()
        and w.stem = any (array(select jsonb_array_elements_text(concept->'compounds'))) and w.frequency > 0);
    select max(w.frequency) into held from search_word w
      where w.commune_id = current_commune() and w.stem = concept->>'stem';
    if coalesce(held, 0) = 0 and soft = 0 then
      if length(concept->>'stem') >= 3 then
        select max(w.frequency) into held from search_word w where w.commune_id = current_commune()
          and w.stem >= concept->>'stem' and w.stem < (concept->>'stem') || '~' and w.frequency > 0;
        if held > 0 then shape := '~' || (concept->>'stem') || '%?'; end if;
      end if;
      if coalesce(held, 0) = 0 and cardinality(others) = 0 and length(concept->>'word') >= 3 then
        for better in select * from search_near(concept->>'word', concept->'near', concept->>'sound') loop
          suggested := suggested || to_jsonb(better.shown);
          if coalesce(held, 0) = 0 and better.closeness >= .52 and not coalesce((ask->>'exact')::boolean, false) then
            shape := '~' || better.stem || '?';
            held := 5;
            corrected := corrected || jsonb_build_object('from', concept->>'word', 'to', better.shown);
          end if;
        end loop;
      end if;
      if coalesce(held, 0) = 0 and cardinality(others) = 0 then continue; end if;
    end if;
    if soft > 0 then
      terms := terms || format('%s * (d.words @@ %L::tsquery)::integer', soft, search_condition(array_to_string(shape || others, '|'), ''));
      continue;
    end if;
    weight := .5 + ln(greatest(documents / greatest(coalesce(held, 5), 1), 1)) / ln(documents + 1);
    terms := terms || format('%s * %s', round(weight::numeric, 3),
      case when cardinality(others) = 0 then search_worth(shape)
      else format('greatest(%s, .85 * %s)', search_worth(shape), search_best_worth(others)) end);
    names := names || format('(d.words @@ %L::tsquery)::integer', search_condition(shape, 'A'));
    anything := anything || ('(' || search_condition(array_to_string(shape || others, '|'), '') || ')');
    firmly := firmly || ('(' || search_condition(replace(array_to_string(shape || others, '|'), '~', '~_'), '') || ')');
  end loop;
  return jsonb_build_object('anything', array_to_string(anything, '|'), 'everything', array_to_string(anything, '&'),
    'firmly', array_to_string(firmly, '|'), 'several', cardinality(anything) > 1, 'worth', array_to_string(terms, ' + '),
    'named', array_to_string(names, ' + '), 'corrected', corrected, 'suggested', suggested);
end $$;

-- What filters ask of a document, as lexemes.
create function search_filter(ask jsonb, without text) returns text
  language sql stable as $$
  select coalesce(string_agg(current_commune() || '~' || substr(kind, 1, 1) || '_' || value, '&'), '')
  from (select kind, value from unnest(array['theme', 'district', 'public']) kind, lateral (select ask->>kind as value) v
    union all select 'access', jsonb_array_elements_text(coalesce(ask->'access', '[]'))) f
  where value is not null and kind <> without $$;

-- The whole search in one call: a page of results, their number, the counts of each filter, what was understood.
-- Runs as the owner of the tables, because row-level security would keep full text from its index: filters by commune itself.
create function search_directory(ask jsonb) returns jsonb
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
  answer jsonb;
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
      return offered || jsonb_build_object('total', 0, 'lines', '[]'::jsonb, 'facets', '{}'::jsonb,
        'corrected', understood->'corrected', 'suggested', understood->'suggested');
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
    select jsonb_build_object('total', s.documents, 'facets', s.facets) into answer from search_summary s where s.commune_id = commune;
    return offered || coalesce(answer, '{"total": 0, "facets": {}}'::jsonb) || understood || jsonb_build_object('lines', (
      select coalesce(jsonb_agg(p.line), '[]') from (select d.line from search_document d
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
  execute format($sql$with %s select jsonb_build_object('total', (select count(*) from kept where fits),
      'facets', (select coalesce(jsonb_object_agg(code, n), '{}') from (
        select code, count(*) n from kept, unnest(codes) code where %s group by code) f) %s,
      'lines', (select coalesce(jsonb_agg(d.line || jsonb_build_object('distance', p.distance) order by p.place), '[]')
        from (select association_id, distance, row_number() over () as place from (select association_id, distance from kept where fits
          order by %s, association_id offset %s limit %s) o) p
        join search_document d on d.commune_id = %s and d.association_id = p.association_id))$sql$,
    matched, counted, elsewhere, ordered, (ask->>'offset')::integer, (ask->>'size')::integer, commune) into answer;
  return offered || answer || jsonb_build_object('corrected', understood->'corrected', 'suggested', understood->'suggested');
end $$;
