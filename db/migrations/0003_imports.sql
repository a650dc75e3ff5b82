-- The import doctor: each file rehearsed or applied, what became of each of its lines, and the columns a person has explained.

create table import (
  commune_id integer not null default current_commune() references commune on delete cascade,
  import_id uuid not null default gen_random_uuid(),
  file_name text not null,
  file_sha256 text not null,
  made_at timestamptz not null,
  made_by uuid,
  state text not null default 'reading' constraint import_state_known
    check (state in ('mapping', 'reading', 'rehearsed', 'applying', 'applied', 'undoing', 'undone', 'failed')),
  fault text,
  source text not null constraint import_source_known check (source in ('registry', 'municipal_file')),
  territory text not null constraint import_territory_known check (territory in ('commune', 'all')),
  understood jsonb not null default '{}',
  mapping jsonb not null,
  counts jsonb not null default '{}',
  -- Written by transactions of their own, so that the work is seen from outside while it runs.
  progress_done integer not null default 0,
  progress_total integer,
  progress_at timestamptz,
  applied_at timestamptz,
  applied_by uuid,
  new_places uuid[] not null default '{}',
  undone_at timestamptz,
  undone_by uuid,
  undo_counts jsonb not null default '{}',
  primary key (commune_id, import_id)
);
create index import_time on import (commune_id, made_at desc);

-- One line of the file. Lines of one association have a leader, the first of them; facts leave once they are applied.
create table import_line (
  commune_id integer not null default current_commune(),
  import_id uuid not null,
  line integer not null,
  staged text not null constraint import_line_staged_known check (staged in ('read', 'refused', 'outside')),
  key text,
  leader integer,
  facts jsonb,
  cells text[],
  name text not null default '',
  outcome text constraint import_line_outcome_known
    check (outcome in ('created', 'changed', 'unchanged', 'merged', 'refused', 'outside')),
  reason text,
  detail text,
  association_id uuid,
  merged_into_line integer,
  change jsonb not null default '{}',
  kept jsonb not null default '{}',
  -- Old and new e-mails, phones and addresses: apart, so that erasing them leaves the rest.
  personal jsonb,
  image jsonb,
  undone text constraint import_line_undone_known check (undone in ('removed', 'restored', 'partly', 'kept')),
  primary key (commune_id, import_id, line),
  foreign key (commune_id, import_id) references import on delete cascade
);
-- No other index may start like the primary key: before its statistics exist, PostgreSQL would take one for the other.
create index import_line_key on import_line (commune_id, key, import_id) where leader is null and staged = 'read';
create index import_line_association on import_line (commune_id, association_id) where association_id is not null;

-- A line that may be an association already known, or another line of the same file.
create table import_duplicate (
  commune_id integer not null default current_commune(),
  import_id uuid not null,
  line integer not null,
  other text not null,
  other_line integer,
  other_association uuid,
  score double precision not null,
  reasons jsonb not null,
  primary key (commune_id, import_id, line, other),
  foreign key (commune_id, import_id) references import on delete cascade
);
create index import_duplicate_score on import_duplicate (commune_id, import_id, score desc);

-- What a person said of the columns of a file, found again by its header.
create table column_mapping (
  commune_id integer not null default current_commune() references commune on delete cascade,
  fingerprint text not null,
  mapping jsonb not null,
  remembered_at timestamptz not null,
  remembered_by uuid,
  primary key (commune_id, fingerprint)
);

do $$
declare t text;
begin
  foreach t in array array['import', 'import_line', 'import_duplicate', 'column_mapping']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (commune_id = nullif(current_setting(''app.commune'', true), '''')::integer)', t || '_commune', t);
  end loop;
end $$;
