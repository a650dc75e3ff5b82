-- Counted seats: what has a capacity, who has a seat of it, who waits for one. Names are kept by the room that opened the counter.

create table seat_counter (
  commune_id integer not null default current_commune() references commune on delete cascade,
  counter_id uuid not null default gen_random_uuid(),
  -- The room that speaks to those who have a seat.
  owner text not null constraint seat_counter_owner_word check (owner ~ '^[a-z-]{1,40}$'),
  -- Nothing: as many as come.
  capacity integer constraint seat_counter_capacity_real check (capacity >= 0),
  waiting boolean not null default true,
  offer_minutes integer not null default 1440 constraint seat_counter_offer_real check (offer_minutes between 5 and 20160),
  closes_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (commune_id, counter_id)
);

-- The row every change of a counter writes, so that changes take turns. It has no foreign key, and none leads to it: a parent row
-- that children lock while it is written breaks under load.
create table seat_lock (
  commune_id integer not null default current_commune(),
  counter_id uuid not null,
  turn bigint not null default 0,
  primary key (commune_id, counter_id)
);

create table seat (
  commune_id integer not null default current_commune() references commune on delete cascade,
  seat_id uuid not null default gen_random_uuid(),
  counter_id uuid not null,
  quantity integer not null constraint seat_quantity_real check (quantity >= 1),
  state text not null constraint seat_state_known
    check (state in ('taken', 'held', 'waiting', 'offered', 'cancelled', 'expired')),
  -- When what is held or offered is free again, whether or not anything has noted it.
  expires_at timestamptz,
  -- The order of the waiting list; only who has waited has one.
  position bigint,
  -- How many who came after were served first, because too few seats were free for these.
  passed integer not null default 0,
  notices integer not null default 0 constraint seat_notices_few check (notices between 0 and 3),
  -- What the owner has still to say to whoever waits.
  to_tell text constraint seat_to_tell_known check (to_tell in ('offered', 'unanswered', 'closed')),
  created_at timestamptz not null,
  -- The moment of the change, as its transaction was given it: the guard counts at that moment.
  changed_at timestamptz not null,
  primary key (commune_id, seat_id),
  constraint seat_expires check ((state in ('held', 'offered')) = (expires_at is not null)),
  constraint seat_waits_in_order check (state not in ('waiting', 'offered') or position is not null),
  constraint seat_position_once unique (commune_id, counter_id, position),
  foreign key (commune_id, counter_id) references seat_counter on delete cascade
);
create index seat_standing on seat (commune_id, counter_id) where state in ('taken', 'held', 'offered', 'waiting');
create index seat_expiring on seat (commune_id, expires_at) where state in ('held', 'offered');

-- Never more seats than the capacity, whatever the caller does and forgets: the row of the turn is written before seats are counted,
-- so that of two at once the second counts the first, or is told to begin again. What is past no longer counts; brought back, it does.
create function seat_guard() returns trigger
  language plpgsql as $$
declare
  room integer;
begin
  update seat_lock set turn = turn + 1 where commune_id = new.commune_id and counter_id = new.counter_id;
  if not found then
    raise exception using errcode = '23503', constraint = 'seat_lock_kept', message = 'a counter keeps its lock row';
  end if;
  select capacity into room from seat_counter where commune_id = new.commune_id and counter_id = new.counter_id;
  if room < (select sum(quantity) from seat
    where commune_id = new.commune_id and counter_id = new.counter_id
      and (state = 'taken' or (state in ('held', 'offered') and expires_at > new.changed_at)))
  then
    raise exception using errcode = '23514', constraint = tg_name, message = 'more seats than the capacity';
  end if;
  return null;
end $$;
create constraint trigger seat_within_capacity after insert or update of state, quantity, expires_at, counter_id on seat
  for each row when (new.state in ('taken', 'held', 'offered')) execute function seat_guard();
create constraint trigger seat_capacity_kept after update of capacity on seat_counter
  for each row execute function seat_guard();

create function seat_lock_follows() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into seat_lock (commune_id, counter_id) values (new.commune_id, new.counter_id);
  else
    delete from seat_lock where commune_id = old.commune_id and counter_id = old.counter_id;
  end if;
  return null;
end $$;
create trigger seat_lock_follows after insert or delete on seat_counter for each row execute function seat_lock_follows();

alter table seat_counter enable row level security;
create policy seat_counter_commune on seat_counter
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);
alter table seat_lock enable row level security;
create policy seat_lock_commune on seat_lock
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);
alter table seat enable row level security;
create policy seat_commune on seat
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);
