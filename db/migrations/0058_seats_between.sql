-- What is had between two instants is found by both ends in the index: a counter with years of promises reads those days only.
drop index seat_had;
create index seat_had on seat (commune_id, counter_id, until_at, from_at)
  where state in ('taken', 'held', 'offered', 'waiting');
