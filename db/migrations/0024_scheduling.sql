-- When things take place: rules, the days they give, the days off. What takes place is another room's.

-- A rule (RFC 5545) and its local start in its zone; its occurrences are rows.
create table series (
  commune_id integer not null default current_commune() references commune on delete cascade,
  series_id uuid not null default gen_random_uuid(),
  first_day date not null,
  last_day date,
  start_minute integer not null constraint series_start_in_day check (start_minute between 0 and 1439),
  duration_minutes integer not null constraint series_duration_real check (duration_minutes between 5 and 1440),
  zone text not null default 'Europe/Paris',
  -- Nothing: it takes place once, on its first day.
  rule text,
  skip_public_holidays boolean not null default false,
  skip_school_holidays boolean not null default false,
  -- That whose end it takes over, when "this one and those after" were changed.
  follows_id uuid,
  -- Days are written until this one.
  expanded_to date,
  -- Grows with each change, as SEQUENCE in a calendar.
  sequence integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (commune_id, series_id),
  constraint series_ends_after check (last_day is null or last_day >= first_day),
  constraint series_follows_another foreign key (commune_id, follows_id) references series on delete set null (follows_id)
);
create index series_to_expand on series (commune_id, expanded_to);

create table occurrence (
  commune_id integer not null default current_commune() references commune on delete cascade,
  occurrence_id uuid not null default gen_random_uuid(),
  series_id uuid not null,
  -- The day the rule gives, its name for ever (RECURRENCE-ID); then when it really takes place.
  original_day date not null,
  day date not null,
  start_minute integer not null constraint occurrence_start_in_day check (start_minute between 0 and 1439),
  duration_minutes integer not null constraint occurrence_duration_real check (duration_minutes between 5 and 1440),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null default 'planned' constraint occurrence_state_known check (state in ('planned', 'moved', 'cancelled')),
  notice text constraint occurrence_notice_length check (length(notice) <= 300),
  sequence integer not null default 0,
  updated_at timestamptz not null default now(),
  primary key (commune_id, occurrence_id),
  constraint occurrence_once unique (commune_id, series_id, original_day),
  constraint occurrence_ends_after check (ends_at > starts_at),
  foreign key (commune_id, series_id) references series on delete cascade
);
create index occurrence_by_day on occurrence (commune_id, day, start_minute);

-- School holidays and the commune's own closed days, first and last day included.
create table days_off (
  commune_id integer not null default current_commune() references commune on delete cascade,
  days_off_id uuid not null default gen_random_uuid(),
  kind text not null constraint days_off_kind_known check (kind in ('school', 'closed')),
  name text not null constraint days_off_name_length check (length(name) between 1 and 120),
  from_day date not null,
  to_day date not null,
  primary key (commune_id, days_off_id),
  constraint days_off_in_order check (to_day >= from_day)
);
create index days_off_by_day on days_off (commune_id, kind, from_day);

-- The school zone when it is not that of the department, and whether its holidays come from a file of the commune's own.
create table school_zone (
  commune_id integer not null default current_commune() references commune on delete cascade,
  zone text constraint school_zone_known check (zone in ('A', 'B', 'C', 'corse')),
  own_file text,
  changed_at timestamptz not null,
  primary key (commune_id)
);

alter table series enable row level security;
create policy series_commune on series using (commune_id = current_commune()) with check (commune_id = current_commune());
alter table occurrence enable row level security;
create policy occurrence_commune on occurrence using (commune_id = current_commune()) with check (commune_id = current_commune());
alter table days_off enable row level security;
create policy days_off_commune on days_off using (commune_id = current_commune()) with check (commune_id = current_commune());
alter table school_zone enable row level security;
create policy school_zone_commune on school_zone using (commune_id = current_commune()) with check (commune_id = current_commune());
