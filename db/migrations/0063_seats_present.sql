-- What is really there of a counter whose promises are more than that: who waits is offered no more. Nothing: all of its capacity.
alter table seat_counter add column present integer constraint seat_counter_present_real check (present >= 0);
