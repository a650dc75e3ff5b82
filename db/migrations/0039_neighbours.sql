-- Associations of neighbouring communes, read each night in their open data, when the commune turns it on.
alter table commune add column outside_neighbours text not null default 'off'
  constraint commune_outside_neighbours_known check (outside_neighbours in ('off', 'on'));

create table neighbour (
  commune_id integer not null default current_commune() references commune on delete cascade,
  neighbour_id uuid not null default gen_random_uuid(),
  name text not null constraint neighbour_name_length check (length(name) between 1 and 120),
  -- The list that is read, without its page.
  address text not null constraint neighbour_address_shape check (address ~ '^https?://' and length(address) <= 1000),
  -- Rehearsed, it is looked at by an agent only.
  state text not null constraint neighbour_state_known check (state in ('rehearsed', 'followed', 'paused')),
  -- What its server said of a list of one page, to be told that nothing changed.
  etag text,
  last_modified text,
  -- Of what is kept of it.
  digest text not null,
  -- Things of the list that were not kept, by reason.
  left_out jsonb not null default '{}',
  read_at timestamptz not null,
  -- Since when it says what is kept of it: whoever reuses open data says its date.
  changed_at timestamptz not null,
  tried_at timestamptz not null,
  -- Why it was not read the last time, and how many times in a row.
  failure text,
  failures integer not null default 0,
  -- Since when it says far fewer associations than are kept, and how many.
  doubted_at timestamptz,
  doubted_count integer,
  primary key (commune_id, neighbour_id),
  constraint neighbour_once unique (commune_id, address),
  constraint neighbour_fails check ((failure is null) = (failures = 0)),
  constraint neighbour_doubted check ((doubted_at is null) = (doubted_count is null))
);

create table neighbour_association (
  commune_id integer not null default current_commune() references commune on delete cascade,
  neighbour_id uuid not null,
  -- Its identifier there.
  external_id text not null constraint neighbour_association_id_length check (length(external_id) between 1 and 200),
  rna text constraint neighbour_association_rna_shape check (rna ~ '^[0-9A-Z][0-9A-Z/-]{3,17}$'),
  name text not null constraint neighbour_association_name_length check (length(name) between 1 and 200),
  name_sort text not null,
  purpose text constraint neighbour_association_purpose_length check (length(purpose) <= 400),
  themes text[] not null default '{}',
  town text constraint neighbour_association_town_length check (length(town) <= 120),
  -- Where it is first found, when its commune says so.
  latitude double precision constraint neighbour_association_latitude check (latitude between -90 and 90),
  longitude double precision constraint neighbour_association_longitude check (longitude between -180 and 180),
  -- Its page there: nobody's name, address nor number is kept here.
  url text constraint neighbour_association_url_shape check (url ~ '^https?://' and length(url) <= 1000),
  words tsvector not null,
  -- Somebody it named asked to be forgotten: never shown again, never written again.
  forgotten boolean not null default false,
  primary key (commune_id, neighbour_id, external_id),
  constraint neighbour_association_placed check ((latitude is null) = (longitude is null)),
  foreign key (commune_id, neighbour_id) references neighbour on delete cascade
);
create index neighbour_association_rna on neighbour_association (commune_id, rna) where rna is not null;
create index neighbour_association_words on neighbour_association using gin (words);

alter table neighbour enable row level security;
create policy neighbour_commune on neighbour
  using (commune_id = current_commune()) with check (commune_id = current_commune());
alter table neighbour_association enable row level security;
create policy neighbour_association_commune on neighbour_association
  using (commune_id = current_commune()) with check (commune_id = current_commune());

-- Associations of neighbours that say every word asked, each once: never one the commune publishes itself, and of those that
-- several neighbours publish, the one read last. Runs as the owner, for the index: filters by commune itself.
create function search_neighbours(ask jsonb) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  commune constant integer := current_commune();
  theme constant text := ask->>'theme';
  chosen constant text := ask->>'neighbour';
  spot constant jsonb := case when ask ? 'lat' then ask when ask ? 'place' then (select p from search_summary s, jsonb_array_elements(s.places) p
    where s.commune_id = commune and p->>'key' = ask->>'place' limit 1) end;
  wanted tsquery;
  named tsquery;
begin
  if commune is null then raise exception 'search needs a commune'; end if;
  with known as materialized (
    select r.first, r.last, '(~' || replace(said, ' ', '?&~') || '?)' as shape
    from synonym s join jsonb_to_recordset(coalesce(ask->'runs', '[]')) r (key text, first integer, last integer) on s.keys @> array[r.key]
    cross join unnest(s.keys) said where s.commune_id = commune and said <> r.key),
  concept as (
    select concat_ws('|', '~' || c.stem || case when length(c.stem) > 3 then '%?' else '?' end,
      nullif(array_to_string(array(select jsonb_array_elements_text(c.others)
        union select k.shape from known k where c.place - 1 between k.first and k.last), '|'), '')) as shape
    from rows from (jsonb_to_recordset(coalesce(ask->'concepts', '[]')) as (stem text, soft double precision, others jsonb))
      with ordinality c (stem, soft, others, place)
    where c.soft = 0)
  select string_agg('(' || search_condition(shape, '')::text || ')', '&')::tsquery, string_agg('(' || search_condition(shape, 'A')::text || ')', '&')::tsquery
    into wanted, named from concept;
  return (
    with fitting as materialized (
      select n.*, v.name as neighbour, v.address, v.changed_at from neighbour_association n
      join neighbour v on v.commune_id = commune and v.neighbour_id = n.neighbour_id and v.state <> 'rehearsed'
      where n.commune_id = commune and not n.forgotten
        and (wanted is null or n.words @@ wanted) and (theme is null or theme = any (n.themes))
        and (n.rna is null or (
          not exists (select from association a where a.commune_id = commune and a.rna = n.rna and a.listed and a.merged_into is null)
          and not exists (select from neighbour_association o
            join neighbour w on w.commune_id = commune and w.neighbour_id = o.neighbour_id and w.state <> 'rehearsed'
            where o.commune_id = commune and o.rna = n.rna and not o.forgotten
              and (w.read_at, w.neighbour_id) > (v.read_at, v.neighbour_id))))),
    shown as (select f.*, search_distance(array[f.latitude], array[f.longitude], (spot->>'lat')::float8, (spot->>'lon')::float8) as distance
      from fitting f where chosen is null or f.neighbour_id::text = chosen)
    select json_build_object(
      'total', (select count(*) from shown),
      'neighbours', (select coalesce(json_agg(c order by c.name), '[]') from (
        select neighbour_id as id, neighbour as name, count(*) as count from fitting group by 1, 2) c),
      'lines', (select coalesce(json_agg(l), '[]') from (
        select name, purpose, themes, town, url, address, neighbour, changed_at as "changedAt", distance from shown
        order by distance nulls last, (named is null or words @@ named) desc, name_sort, neighbour_id, external_id
        offset (ask->>'offset')::integer limit (ask->>'size')::integer) l)));
end $$;
