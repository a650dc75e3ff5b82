-- Activities told by files: what a file said is kept apart from what a person says, and shown as not confirmed.

-- What the last file said: a field changed since, or confirmed, is a person's. Texts are kept as their digest only.
alter table activity add column told jsonb, add column told_on date,
  add constraint activity_told_on_day check ((told is null) = (told_on is null));

create table import_activity (
  commune_id integer not null default current_commune() references commune on delete cascade,
  import_id uuid not null,
  line integer not null,
  -- Several activities may be told by one line.
  rank integer not null,
  -- Discipline and place: what makes two lines of an association speak of the same activity.
  key text,
  title text not null,
  place text,
  facts jsonb,
  outcome text constraint import_activity_outcome_known check (outcome in ('created', 'changed', 'unchanged', 'merged', 'refused')),
  reason text,
  -- Hours the file tells and nobody understood.
  unread_hours text,
  activity_id uuid,
  association_id uuid,
  merged_into_line integer,
  change jsonb not null default '{}',
  kept jsonb not null default '{}',
  image jsonb,
  undone text constraint import_activity_undone_known check (undone in ('removed', 'restored', 'partly', 'kept')),
  primary key (commune_id, import_id, line, rank),
  foreign key (commune_id, import_id, line) references import_line on delete cascade
);
create index import_activity_by_activity on import_activity (commune_id, activity_id) where activity_id is not null;
create index import_activity_by_key on import_activity (commune_id, key) where activity_id is not null;
alter table import_activity enable row level security;
create policy import_activity_commune on import_activity using (commune_id = current_commune()) with check (commune_id = current_commune());

-- A calendar file somebody of the association brings: rehearsed, then applied, and undone.
create table activity_calendar (
  commune_id integer not null default current_commune() references commune on delete cascade,
  calendar_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  state text not null default 'rehearsed' constraint activity_calendar_state_known check (state in ('rehearsed', 'applied', 'undone')),
  -- What the file says, as read; forgotten once undone, or after 30 days.
  events jsonb,
  outcomes jsonb not null default '{}',
  -- What undoing needs.
  image jsonb,
  made_at timestamptz not null default now(),
  applied_at timestamptz,
  primary key (commune_id, calendar_id),
  foreign key (commune_id, association_id) references association on delete cascade
);
-- An event of a calendar is one activity, whatever changes in it: its UID is who it is.
create table activity_calendar_event (
  commune_id integer not null default current_commune() references commune on delete cascade,
  association_id uuid not null,
  uid text not null,
  activity_id uuid not null,
  digest text not null,
  written_at timestamptz not null,
  primary key (commune_id, association_id, uid),
  foreign key (commune_id, association_id) references association on delete cascade,
  foreign key (commune_id, activity_id) references activity on delete cascade
);
create index activity_calendar_event_by_activity on activity_calendar_event (commune_id, activity_id);
alter table activity_calendar enable row level security;
create policy activity_calendar_commune on activity_calendar using (commune_id = current_commune()) with check (commune_id = current_commune());
alter table activity_calendar_event enable row level security;
create policy activity_calendar_event_commune on activity_calendar_event using (commune_id = current_commune()) with check (commune_id = current_commune());
