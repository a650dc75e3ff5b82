-- What was offered is no longer there: the offer is withdrawn, its person waits again where they were, and is told so.
alter table seat
  add column withdrawn_at timestamptz,
  add constraint seat_withdrawn_offered_again check (withdrawn_at is null or state <> 'offered'),
  drop constraint seat_to_tell_known,
  add constraint seat_to_tell_known check (to_tell in ('offered', 'unanswered', 'closed', 'withdrawn'));
