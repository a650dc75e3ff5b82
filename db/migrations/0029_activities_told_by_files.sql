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
