-- Who waits is served in the order they came, unless the room says otherwise: a service of the town hall goes ahead, and of those who
-- came on one day the one with the highest score is first. Nothing said: the order they came, as before.
alter table seat
  add column ahead smallint not null default 0 constraint seat_ahead_known check (ahead in (0, 1)),
  add column since_day date,
  -- From 0 to 100; under that, who let an offer pass: behind those of that day.
  add column score smallint not null default 0 constraint seat_score_real check (score between -1 and 100);

alter table loan
  -- Hashes of the links that open a place on the waiting list.
  add column links text[] not null default '{}',
  -- Why a loan that waited waits no more, when it came to nothing.
  add column wait_ended text constraint loan_wait_ended_known check (wait_ended in ('left', 'unanswered', 'late', 'removed'));
create index loan_links on loan using gin (links) where links <> '{}';

-- A loan that goes with its association leaves the list: nothing waits for nobody.
create function loan_line_gone() returns trigger language plpgsql as $$
begin
  if exists (select from commune where commune_id = old.commune_id) then
    update seat set state = 'cancelled', expires_at = null, to_tell = null
      where commune_id = old.commune_id and seat_id = old.seat_id and state in ('offered', 'waiting');
  end if;
  return null;
end $$;
create trigger loan_line_gone after delete on loan_line for each row execute function loan_line_gone();
