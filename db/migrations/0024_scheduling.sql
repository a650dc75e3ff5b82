-- Series and their occurrences, and the calendar they skip: school holidays, closed days. Public holidays are a rule, not rows.

-- What the commune chose of the calendar. Without a row: the zone of its department, and the dates that come with the site.
create table commune_calendar (
  commune_id integer not null default current_commune() references commune on delete cascade,
  -- Null: deduced from the department.
  zone text constraint commune_calendar_zone_known check (zone in (
    'a', 'b', 'c', 'corse', 'guadeloupe', 'guyane', 'martinique', 'mayotte', 'reunion', 'saint_pierre', 'polynesie',
    'caledonie', 'wallis')),
  -- The file that replaced the dates of the site; null when none did.
  file_name text constraint commune_calendar_file_length check (length(file_name) between 1 and 200),
  file_read_at timestamptz,
  primary key (commune_id),
  constraint commune_calendar_file_dated check ((file_name is null) = (file_read_at is null))
);
alter table commune_calendar enable row level security;
create policy commune_calendar_commune on commune_calendar
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- The school holidays of the file the commune gave, every zone it names.
create table school_holiday (
  commune_id integer not null default current_commune() references commune on delete cascade,
  zone text not null constraint school_holiday_zone_known check (zone in (
    'a', 'b', 'c', 'corse', 'guadeloupe', 'guyane', 'martinique', 'mayotte', 'reunion', 'saint_pierre', 'polynesie',
    'caledonie', 'wallis')),
  first_day date not null,
  last_day date not null,
  name text not null constraint school_holiday_name_length check (length(name) between 1 and 120),
  primary key (commune_id, zone, first_day),
  constraint school_holiday_days check (first_day <= last_day and last_day - first_day < 120)
);
alter table school_holiday enable row level security;
create policy school_holiday_commune on school_holiday
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- Days the commune closes by itself: they count as public holidays.
create table closed_day (
  commune_id integer not null default current_commune() references commune on delete cascade,
  closed_day_id uuid not null default gen_random_uuid(),
  first_day date not null,
  last_day date not null,
  name text not null constraint closed_day_name_length check (length(name) between 1 and 120),
  primary key (commune_id, closed_day_id),
  constraint closed_day_once unique (commune_id, first_day, last_day),
  constraint closed_day_days check (first_day <= last_day and last_day - first_day < 120)
);
alter table closed_day enable row level security;
create policy closed_day_commune on closed_day
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- What comes back: the rule, the start on the clock of its zone, how long. A series that happens once has no rule.
create table series (
  commune_id integer not null default current_commune() references commune on delete cascade,
  series_id uuid not null default gen_random_uuid(),
  first_day date not null,
  last_day date,
  start_minute smallint not null constraint series_start_minute check (start_minute between 0 and 1439),
  duration_minutes smallint not null constraint series_duration_minutes check (duration_minutes between 1 and 1440),
  zone text not null default 'Europe/Paris' constraint series_zone_known check (zone in (
    'Europe/Paris', 'America/Guadeloupe', 'America/Martinique', 'America/Cayenne', 'Indian/Reunion', 'Indian/Mayotte',
    'America/Miquelon', 'America/St_Barthelemy', 'America/Marigot', 'Pacific/Tahiti', 'Pacific/Noumea', 'Pacific/Wallis')),
  -- RFC 5545, the part the site writes; null: once.
  rule text constraint series_rule_known check (
    rule ~ '^FREQ=(DAILY(;INTERVAL=[1-9]\d?)?|WEEKLY(;INTERVAL=[1-9]\d?)?;BYDAY=(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*|MONTHLY;BYDAY=([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU)(,([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU))*)$'),
  skip_public_holidays boolean not null default false,
  skip_school_holidays boolean not null default false,
  -- The series this one continues, after "this one and those that follow".
  follows_series_id uuid,
  -- Grows at each change: SEQUENCE of RFC 5545.
  sequence integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (commune_id, series_id),
  -- Ended before it began, it ends the day before its first.
  constraint series_days check (last_day is null or first_day <= last_day + 1),
  constraint series_followed foreign key (commune_id, follows_series_id) references series on delete set null (follows_series_id),
  constraint series_follows_another check (follows_series_id <> series_id)
);
create index series_following on series (commune_id, follows_series_id);
alter table series enable row level security;
create policy series_commune on series
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- One time it happens. The original day is its identity in the series (RECURRENCE-ID), wherever it is moved.
create table occurrence (
  commune_id integer not null default current_commune() references commune on delete cascade,
  occurrence_id uuid not null default gen_random_uuid(),
  series_id uuid not null,
  original_day date not null,
  day date not null,
  start_minute smallint not null constraint occurrence_start_minute check (start_minute between 0 and 1439),
  duration_minutes smallint not null constraint occurrence_duration_minutes check (duration_minutes between 1 and 1440),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null default 'planned' constraint occurrence_state_known check (state in ('planned', 'moved', 'cancelled')),
  notice text constraint occurrence_notice_length check (length(notice) between 1 and 500),
  sequence integer not null default 0,
  changed_at timestamptz not null,
  primary key (commune_id, occurrence_id),
  constraint occurrence_series foreign key (commune_id, series_id) references series on delete cascade,
  constraint occurrence_once unique (commune_id, series_id, original_day),
  constraint occurrence_ends_after check (starts_at < ends_at),
  constraint occurrence_planned_in_place check (state <> 'planned' or (day = original_day and notice is null))
);
create index occurrence_by_day on occurrence (commune_id, day, start_minute);
alter table occurrence enable row level security;
create policy occurrence_commune on occurrence
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- The instant of a minute of a day on the clock of a zone; a minute may pass midnight. A skipped hour is read as the one after.
create function instant_in(day date, minute integer, zone text) returns timestamptz
  language sql stable strict parallel safe
  return (day + minute * interval '1 minute') at time zone zone;

-- When what starts then and lasts so long ends: on the clock ("until 3 o'clock"), unless the night of the change would end it first.
create function end_in(day date, start_minute integer, duration integer, zone text) returns timestamptz
  language sql stable strict parallel safe
  return case when instant_in(day, start_minute + duration, zone) > instant_in(day, start_minute, zone)
    then instant_in(day, start_minute + duration, zone)
    else instant_in(day, start_minute, zone) + duration * interval '1 minute' end;
