-- A seat may be had for some time only: what is lent, a room, a workstation. Without times it is had for as long as its counter
-- lives, as a seat in a session. One guard counts both: the most that is had at one instant.
alter table seat
  add column from_at timestamptz not null default '-infinity',
  add column until_at timestamptz not null default 'infinity',
  add constraint seat_period check (from_at < until_at);

-- The guard and the calendars read what is had after a moment; what was given back long ago costs nothing.
drop index seat_standing;
create index seat_had on seat (commune_id, counter_id, until_at) where state in ('taken', 'held', 'offered', 'waiting');
create index seat_moving on seat (commune_id, counter_id) where state in ('held', 'offered', 'waiting');

-- The most seats of a counter that are had at one instant between two. At equal instants what is given back counts first.
create function seat_peak(of_commune integer, of_counter uuid, since timestamptz, till timestamptz, at_moment timestamptz)
  returns bigint language sql stable as $$
  with had as (
    select from_at, until_at, quantity from seat
    where commune_id = of_commune and counter_id = of_counter and until_at > since and from_at < till
      and (state = 'taken' or (state in ('held', 'offered') and expires_at > at_moment))),
  change as (
    select greatest(from_at, since) as at, quantity as delta from had
    union all
    select until_at, -quantity from had where until_at < till)
  select coalesce(max(running), 0)::bigint
  from (select sum(delta) over (order by at, delta rows unbounded preceding) as running from change) as counted
$$;

create or replace function seat_guard() returns trigger
  language plpgsql as $$
declare
  room integer;
  since timestamptz;
  till timestamptz;
begin
  update seat_lock set turn = turn + 1 where commune_id = new.commune_id and counter_id = new.counter_id;
  if not found then
    raise exception using errcode = '23503', constraint = 'seat_lock_kept', message = 'a counter keeps its lock row';
  end if;
  -- What is past no longer counts: a loan is made longer although more was out on its first day than there is now.
  since := new.changed_at;
  till := 'infinity';
  if tg_table_name = 'seat' then
    since := greatest(new.from_at, since);
    till := new.until_at;
  end if;
  select capacity into room from seat_counter where commune_id = new.commune_id and counter_id = new.counter_id;
  if room < seat_peak(new.commune_id, new.counter_id, since, till, new.changed_at) then
    raise exception using errcode = '23514', constraint = tg_name, message = 'more seats than the capacity';
  end if;
  return null;
end $$;

drop trigger seat_within_capacity on seat;
create constraint trigger seat_within_capacity
  after insert or update of state, quantity, expires_at, counter_id, from_at, until_at on seat
  for each row when (new.state in ('taken', 'held', 'offered')) execute function seat_guard();
