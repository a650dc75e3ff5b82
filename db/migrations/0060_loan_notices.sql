-- What a loan was written about, each once: before it is taken, before and after it is due, by hand, what lacks of it.

alter table lending_rules
  -- Letters before the hand-over and the return, and on the day; letters once it is late.
  add column remind_before boolean not null default true,
  add column remind_after boolean not null default true;

create table loan_notice (
  commune_id integer not null default current_commune() references commune on delete cascade,
  notice_id uuid not null default gen_random_uuid(),
  loan_id uuid not null,
  kind text not null constraint loan_notice_kind_known
    check (kind in ('before_out', 'before_back', 'on_day', 'late_1', 'late_3', 'late_7', 'by_hand', 'short', 'offered', 'replaced')),
  -- The moment it is about: a loan moved is told its new one. By hand: the day.
  for_at timestamptz not null,
  sent_at timestamptz not null,
  -- How many letters: none when nobody has an address.
  letters integer not null constraint loan_notice_letters_real check (letters >= 0),
  -- When what was told stopped being true: what lacked is back.
  over_at timestamptz,
  primary key (commune_id, notice_id),
  foreign key (commune_id, loan_id) references loan on delete cascade
);
create unique index loan_notice_once on loan_notice (commune_id, loan_id, kind, for_at) where over_at is null;

alter table loan_notice enable row level security;
create policy loan_notice_commune on loan_notice using (commune_id = current_commune()) with check (commune_id = current_commune());
