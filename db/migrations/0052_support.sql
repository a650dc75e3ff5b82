-- That an association was supported on digital matters (indicator I1.1): written by the room that supports, in the same
-- transaction, or by hand.
create table support_event (
  commune_id integer not null default current_commune() references commune on delete cascade,
  event_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  kind text not null constraint support_event_kind_known
    check (kind in ('hand_over', 'visit', 'appointment', 'session', 'diagnosis', 'software_access', 'phone', 'other')),
  day date not null,
  -- What wrote it: 'hand' for an agent, otherwise the word of a room for one of its things, as 'loan'.
  source_kind text not null constraint support_event_source_word check (source_kind ~ '^[a-z_]{1,40}$'),
  source_id uuid not null,
  done_by uuid,
  -- What was done, in a sentence the association reads too.
  note text constraint support_event_note_length check (length(note) between 1 and 600),
  noted_at timestamptz not null,
  removed_at timestamptz,
  revision integer not null default 1,
  primary key (commune_id, event_id),
  -- An action sent twice counts once.
  constraint support_event_once unique (commune_id, kind, source_id, association_id),
  constraint support_event_association foreign key (commune_id, association_id) references association on delete cascade,
  constraint support_event_done_by foreign key (commune_id, done_by) references person on delete set null (done_by)
);
create index support_event_of on support_event (commune_id, association_id, day desc);
create index support_event_on on support_event (commune_id, day);
create index support_event_by on support_event (commune_id, done_by);
alter table support_event enable row level security;
create policy support_event_commune on support_event
  using (commune_id = current_commune()) with check (commune_id = current_commune());

-- That an association is one the commune counts on (commitment 5.1), by what criterion, said by whom, until when.
create table association_designation (
  commune_id integer not null default current_commune() references commune on delete cascade,
  designation_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  kind text not null constraint association_designation_kind_known check (kind in ('employer', 'structuring')),
  criterion text not null constraint association_designation_criterion_known
    check (criterion in ('jobs', 'publics', 'only_one', 'carries_others')),
  -- In a sentence, why.
  words text constraint association_designation_words_length check (length(words) between 1 and 600),
  since date not null,
  made_by uuid,
  made_at timestamptz not null,
  ended_on date,
  end_reason text constraint association_designation_reason_length check (length(end_reason) between 1 and 600),
  ended_by uuid,
  primary key (commune_id, designation_id),
  constraint association_designation_criterion_fits check (kind = 'structuring' or criterion = 'jobs'),
  constraint association_designation_end check ((ended_on is null) = (end_reason is null)),
  constraint association_designation_days check (since <= ended_on),
  constraint association_designation_association foreign key (commune_id, association_id) references association on delete cascade,
  constraint association_designation_made_by foreign key (commune_id, made_by) references person on delete set null (made_by),
  constraint association_designation_ended_by foreign key (commune_id, ended_by) references person on delete set null (ended_by)
);
-- One in force of each kind.
create unique index association_designation_open on association_designation (commune_id, association_id, kind)
  where ended_on is null;
create index association_designation_maker on association_designation (commune_id, made_by);
create index association_designation_ender on association_designation (commune_id, ended_by);
alter table association_designation enable row level security;
create policy association_designation_commune on association_designation
  using (commune_id = current_commune()) with check (commune_id = current_commune());
