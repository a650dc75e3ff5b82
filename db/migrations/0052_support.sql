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
