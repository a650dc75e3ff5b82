-- When a place is open: the rules of its week, and the days that differ. Whoever has opening hours keeps the identifier of a timetable.

create table timetable (
  commune_id integer not null default current_commune() references commune on delete cascade,
  timetable_id uuid not null default gen_random_uuid(),
  zone text not null default 'Europe/Paris' constraint timetable_zone_known check (zone in (
    'Europe/Paris', 'America/Guadeloupe', 'America/Martinique', 'America/Cayenne', 'Indian/Reunion', 'Indian/Mayotte',
    'America/Miquelon', 'America/St_Barthelemy', 'America/Marigot', 'Pacific/Tahiti', 'Pacific/Noumea', 'Pacific/Wallis')),
  public_holidays text not null default 'closed'
    constraint timetable_public_holidays_known check (public_holidays in ('closed', 'open')),
  -- Whether the days the commune closes by itself close this too.
  closed_days boolean not null default true,
  changed_at timestamptz not null,
  primary key (commune_id, timetable_id)
);
alter table timetable enable row level security;
create policy timetable_commune on timetable
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- Open on a day of the week, on the clock of the zone, from a minute of the day to another; past midnight is another day.
create table opening_rule (
  commune_id integer not null default current_commune() references commune on delete cascade,
  opening_rule_id uuid not null default gen_random_uuid(),
  timetable_id uuid not null,
  weekday text not null constraint opening_rule_weekday_known check (weekday in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')),
  from_minute smallint not null,
  until_minute smallint not null,
  season text not null default 'always'
    constraint opening_rule_season_known check (season in ('always', 'term', 'school_holidays')),
  -- Every week, those of an even or odd number (ISO 8601), or the weekday of that rank in the month.
  weeks text not null default 'every'
    constraint opening_rule_weeks_known check (weeks in ('every', 'even', 'odd', '1', '2', '3', '4', '-1')),
  first_day date,
  last_day date,
  primary key (commune_id, opening_rule_id),
  constraint opening_rule_timetable foreign key (commune_id, timetable_id) references timetable on delete cascade,
  constraint opening_rule_hours check (0 <= from_minute and from_minute < until_minute and until_minute <= 1440),
  constraint opening_rule_days check (first_day <= last_day)
);
create index opening_rule_of_timetable on opening_rule (commune_id, timetable_id);
alter table opening_rule enable row level security;
create policy opening_rule_commune on opening_rule
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- Days that are not as the rules say: closed, or open at these hours. Of several on one day, the hours are added.
create table opening_exception (
  commune_id integer not null default current_commune() references commune on delete cascade,
  opening_exception_id uuid not null default gen_random_uuid(),
  timetable_id uuid not null,
  first_day date not null,
  last_day date not null,
  -- Without hours: closed.
  from_minute smallint,
  until_minute smallint,
  words text constraint opening_exception_words_length check (length(words) between 1 and 200),
  primary key (commune_id, opening_exception_id),
  constraint opening_exception_timetable foreign key (commune_id, timetable_id) references timetable on delete cascade,
  constraint opening_exception_days check (first_day <= last_day and last_day - first_day < 366),
  constraint opening_exception_hours check (
    (from_minute is null) = (until_minute is null)
    and (from_minute is null or (0 <= from_minute and from_minute < until_minute and until_minute <= 1440)))
);
create index opening_exception_of_timetable on opening_exception (commune_id, timetable_id, last_day);
alter table opening_exception enable row level security;
create policy opening_exception_commune on opening_exception
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);
