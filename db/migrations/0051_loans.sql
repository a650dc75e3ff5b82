-- What is asked, decided, handed over: a loan is what one association takes at one place for one time.

create table loan (
  commune_id integer not null default current_commune() references commune on delete cascade,
  loan_id uuid not null default gen_random_uuid(),
  -- What people say on the phone: no letter or figure that looks like another one.
  code text not null constraint loan_code_word check (code ~ '^[2-9A-HJ-NP-Z]{6}$'),
  -- What was asked at once; it is picked up at several places when the things are.
  request_id uuid not null,
  association_id uuid not null,
  place_id uuid not null,
  regime text not null constraint loan_regime_known check (regime in ('loan', 'provision', 'on_site')),
  purpose text not null constraint loan_purpose_length check (length(purpose) between 1 and 600),
  from_at timestamptz not null,
  until_at timestamptz not null,
  state text not null constraint loan_state_known
    check (state in ('asked', 'waiting', 'accepted', 'prepared', 'out', 'returned', 'closed', 'refused', 'cancelled')),
  decided_at timestamptz,
  decided_by uuid,
  decided_how text constraint loan_decided_how_known check (decided_how in ('rules', 'agent', 'association')),
  -- What the association is told with the decision.
  words text constraint loan_words_length check (length(words) between 1 and 600),
  -- When a provision is looked at again.
  review_on date,
  asked_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  revision integer not null default 1,
  primary key (commune_id, loan_id),
  constraint loan_code_once unique (commune_id, code),
  constraint loan_dates check (from_at < until_at),
  constraint loan_decided check ((state in ('asked', 'waiting', 'cancelled')) or decided_how is not null),
  constraint loan_reviewed check (regime <> 'provision' or review_on is not null),
  foreign key (commune_id, association_id) references association on delete cascade,
  foreign key (commune_id, place_id) references lending_place,
  foreign key (commune_id, asked_by) references person on delete set null (asked_by),
  foreign key (commune_id, decided_by) references person on delete set null (decided_by)
);
create index loan_of on loan (commune_id, association_id, from_at desc);
create index loan_by_state on loan (commune_id, state, from_at);
create index loan_request on loan (commune_id, request_id);

-- So many of a model: a seat with dates of its counter, never a unit before it is prepared.
create table loan_line (
  commune_id integer not null default current_commune() references commune on delete cascade,
  loan_id uuid not null,
  pool_id uuid not null,
  quantity integer not null constraint loan_line_quantity_real check (quantity between 1 and 500),
  seat_id uuid not null,
  primary key (commune_id, loan_id, pool_id),
  constraint loan_line_seat_once unique (commune_id, seat_id),
  foreign key (commune_id, loan_id) references loan on delete cascade,
  foreign key (commune_id, pool_id) references equipment_pool,
  foreign key (commune_id, seat_id) references seat
);
create index loan_line_pool on loan_line (commune_id, pool_id);

-- A meeting at the counter: one place of the so many a slot has.
create table hand_over (
  commune_id integer not null default current_commune() references commune on delete cascade,
  loan_id uuid not null,
  way text not null constraint hand_over_way_known check (way in ('out', 'back')),
  place_id uuid not null,
  at timestamptz not null,
  nth integer not null constraint hand_over_nth_real check (nth between 1 and 50),
  primary key (commune_id, loan_id, way),
  constraint hand_over_once unique (commune_id, place_id, at, nth),
  foreign key (commune_id, loan_id) references loan on delete cascade,
  foreign key (commune_id, place_id) references lending_place
);

-- What was asked and refused, by which rule: it says what to buy, and which rule weighs. It outlives nothing of anybody.
create table loan_refusal (
  commune_id integer not null default current_commune() references commune on delete cascade,
  refusal_id uuid not null default gen_random_uuid(),
  association_id uuid,
  model_id uuid,
  rule text not null constraint loan_refusal_rule_word check (rule ~ '^[a-z_]{1,40}$'),
  quantity integer,
  from_day date not null,
  until_day date not null,
  at timestamptz not null,
  primary key (commune_id, refusal_id),
  foreign key (commune_id, association_id) references association on delete set null (association_id),
  foreign key (commune_id, model_id) references equipment_model on delete cascade
);
create index loan_refusal_of on loan_refusal (commune_id, at);

do $$
declare t text;
begin
  foreach t in array array['loan', 'loan_line', 'hand_over', 'loan_refusal']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (commune_id = current_commune()) with check (commune_id = current_commune())', t || '_commune', t);
  end loop;
end $$;
