-- The freshness ladder of the directory: for how long each section of a listing holds, as the commune decides and publishes it.
create table freshness_rule (
  commune_id integer not null default current_commune() references commune on delete cascade,
  section text not null constraint freshness_rule_section_known
    check (section in ('contact', 'places', 'prices', 'registration', 'accessibility')),
  up_to_date_months integer not null constraint freshness_rule_up_to_date_range check (up_to_date_months between 1 and 60),
  to_confirm_months integer not null constraint freshness_rule_to_confirm_range check (to_confirm_months between 2 and 120),
  constraint freshness_rule_pkey primary key (commune_id, section),
  constraint freshness_rule_order check (to_confirm_months > up_to_date_months)
);
alter table freshness_rule enable row level security;
create policy freshness_rule_commune on freshness_rule
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- Months without any confirmation after which a listing leaves browsing; null: never.
alter table commune add column archive_months integer default 36
  constraint commune_archive_range check (archive_months between 12 and 240);

-- The rules in force: the commune's own, else 12 then 18 months.
create function freshness_rules() returns table (section text, up_to_date_months integer, to_confirm_months integer)
  language sql stable as $$
  select s.section, coalesce(r.up_to_date_months, 12), coalesce(r.to_confirm_months, 18)
  from (values ('places'), ('prices'), ('registration'), ('contact'), ('accessibility')) s (section)
  left join freshness_rule r on r.commune_id = current_commune() and r.section = s.section
$$;

-- Where each section of each listing stands on a day: its last confirmation by that day, and its step of the ladder.
create function section_freshness(on_day date) returns table
  (association_id uuid, section text, confirmed_at timestamptz, by_kind text, how text, level text)
  language sql stable as $$
  select a.association_id, r.section, c.confirmed_at, c.by_kind, c.how,
    case
      when c.day >= (on_day - make_interval(months => r.up_to_date_months))::date then 'up_to_date'
      when c.day >= (on_day - make_interval(months => r.to_confirm_months))::date then 'to_confirm'
      else 'not_confirmed'
    end
  from association a
  cross join freshness_rules() r
  left join lateral (
    select last.confirmed_at, last.by_kind, last.how, (last.confirmed_at at time zone 'Europe/Paris')::date as day
    from confirmation last
    where last.commune_id = a.commune_id and last.association_id = a.association_id and last.section = r.section
      and (last.confirmed_at at time zone 'Europe/Paris')::date <= on_day
    order by last.confirmed_at desc limit 1) c on true
$$;

-- Where each listing stands on a day: its places and times rule its line, and one that nobody confirmed for too long is archived.
create function listing_freshness(on_day date) returns table (association_id uuid, confirmed_on date, level text)
  language sql stable as $$
  select f.association_id,
    (max(f.confirmed_at) filter (where f.section = 'places') at time zone 'Europe/Paris')::date,
    case when (coalesce(max(f.confirmed_at), min(a.created_at)) at time zone 'Europe/Paris')::date
        < (on_day - make_interval(months => (select archive_months from commune where commune_id = current_commune())))::date
      then 'archived' else max(f.level) filter (where f.section = 'places') end
  from section_freshness(on_day) f join association a on a.association_id = f.association_id
  group by f.association_id
$$;

alter table search_document drop constraint search_document_freshness_known,
  add constraint search_document_freshness_known check (freshness between 0 and 3);

-- New rules move every line of the directory.
create function search_note_rules() returns trigger
  language plpgsql as $$
begin
  insert into search_stale (commune_id, association_id)
    select a.commune_id, a.association_id from association a where a.commune_id in (select commune_id from changed);
  if found then perform search_wake(); end if;
  return null;
end $$;
create trigger search_rules_added after insert on freshness_rule
  referencing new table as changed for each statement execute function search_note_rules();
create trigger search_rules_changed after update on freshness_rule
  referencing new table as changed for each statement execute function search_note_rules();

-- Lines say their step; those already written say the one they had.
update search_document
  set line = (line::jsonb || jsonb_build_object('level', (array['up_to_date', 'to_confirm', 'not_confirmed'])[freshness + 1]))::json;
