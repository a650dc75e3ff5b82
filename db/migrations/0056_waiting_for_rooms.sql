-- Waiting for a room or a workstation that is taken at the hour asked; what an hour of it is worth, for support in kind; and opening
-- hours that hold from a day to another, in the place of the usual ones.

-- Asked for, not had: true until what was offered is accepted, and for ever when it never was.
alter table booking add column waiting boolean not null default false;
-- How who waited left: three offers without an answer, or the time began before anything was free.
alter table booking drop constraint booking_ended_known;
alter table booking add constraint booking_ended_known check (ended in ('them', 'desk', 'unanswered', 'late'));
create index booking_waiting on booking (commune_id, bookable_id) where waiting and ended is null;
create index booking_of_association on booking (commune_id, association_id, starts_at) where association_id is not null;
create index resource_place_of_association on resource_place (commune_id, association_id) where association_id is not null;

update seat_counter set waiting = true where owner = 'resource-places';

alter table bookable add column hour_value_cents integer
  constraint bookable_hour_value_real check (hour_value_cents between 0 and 100000000);

alter table opening_rule drop constraint opening_rule_season_known;
alter table opening_rule add constraint opening_rule_season_known check (season in ('always', 'term', 'school_holidays', 'period'));
alter table opening_rule add constraint opening_rule_period_dated check (season <> 'period' or (first_day is not null and last_day is not null));
