-- The people of an association: how they come (a claim, an invitation, a handover of the board), what they may do, how they leave.

-- What an editor may touch; owners touch everything, readers nothing.
alter table association_member add column topics text[] not null default '{listing,documents}'
  constraint association_member_topics_known check (topics <@ array['listing', 'documents', 'people']);

-- One change of the board, as the association or an agent for it says it: those who come are invitations, those who leave are
-- kept with what they had, so that it can be undone.
create table handover (
  commune_id integer not null default current_commune(),
  handover_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  made_at timestamptz not null,
  made_by uuid,
  by_kind text not null constraint handover_by_known check (by_kind in ('association', 'agent')),
  -- Those who leave keep their access until this day; null: until someone new is there.
  leave_on date,
  -- The line of history of the contacts it changed.
  entry_id uuid,
  settled_at timestamptz,
  undone_at timestamptz,
  undone_by uuid,
  primary key (commune_id, handover_id),
  foreign key (commune_id, association_id) references association on delete cascade
);
create index handover_of on handover (commune_id, association_id, made_at desc);

create table handover_person (
  commune_id integer not null default current_commune(),
  handover_id uuid not null,
  person_id uuid not null,
  before_role text not null constraint handover_person_role_known check (before_role in ('owner', 'editor', 'reader')),
  before_topics text[] not null default '{}',
  leaves boolean not null,
  done_at timestamptz,
  primary key (commune_id, handover_id, person_id),
  foreign key (commune_id, handover_id) references handover on delete cascade,
  foreign key (commune_id, person_id) references person on delete cascade
);

-- A code on paper that proves to come from the town hall: shown once, only its hash is kept.
create table claim_code (
  commune_id integer not null default current_commune(),
  code_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  code_hash text not null,
  made_at timestamptz not null,
  made_by uuid,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz,
  primary key (commune_id, code_id),
  constraint claim_code_hash_unique unique (commune_id, code_hash),
  foreign key (commune_id, association_id) references association on delete cascade
);
create index claim_code_of on claim_code (commune_id, association_id);

-- A link sent to an address, which gives its owner a place in an association when they accept it: asked for by themselves
-- (mail, code), accepted by an agent (request), or offered (person, desk, handover).
create table association_invitation (
  commune_id integer not null default current_commune(),
  invitation_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  email text not null constraint association_invitation_email_lower check (email = lower(email) and email like '%_@_%'),
  name text constraint association_invitation_name_length check (length(name) <= 120),
  role text not null constraint association_invitation_role_known check (role in ('owner', 'editor', 'reader')),
  topics text[] not null default '{}'
    constraint association_invitation_topics_known check (topics <@ array['listing', 'documents', 'people']),
  how text not null constraint association_invitation_how_known
    check (how in ('mail', 'code', 'request', 'person', 'desk', 'handover')),
  claimed boolean not null generated always as (how in ('mail', 'code')) stored,
  link_hash text not null,
  code_id uuid,
  handover_id uuid,
  invited_by uuid,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  primary key (commune_id, invitation_id),
  constraint association_invitation_link_unique unique (commune_id, link_hash),
  foreign key (commune_id, association_id) references association on delete cascade,
  foreign key (commune_id, code_id) references claim_code on delete cascade,
  foreign key (commune_id, handover_id) references handover on delete cascade,
  foreign key (commune_id, accepted_by) references person on delete set null (accepted_by)
);
create unique index association_invitation_waiting on association_invitation (commune_id, association_id, email, claimed)
  where accepted_at is null;
create index association_invitation_handover on association_invitation (commune_id, handover_id);
create index association_invitation_code on association_invitation (commune_id, code_id);

-- Someone asks an agent to be given a listing.
create table claim_request (
  commune_id integer not null default current_commune(),
  request_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  name text not null,
  title text,
  email text not null,
  phone text,
  message text,
  asked_at timestamptz not null,
  state text not null default 'waiting' constraint claim_request_state_known check (state in ('waiting', 'accepted', 'refused')),
  decided_at timestamptz,
  decided_by uuid,
  answer text,
  primary key (commune_id, request_id),
  foreign key (commune_id, association_id) references association on delete cascade
);
create index claim_request_waiting on claim_request (commune_id, state, asked_at);
create index claim_request_of on claim_request (commune_id, association_id);

-- When the people of an association last looked at who has access, and when they want to be reminded.
create table access_review (
  commune_id integer not null default current_commune(),
  association_id uuid not null,
  reviewed_on date,
  assembly_month integer constraint access_review_month_range check (assembly_month between 1 and 12),
  reminded_on date,
  primary key (commune_id, association_id),
  foreign key (commune_id, association_id) references association on delete cascade
);

-- Associations that lost their last owner, however it happened: an agent looks after them.
create table association_unheld (
  commune_id integer not null default current_commune(),
  association_id uuid not null,
  since timestamptz not null default now(),
  primary key (commune_id, association_id),
  foreign key (commune_id, association_id) references association on delete cascade
);

create function note_unheld() returns trigger
  language plpgsql as $$
begin
  if tg_op <> 'DELETE' and new.role = 'owner' then
    delete from association_unheld where commune_id = new.commune_id and association_id = new.association_id;
  end if;
  if tg_op <> 'INSERT' and old.role = 'owner'
    and not exists (select from association_member m
      where m.commune_id = old.commune_id and m.association_id = old.association_id and m.role = 'owner')
    and exists (select from association a where a.commune_id = old.commune_id and a.association_id = old.association_id)
  then
    insert into association_unheld (commune_id, association_id) values (old.commune_id, old.association_id)
      on conflict do nothing;
  end if;
  return null;
end $$;
create trigger association_member_unheld after insert or update or delete on association_member
  for each row execute function note_unheld();

do $$
declare t text;
begin
  foreach t in array array['handover', 'handover_person', 'claim_code', 'association_invitation', 'claim_request',
    'access_review', 'association_unheld']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (commune_id = nullif(current_setting(''app.commune'', true), '''')::integer)', t || '_commune', t);
  end loop;
end $$;
