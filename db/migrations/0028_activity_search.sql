-- Activities found by what, when, for whom and where. A document for each activity that residents may read, written with that of its
-- association; the words, and how they are understood, are those of the directory.

create table activity_document (
  commune_id integer not null default current_commune() references commune on delete cascade,
  activity_id uuid not null,
  -- The one that answers for it.
  association_id uuid not null,
  season integer,
  title_key text not null,
  title_sort text collate "C" not null,
  -- Each lexeme starts with its commune, as in search_document; besides words, the codes below.
  words tsvector not null,
  -- What filters choose by: t_ theme, d_ district, p_ public, a_ accessibility, w_ weekday, m_ time of day, x_ both, k_ kind,
  -- f_free, r_trial.
  codes text[] not null,
  min_age integer,
  max_age integer,
  -- The lowest price in euros; 0 when it is free; null when nobody said.
  price numeric(8, 2),
  -- The last day it happens; null when nobody knows.
  last_day date,
  latitudes double precision[] not null,
  longitudes double precision[] not null,
  browse_rank integer not null,
  line json not null,
  primary key (commune_id, activity_id),
  foreign key (commune_id, activity_id) references activity on delete cascade,
  foreign key (commune_id, association_id) references association on delete cascade
);
alter table activity_document alter column words set statistics 0, alter column words set storage main, alter column line set storage external;
create index activity_document_words on activity_document using gin (words) with (fastupdate = off);
create index activity_document_browse on activity_document (commune_id, browse_rank, title_sort, activity_id);
create index activity_document_association on activity_document (commune_id, association_id);

-- Asked for each page of an association, of those merged into it.
create index association_merged on association (commune_id, merged_into) where merged_into is not null;

-- Totals of all of them, so that the first page need not count again.
create table activity_summary (
  commune_id integer primary key default current_commune() references commune on delete cascade,
  documents integer not null,
  facets jsonb not null
);

do $$
declare t text;
begin
  foreach t in array array['activity_document', 'activity_summary']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (commune_id = nullif(current_setting(''app.commune'', true), '''')::integer)', t || '_commune', t);
  end loop;
end $$;

-- What an activity is made of has changed: the document of the association that answers for it, and its own with it.
create function search_note_answering(ids uuid[]) returns void
  language plpgsql as $$
begin
  insert into search_stale (commune_id, association_id)
    select distinct a.commune_id, coalesce(a.merged_into, a.association_id) from association a where a.association_id = any(ids);
  if found then perform search_wake(); end if;
end $$;
create function search_note_activity() returns trigger
  language plpgsql as $$
begin
  perform search_note_answering(array(select association_id from changed));
  return null;
end $$;
create function search_note_slot() returns trigger
  language plpgsql as $$
begin
  perform search_note_answering(array(select v.association_id from changed c join activity v on v.activity_id = c.activity_id));
  return null;
end $$;
create function search_note_series() returns trigger
  language plpgsql as $$
begin
  perform search_note_answering(array(select v.association_id from changed c
    join activity_slot s on s.series_id = c.series_id join activity v on v.activity_id = s.activity_id));
  return null;
end $$;

create trigger search_activity_added after insert on activity
  referencing new table as changed for each statement execute function search_note_activity();
create trigger search_activity_changed after update on activity
  referencing new table as changed for each statement execute function search_note_activity();
create trigger search_activity_removed after delete on activity
  referencing old table as changed for each statement execute function search_note_activity();
create trigger search_slot_added after insert on activity_slot
  referencing new table as changed for each statement execute function search_note_slot();
create trigger search_slot_changed after update on activity_slot
  referencing new table as changed for each statement execute function search_note_slot();
create trigger search_slot_removed after delete on activity_slot
  referencing old table as changed for each statement execute function search_note_slot();
create trigger search_series_changed after update on series
  referencing new table as changed for each statement execute function search_note_series();

-- A place is told through whatever room uses it.
create or replace function search_note_place() returns trigger
  language plpgsql as $$
begin
  insert into search_stale (commune_id, association_id)
    select distinct c.commune_id, u.association_id from changed c join place_uses() u on u.place_id = c.place_id;
  if found then perform search_wake(); end if;
  return null;
end $$;
create or replace function search_note_district() returns trigger
  language plpgsql as $$
begin
  insert into search_stale (commune_id, association_id)
    select distinct p.commune_id, u.association_id from changed c
    join place p on p.commune_id = c.commune_id and p.district_id = c.district_id
    join place_uses() u on u.place_id = p.place_id;
  if found then perform search_wake(); end if;
  return null;
end $$;

-- One page of activities, their number, the counts of each filter, what was understood. `fitting` is what filters ask as lexemes,
-- ~ standing for the commune; `first` and `last` are days between which it must happen, from minute `from` to minute `until` if
-- said. Runs as the owner for the reason search_directory does.
create function search_activities(ask jsonb) returns json
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  commune constant integer := current_commune();
  asked constant boolean := jsonb_array_length(ask->'concepts') > 0;
  fitting constant tsquery := replace(ask->>'fitting', '~', current_commune() || '~')::tsquery;
  today constant date := ask->>'today';
  this_season constant integer := ask->>'season';
  age constant integer := ask->>'age';
  most constant numeric := ask->>'price';
  windowed constant boolean := ask ? 'first';
  radius constant double precision := coalesce((ask->>'radius')::double precision, 'infinity');
  key constant text := ask->>'key';
  summary activity_summary;
  offered search_summary;
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
  other tsquery[];
  other_a tsquery[];
  other_b tsquery[];
  other_c tsquery[];
  candidates tsquery;
  total bigint := 0;
  facets jsonb := '{}';
  lines json := '[]';
begin
  if commune is null then raise exception 'search needs a commune'; end if;
  select * into summary from activity_summary s where s.commune_id = commune;
  select * into offered from search_summary s where s.commune_id = commune;
  spot := case when ask ? 'lat' then ask
    when ask ? 'place' then (select p from jsonb_array_elements(offered.places) p where p->>'key' = ask->>'place' limit 1) end;
  near_place := spot is not null;
  lat := spot->>'lat';
  lon := spot->>'lon';
  select u.anything, u.everything, u.firmly, u.several, u.corrected, u.suggested, u.weight, u.sure, u.word, u.other, u.other_a, u.other_b, u.other_c
    into anything, everything, firmly, several, corrected, suggested, weight, sure, word, other, other_a, other_b, other_c
    from search_understand(ask) u where asked;
  candidates := fitting;
  if anything is not null then
    candidates := coalesce(fitting && anything, anything);
    -- When enough activities answer everything asked, those that answer a part of it must do so by their title or themes.
    if several and (select count(*) from (select from activity_document d
        where d.commune_id = commune and d.words @@ coalesce(fitting && everything, everything) limit 10) e) = 10 then
      candidates := coalesce(fitting && (everything || firmly), everything || firmly);
    end if;
  end if;
  if asked and anything is null then
    null;
  elsif candidates is null and not windowed and not near_place and age is null and most is null then
    total := coalesce(summary.documents, 0);
    facets := coalesce(summary.facets, '{}');
    select coalesce(json_agg(p.line), '[]') into lines from (select d.line from activity_document d
      where d.commune_id = commune and (d.season is null or d.season >= this_season) and (d.last_day is null or d.last_day >= today)
      order by d.browse_rank, d.title_sort, d.activity_id
      offset (ask->>'offset')::integer limit (ask->>'size')::integer) p;
  else
    with dated as materialized (
      select s.activity_id, min(o.starts_at) as at from occurrence o
      join activity_slot s on s.commune_id = o.commune_id and s.series_id = o.series_id
      where windowed and o.commune_id = commune and o.day between (ask->>'first')::date and (ask->>'last')::date
        and o.start_minute between coalesce((ask->>'from')::integer, 0) and coalesce((ask->>'until')::integer, 1439)
        and o.state <> 'cancelled' and o.ends_at > (ask->>'now')::timestamptz
      group by s.activity_id),
    found as (
      select d.ctid as row, d.* from activity_document d where d.commune_id = commune and d.words @@ candidates
      union all
      select d.ctid, d.* from activity_document d where candidates is null and d.commune_id = commune),
    scored as materialized (
      select d.row, d.activity_id, d.codes, d.title_sort, t.at,
        case when near_place then search_distance(d.latitudes, d.longitudes, lat, lon) end as distance,
        case when asked then search_worth(d.words, weight[1], sure[1], word[1], other[1], other_a[1], other_b[1], other_c[1])
          + case when cardinality(weight) > 1 then
            coalesce(search_worth(d.words, weight[2], sure[2], word[2], other[2], other_a[2], other_b[2], other_c[2]), 0) +
            coalesce(search_worth(d.words, weight[3], sure[3], word[3], other[3], other_a[3], other_b[3], other_c[3]), 0) +
            coalesce(search_worth(d.words, weight[4], sure[4], word[4], other[4], other_a[4], other_b[4], other_c[4]), 0) +
            coalesce(search_worth(d.words, weight[5], sure[5], word[5], other[5], other_a[5], other_b[5], other_c[5]), 0) +
            coalesce(search_worth(d.words, weight[6], sure[6], word[6], other[6], other_a[6], other_b[6], other_c[6]), 0) +
            coalesce(search_worth(d.words, weight[7], sure[7], word[7], other[7], other_a[7], other_b[7], other_c[7]), 0) +
            coalesce(search_worth(d.words, weight[8], sure[8], word[8], other[8], other_a[8], other_b[8], other_c[8]), 0)
          else 0 end else 0 end as covered,
        case when asked and d.title_key = key then 2::float8 when asked and starts_with(d.title_key, key || ' ') then .3::float8 else 0::float8 end
          -- Ages that were said answer better than ages nobody told.
          + case when age is not null and d.min_age is null and d.max_age is null then -.2::float8 else 0::float8 end
          - .04::float8 * d.browse_rank as bonus
      from found d left join dated t on t.activity_id = d.activity_id
      where (not windowed or t.activity_id is not null)
        and (d.season is null or d.season >= this_season) and (d.last_day is null or d.last_day >= today)
        and (age is null or ((d.min_age is null or d.min_age <= age) and (d.max_age is null or d.max_age >= age)))
        and (most is null or d.price <= most)),
    kept as materialized (select * from scored s where s.covered >= .55 * (select max(b.covered) from scored b)
      and (not near_place or radius = 'infinity' or s.distance <= radius))
    select (select count(*) from kept),
      (select coalesce(jsonb_object_agg(f.code, f.n), '{}') from (select unnest(k.codes) as code, count(*) n from kept k group by 1) f),
      (select coalesce(json_agg(case when near_place or windowed then
            (d.line::jsonb || jsonb_build_object('distance', p.distance, 'date', (
              select jsonb_build_object('day', o.day, 'startMinute', o.start_minute, 'durationMinutes', o.duration_minutes)
              from activity_slot l join occurrence o on o.commune_id = l.commune_id and o.series_id = l.series_id
              where l.commune_id = commune and l.activity_id = d.activity_id and o.starts_at = p.at limit 1)))::json else d.line end order by p.place), '[]')
        from (select o.row, o.distance, o.at, row_number() over () as place from (
          select k.row, k.distance, k.at from kept k
          order by asked and k.covered < .8 * (select max(b.covered) from kept b), k.distance nulls last, k.at,
            k.covered + k.bonus desc, k.title_sort, k.activity_id
          offset (ask->>'offset')::integer limit (ask->>'size')::integer) o) p
        join activity_document d on d.ctid = p.row)
      into total, facets, lines;
  end if;
  return json_build_object('total', total, 'facets', facets, 'lines', lines, 'districts', coalesce(offered.districts, '[]'),
    'places', coalesce(offered.places, '[]'), 'corrected', coalesce(corrected, '[]'), 'suggested', coalesce(suggested, '[]'));
end $$;
