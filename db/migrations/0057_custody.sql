-- Who has which unit: set aside when a loan is prepared, handed over, back, checked. A municipal service may borrow too.

create extension if not exists btree_gist;

alter table loan
  alter column association_id drop not null,
  -- A service of the town hall that borrows, when it is not an association.
  add column service text constraint loan_service_length check (length(service) between 1 and 80),
  -- When the first thing left, when the last one came back or was known to be lost.
  add column out_at timestamptz,
  add column back_at timestamptz,
  add constraint loan_borrower check (num_nonnulls(association_id, service) = 1),
  add constraint loan_out_known check ((state in ('out', 'returned', 'closed')) = (out_at is not null)),
  add constraint loan_back_known check ((state in ('returned', 'closed')) = (back_at is not null));

-- Which unit serves a line of a loan. What is late is a fact, not a plan: its time here stays what was promised.
create table allocation (
  commune_id integer not null default current_commune() references commune on delete cascade,
  allocation_id uuid not null default gen_random_uuid(),
  loan_id uuid not null,
  pool_id uuid not null,
  unit_id uuid not null,
  state text not null constraint allocation_state_known check (state in ('set_aside', 'out', 'back', 'lost', 'exchanged')),
  from_at timestamptz not null,
  until_at timestamptz not null,
  out_at timestamptz,
  back_at timestamptz,
  primary key (commune_id, allocation_id),
  constraint allocation_dates check (from_at < until_at),
  constraint allocation_moments check ((out_at is null) = (state = 'set_aside') and (back_at is null) = (state in ('set_aside', 'out'))),
  -- Two loans may swap their units in one transaction.
  constraint allocation_unit_free exclude using gist
    (commune_id with =, unit_id with =, tstzrange(from_at, until_at) with &&) where (state in ('set_aside', 'out'))
    deferrable initially immediate,
  foreign key (commune_id, loan_id, pool_id) references loan_line on delete cascade,
  foreign key (commune_id, unit_id) references equipment_unit
);
-- Whatever was promised, nobody is handed what somebody else still has.
create unique index allocation_out_once on allocation (commune_id, unit_id) where state = 'out';
create index allocation_loan on allocation (commune_id, loan_id);
create index allocation_unit on allocation (commune_id, unit_id);

-- What happened to a unit, in order; only added to.
create table custody_event (
  commune_id integer not null default current_commune() references commune on delete cascade,
  event_id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  loan_id uuid,
  kind text not null constraint custody_event_kind_known
    check (kind in ('handed', 'returned', 'lost', 'found', 'damaged', 'repaired', 'checked', 'retired', 'noted')),
  condition text constraint custody_event_condition_known check (condition in ('good', 'worn', 'broken')),
  -- Pieces of its case that were not there.
  missing text[] not null default '{}',
  words text constraint custody_event_words_length check (length(words) between 1 and 600),
  at timestamptz not null,
  by_person uuid,
  primary key (commune_id, event_id),
  foreign key (commune_id, unit_id) references equipment_unit on delete cascade,
  foreign key (commune_id, loan_id) references loan on delete set null (loan_id),
  foreign key (commune_id, by_person) references person on delete set null (by_person)
);
create index custody_event_unit on custody_event (commune_id, unit_id, at);
create index custody_event_loan on custody_event (commune_id, loan_id) where loan_id is not null;
create index custody_event_at on custody_event (commune_id, at);

create table custody_photo (
  commune_id integer not null default current_commune() references commune on delete cascade,
  event_id uuid not null,
  position integer not null constraint custody_photo_position_real check (position between 1 and 6),
  file_id uuid not null,
  primary key (commune_id, event_id, position),
  foreign key (commune_id, event_id) references custody_event on delete cascade,
  foreign key (commune_id, file_id) references file on delete cascade
);

-- The event since which a unit is to be checked, and what was done of its checks: each once, by whom and when.
alter table equipment_unit
  add column round_event_id uuid,
  add foreign key (commune_id, round_event_id) references custody_event on delete set null (round_event_id);

create table unit_step (
  commune_id integer not null default current_commune() references commune on delete cascade,
  event_id uuid not null,
  kind text not null constraint unit_step_kind_known check (kind in ('hygiene', 'check')),
  step text not null constraint unit_step_length check (length(step) between 1 and 200),
  done_at timestamptz not null,
  done_by uuid,
  primary key (commune_id, event_id, kind, step),
  foreign key (commune_id, event_id) references custody_event on delete cascade,
  foreign key (commune_id, done_by) references person on delete set null (done_by)
);

-- What happened is never written again; a name may be taken out of its words, and who did it forgotten.
create function custody_event_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if pg_trigger_depth() > 1 then return old; end if;
  elsif (old.commune_id, old.event_id, old.unit_id, old.kind, old.condition, old.missing, old.at)
    is not distinct from (new.commune_id, new.event_id, new.unit_id, new.kind, new.condition, new.missing, new.at) then
    return new;
  end if;
  raise exception using errcode = '23514', constraint = 'custody_event_kept', message = 'what happened to a unit is only added to';
end $$;
create trigger custody_event_kept before update or delete on custody_event for each row execute function custody_event_stays();

-- Nothing leaves that is not ready: what keeps data was cleaned, what was broken was mended.
create function allocation_goes_out_fit() returns trigger language plpgsql as $$
begin
  if new.state = 'out' and (tg_op = 'INSERT' or old.state <> 'out') and not exists (
    select from equipment_unit u where u.commune_id = new.commune_id and u.unit_id = new.unit_id and u.state = 'ready' for share) then
    raise exception using errcode = '23514', constraint = 'allocation_unit_ready', message = 'this unit is not ready';
  end if;
  return new;
end $$;
create trigger allocation_unit_ready before insert or update on allocation for each row execute function allocation_goes_out_fit();

do $$
declare t text;
begin
  foreach t in array array['allocation', 'custody_event', 'custody_photo', 'unit_step']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (commune_id = current_commune()) with check (commune_id = current_commune())', t || '_commune', t);
  end loop;
end $$;
