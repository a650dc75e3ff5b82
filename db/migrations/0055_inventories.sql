-- Inventories brought as files: their lines as they are read and mended, and what each of them wrote.

create table inventory_import (
  commune_id integer not null default current_commune() references commune on delete cascade,
  import_id uuid not null default gen_random_uuid(),
  file_name text not null constraint inventory_import_name_length check (length(file_name) between 1 and 200),
  made_at timestamptz not null,
  made_by uuid,
  state text not null constraint inventory_import_state_known check (state in ('open', 'applied', 'undone')),
  header text[] not null,
  -- What each column feeds, in order; empty: it is left out.
  targets text[] not null,
  -- What a person answered: which model or place a name is, how tags begin.
  answers jsonb not null default '{}',
  -- Models the import added.
  models uuid[] not null default '{}',
  applied_at timestamptz,
  applied_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  -- What was done: lines and units by outcome, then what the undo kept.
  counts jsonb not null default '{}',
  primary key (commune_id, import_id),
  constraint inventory_import_columns check (cardinality(header) = cardinality(targets)),
  foreign key (commune_id, made_by) references person on delete set null (made_by),
  foreign key (commune_id, applied_by) references person on delete set null (applied_by),
  foreign key (commune_id, undone_by) references person on delete set null (undone_by)
);
create index inventory_import_made on inventory_import (commune_id, made_at desc);

create table inventory_line (
  commune_id integer not null default current_commune() references commune on delete cascade,
  import_id uuid not null,
  -- Its number in the file.
  line integer not null,
  cells text[] not null,
  -- Left aside by a person, or taken although somebody wrote otherwise.
  choice text constraint inventory_line_choice_known check (choice in ('left', 'taken')),
  primary key (commune_id, import_id, line),
  foreign key (commune_id, import_id) references inventory_import on delete cascade
);

-- What a line wrote of a unit: said again by nobody since, an undo gives back what was before.
create table inventory_unit (
  commune_id integer not null default current_commune() references commune on delete cascade,
  import_id uuid not null,
  unit_id uuid not null,
  line integer not null,
  at timestamptz not null,
  -- Nothing: the line added it.
  before jsonb,
  after jsonb not null,
  primary key (commune_id, import_id, unit_id),
  foreign key (commune_id, import_id) references inventory_import on delete cascade,
  foreign key (commune_id, unit_id) references equipment_unit on delete cascade
);
create index inventory_unit_of on inventory_unit (commune_id, unit_id, at desc);

do $$
declare t text;
begin
  foreach t in array array['inventory_import', 'inventory_line', 'inventory_unit']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (commune_id = current_commune()) with check (commune_id = current_commune())', t || '_commune', t);
  end loop;
end $$;
