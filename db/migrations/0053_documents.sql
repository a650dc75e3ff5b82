-- Documents on paper: templates the commune writes, conventions with associations, who signed what.

-- A template as the commune wrote it; each save is a version, the last one is in use.
create table template_version (
  commune_id integer not null default current_commune() references commune on delete cascade,
  kind text not null constraint template_version_kind_word check (kind ~ '^[a-z]+(_[a-z]+)*$' and length(kind) <= 40),
  version integer not null constraint template_version_real check (version >= 1),
  -- Nothing: the one that comes with the site, again.
  source text constraint template_version_source_length check (length(source) between 1 and 60000),
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (commune_id, kind, version),
  foreign key (commune_id, saved_by) references person on delete set null (saved_by)
);

-- What the commune and an association agree on for a season, before anything is lent.
create table convention (
  commune_id integer not null default current_commune() references commune on delete cascade,
  convention_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  from_day date not null,
  until_day date not null,
  -- What is agreed, as it was when it was proposed: it changes no more.
  words text not null constraint convention_words_length check (length(words) between 1 and 12000),
  -- Signed on paper: what was given back, among the papers of the association.
  document_id uuid,
  proposed_at timestamptz not null,
  proposed_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (commune_id, convention_id),
  constraint convention_days check (from_day < until_day),
  foreign key (commune_id, association_id) references association on delete cascade,
  foreign key (commune_id, document_id) references association_document on delete set null (document_id),
  foreign key (commune_id, proposed_by) references person on delete set null (proposed_by),
  foreign key (commune_id, withdrawn_by) references person on delete set null (withdrawn_by)
);
create unique index convention_once on convention (commune_id, association_id, from_day) where withdrawn_at is null;

-- Who signed what: for the association or for the commune, drawn with a finger, typed and ticked, or on paper.
create table signature (
  commune_id integer not null default current_commune() references commune on delete cascade,
  signature_id uuid not null default gen_random_uuid(),
  kind text not null constraint signature_kind_known check (kind in ('convention', 'loan_slip', 'condition')),
  convention_id uuid,
  loan_id uuid,
  -- Of a condition report: when it leaves, when it comes back.
  way text constraint signature_way_known check (way in ('out', 'back')),
  side text not null constraint signature_side_known check (side in ('association', 'commune')),
  how text not null constraint signature_how_known check (how in ('drawn', 'typed', 'paper')),
  name text not null constraint signature_name_length check (length(name) between 1 and 120),
  -- What was drawn.
  file_id uuid,
  signed_at timestamptz not null,
  -- Whose account it was signed with.
  signed_by uuid,
  primary key (commune_id, signature_id),
  constraint signature_once unique nulls not distinct (commune_id, kind, convention_id, loan_id, way, side),
  constraint signature_of_one check (case kind when 'convention' then convention_id is not null else loan_id is not null end),
  constraint signature_way_said check ((kind = 'condition') = (way is not null)),
  constraint signature_drawn check (file_id is null or how = 'drawn'),
  foreign key (commune_id, convention_id) references convention on delete cascade,
  foreign key (commune_id, loan_id) references loan on delete cascade,
  foreign key (commune_id, file_id) references file on delete set null (file_id),
  foreign key (commune_id, signed_by) references person on delete set null (signed_by)
);
create index signature_file on signature (commune_id, file_id) where file_id is not null;

do $$
declare t text;
begin
  foreach t in array array['template_version', 'convention', 'signature']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (commune_id = current_commune()) with check (commune_id = current_commune())', t || '_commune', t);
  end loop;
end $$;

alter table lending_rules add column convention boolean not null default false;

alter table file drop constraint file_kind_known,
  add constraint file_kind_known check (kind in ('picture', 'document', 'paper', 'signature'));
alter table association_document drop constraint association_document_kind_known,
  add constraint association_document_kind_known check (kind in ('statutes', 'receipt', 'board', 'insurance', 'convention')),
  add constraint association_document_convention_ends check (kind <> 'convention' or expires_on is not null);
