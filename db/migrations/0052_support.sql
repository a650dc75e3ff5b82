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

-- The commune's list of essential tools: the house's own are known by their code; here, those it removed or tied to what is
-- lent, and those it added.
create table essential_tool (
  commune_id integer not null default current_commune() references commune on delete cascade,
  tool text not null constraint essential_tool_code check (tool ~ '^[a-z0-9_]{1,40}$'),
  -- Of a tool the commune added; null for one of the house.
  name text constraint essential_tool_name_length check (length(name) between 1 and 80),
  -- Where equipment is lent for it: the plain code of a category or of a kit.
  category text constraint essential_tool_category_word check (category ~ '^[a-z0-9_-]{1,40}$'),
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (commune_id, tool)
);
alter table essential_tool enable row level security;
create policy essential_tool_commune on essential_tool
  using (commune_id = current_commune()) with check (commune_id = current_commune());

-- What an association says of each: it has it, lacks it, does not need it.
create table association_tool (
  commune_id integer not null default current_commune() references commune on delete cascade,
  answer_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  tool text not null constraint association_tool_code check (tool ~ '^[a-z0-9_]{1,40}$'),
  state text not null constraint association_tool_state_known check (state in ('has', 'lacks', 'no_need')),
  by_kind text not null constraint association_tool_by_known check (by_kind in ('association', 'agent')),
  said_by uuid,
  said_at timestamptz not null,
  primary key (commune_id, answer_id),
  constraint association_tool_once unique (commune_id, association_id, tool),
  constraint association_tool_association foreign key (commune_id, association_id) references association on delete cascade,
  constraint association_tool_said_by foreign key (commune_id, said_by) references person on delete set null (said_by)
);
create index association_tool_by on association_tool (commune_id, said_by);
alter table association_tool enable row level security;
create policy association_tool_commune on association_tool
  using (commune_id = current_commune()) with check (commune_id = current_commune());

-- What an association lacks, until somebody answers.
create table declared_need (
  commune_id integer not null default current_commune() references commune on delete cascade,
  need_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  tool text not null constraint declared_need_tool_code check (tool ~ '^[a-z0-9_]{1,40}$'),
  by_kind text not null constraint declared_need_by_known check (by_kind in ('association', 'agent')),
  declared_by uuid,
  declared_at timestamptz not null,
  closed_at timestamptz,
  -- `gone`: the association has it now, or does not need it any more.
  closed_how text constraint declared_need_how_known check (closed_how in ('loan', 'help', 'other', 'gone')),
  -- What was done, in a sentence the association reads.
  words text constraint declared_need_words_length check (length(words) between 1 and 600),
  closed_by uuid,
  -- What answered it, when the site knows: the loan.
  answered_by_id uuid,
  primary key (commune_id, need_id),
  constraint declared_need_closed check ((closed_at is null) = (closed_how is null)),
  constraint declared_need_association foreign key (commune_id, association_id) references association on delete cascade,
  constraint declared_need_declared_by foreign key (commune_id, declared_by) references person on delete set null (declared_by),
  constraint declared_need_closed_by foreign key (commune_id, closed_by) references person on delete set null (closed_by)
);
create unique index declared_need_open on declared_need (commune_id, association_id, tool) where closed_at is null;
create index declared_need_of on declared_need (commune_id, association_id, declared_at desc);
create index declared_need_declarer on declared_need (commune_id, declared_by);
create index declared_need_closer on declared_need (commune_id, closed_by);
alter table declared_need enable row level security;
create policy declared_need_commune on declared_need
  using (commune_id = current_commune()) with check (commune_id = current_commune());
