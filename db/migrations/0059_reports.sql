-- What reports of equipment need: over how many years a thing is used up, and what was decided of what nobody borrows.

alter table lending_rules
  -- Straight-line: a thing of 500 euros used up in 5 years costs 100 a year, then nothing.
  add column useful_years integer not null default 5 constraint lending_rules_useful_real check (useful_years between 1 and 30);

-- What becomes of a thing nobody borrowed; a new decision comes after the one before, which stays.
create table equipment_review (
  commune_id integer not null default current_commune() references commune on delete cascade,
  review_id uuid not null default gen_random_uuid(),
  pool_id uuid not null,
  -- The days over which nobody borrowed it.
  from_day date not null,
  until_day date not null,
  decision text not null constraint equipment_review_decision_known check (decision in ('keep', 'retire', 'move')),
  to_place_id uuid,
  words text not null constraint equipment_review_words_length check (length(words) between 1 and 600),
  decided_at timestamptz not null,
  decided_by uuid,
  primary key (commune_id, review_id),
  constraint equipment_review_days check (from_day <= until_day),
  constraint equipment_review_moves check ((decision = 'move') = (to_place_id is not null)),
  foreign key (commune_id, pool_id) references equipment_pool on delete cascade,
  foreign key (commune_id, to_place_id) references lending_place,
  foreign key (commune_id, decided_by) references person on delete set null (decided_by)
);
create index equipment_review_of on equipment_review (commune_id, pool_id, decided_at desc);
alter table equipment_review enable row level security;
create policy equipment_review_commune on equipment_review using (commune_id = current_commune()) with check (commune_id = current_commune());
