-- The national registry's monthly file, as proposals: what it says of the commune's associations, field by field, until an
-- agent accepts or refuses.
create table registry_batch (
  commune_id integer not null default current_commune() references commune on delete cascade,
  batch_id uuid not null default gen_random_uuid(),
  file_name text not null,
  file_sha256 text not null,
  made_at timestamptz not null,
  made_by uuid,
  state text not null default 'reading' constraint registry_batch_state_known
    check (state in ('reading', 'ready', 'failed', 'undone')),
  progress_lines integer not null default 0,
  progress_at timestamptz,
  -- Lines of the file, lines kept, and proposals made by kind: kept when the proposals are forgotten.
  counts jsonb not null default '{}',
  primary key (commune_id, batch_id)
);
-- The same file twice says nothing more, but after a failure or an undo.
create unique index registry_batch_file_once on registry_batch (commune_id, file_sha256) where state in ('reading', 'ready');
create index registry_batch_time on registry_batch (commune_id, made_at desc);

-- Lines kept while a file is read: those of the commune, and those whose number is known. They leave once compared.
create table registry_line (
  commune_id integer not null default current_commune(),
  batch_id uuid not null,
  line integer not null,
  facts jsonb not null,
  primary key (commune_id, batch_id, line),
  foreign key (commune_id, batch_id) references registry_batch on delete cascade
);

create table registry_proposal (
  commune_id integer not null default current_commune(),
  proposal_id uuid not null default gen_random_uuid(),
  batch_id uuid not null,
  -- The record it is about; for a new association, the one its acceptance created.
  association_id uuid,
  -- What it is about, the same from month to month: a record, or a number not yet known.
  subject text not null,
  name text not null,
  kind text not null constraint registry_proposal_kind_known check (kind in
    ('new', 'moved_in', 'moved_out', 'moved', 'renamed', 'aims', 'ceased', 'successor', 'other')),
  field text not null,
  -- Values by field of the record; of a new association, all the file says of it.
  old_values jsonb not null default '{}',
  new_values jsonb not null default '{}',
  -- Names the value proposed, so that what was refused is not proposed again once the value itself is forgotten.
  value_key text not null,
  state text not null default 'open' constraint registry_proposal_state_known
    check (state in ('open', 'accepted', 'refused', 'superseded', 'undone')),
  decided_at timestamptz,
  decided_by uuid,
  -- What accepting changed, to take it back.
  image jsonb,
  primary key (commune_id, proposal_id),
  foreign key (commune_id, batch_id) references registry_batch on delete cascade,
  foreign key (commune_id, association_id) references association on delete cascade
);
create unique index registry_proposal_open_once on registry_proposal (commune_id, subject, field) where state = 'open';
create index registry_proposal_batch on registry_proposal (commune_id, batch_id, state, kind);
create index registry_proposal_refused on registry_proposal (commune_id, subject, field, value_key) where state = 'refused';
create index registry_proposal_association on registry_proposal (commune_id, association_id) where association_id is not null;

-- Papers an association gives once. Earlier versions stay beside the one in use.
create table association_document (
  commune_id integer not null default current_commune(),
  document_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  kind text not null constraint association_document_kind_known
    check (kind in ('statutes', 'receipt', 'board', 'insurance')),
  file_id uuid not null,
  dated_on date not null,
  expires_on date,
  visibility text not null constraint association_document_visibility_known
    check (visibility in ('association', 'town_hall', 'public')),
  added_at timestamptz not null,
  added_by uuid,
  by_kind text not null constraint association_document_by_known check (by_kind in ('association', 'agent')),
  replaced_at timestamptz,
  removed_at timestamptz,
  removed_by uuid,
  primary key (commune_id, document_id),
  constraint association_document_insurance_ends check (kind <> 'insurance' or expires_on is not null),
  constraint association_document_ends_after check (expires_on is null or expires_on >= dated_on),
  foreign key (commune_id, association_id) references association on delete cascade,
  foreign key (commune_id, file_id) references file on delete cascade
);
create unique index association_document_in_use_once on association_document (commune_id, association_id, kind)
  where replaced_at is null and removed_at is null;
create index association_document_file on association_document (commune_id, file_id);
create index association_document_end on association_document (commune_id, expires_on) where expires_on is not null;

-- Letters that say a paper ends soon: each once.
create table document_reminder (
  commune_id integer not null default current_commune(),
  document_id uuid not null,
  step text not null constraint document_reminder_step_known check (step in ('month', 'day')),
  sent_at timestamptz not null,
  primary key (commune_id, document_id, step),
  foreign key (commune_id, document_id) references association_document on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['registry_batch', 'registry_line', 'registry_proposal', 'association_document', 'document_reminder']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (commune_id = nullif(current_setting(''app.commune'', true), '''')::integer)', t || '_commune', t);
  end loop;
end $$;

-- A paper is served by the room that knows who may read it, never by its file alone.
alter table file drop constraint file_kind_known,
  add constraint file_kind_known check (kind in ('picture', 'document', 'paper'));
