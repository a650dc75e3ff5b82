-- Letters on paper: printed in batches, sorted for posting; each holds a link of its own, which serves the association.

create table letter_batch (
  commune_id integer not null default current_commune() references commune on delete cascade,
  batch_id uuid not null default gen_random_uuid(),
  made_at timestamptz not null,
  made_by uuid,
  audience text not null constraint letter_batch_audience_known check (audience in ('no_mail', 'stale', 'all', 'one')),
  -- Whom it writes to, in the order of the round; and whom no postal address reaches.
  association_ids uuid[] not null,
  unaddressed_ids uuid[] not null default '{}',
  -- A file a part; emptied when they have served.
  files uuid[] not null default '{}',
  printed integer not null default 0,
  state text not null default 'waiting'
    constraint letter_batch_state_known check (state in ('waiting', 'ready', 'failed', 'forgotten')),
  moved_at timestamptz not null,
  primary key (commune_id, batch_id),
  constraint letter_batch_some check (cardinality(association_ids) > 0),
  constraint letter_batch_printed check (printed between 0 and cardinality(association_ids)),
  foreign key (commune_id, made_by) references person on delete set null (made_by)
);
create index letter_batch_by_time on letter_batch (commune_id, made_at desc);
alter table letter_batch enable row level security;
create policy letter_batch_commune on letter_batch
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- A letter is opened by whoever opens the association's post: its link belongs to no contact.
alter table confirmation_link alter column contact_id drop not null;
