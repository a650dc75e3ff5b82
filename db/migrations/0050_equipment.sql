-- What the commune and associations lend: models, where they are handed over, how many there are, each unit and its tag, the rules.

create table lending_rules (
  commune_id integer not null default current_commune() references commune on delete cascade,
  -- Whom the commune lends to.
  open_to text not null default 'all' constraint lending_rules_open_to_known check (open_to in ('all', 'registered')),
  decision text not null default 'asked' constraint lending_rules_decision_known check (decision in ('rules', 'asked')),
  insurance boolean not null default false,
  -- Nobody who keeps something late borrows more.
  late_waits boolean not null default true,
  -- Loans of an association in one season; nothing: as many as it needs.
  season_loans integer constraint lending_rules_season_real check (season_loans between 1 and 365),
  lead_open_days integer not null default 2 constraint lending_rules_lead_real check (lead_open_days between 0 and 90),
  furthest_days integer not null default 180 constraint lending_rules_furthest_real check (furthest_days between 1 and 730),
  longest_days integer not null default 14 constraint lending_rules_longest_real check (longest_days between 1 and 365),
  -- Between a return and the next hand-over: charge, check, clean.
  buffer_minutes integer not null default 60 constraint lending_rules_buffer_real check (buffer_minutes between 0 and 20160),
  changed_at timestamptz not null,
  primary key (commune_id)
);

create table equipment_model (
  commune_id integer not null default current_commune() references commune on delete cascade,
  model_id uuid not null default gen_random_uuid(),
  slug text not null constraint equipment_model_slug_word check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null constraint equipment_model_name_length check (length(name) between 1 and 80),
  category text not null constraint equipment_model_category_known
    check (category in ('computer', 'tablet', 'phone', 'connection', 'screen', 'sound', 'picture', 'print', 'event', 'other')),
  -- What it is for, in plain words.
  purpose text not null constraint equipment_model_purpose_length check (length(purpose) between 1 and 300),
  notice text constraint equipment_model_notice_length check (length(notice) between 1 and 3000),
  -- What a lost one costs, and what a day of it is worth as support in kind.
  value_cents integer constraint equipment_model_value_real check (value_cents between 0 and 100000000),
  day_value_cents integer constraint equipment_model_day_value_real check (day_value_cents between 0 and 10000000),
  photo_id uuid,
  -- It keeps data or accounts of who had it: it is cleaned before it is lent again.
  holds_data boolean not null default false,
  -- Checked at each return, before it is lent again.
  checklist text[] not null default '{}',
  -- The association that lends it under its own rules; nothing: the commune.
  owner_association_id uuid,
  owner_rules text constraint equipment_model_owner_rules_length check (length(owner_rules) between 1 and 1000),
  -- Stricter than the rules of the commune, or looser; nothing: the same.
  decision text constraint equipment_model_decision_known check (decision in ('rules', 'asked')),
  longest_days integer constraint equipment_model_longest_real check (longest_days between 1 and 365),
  lead_open_days integer constraint equipment_model_lead_real check (lead_open_days between 0 and 90),
  buffer_minutes integer constraint equipment_model_buffer_real check (buffer_minutes between 0 and 20160),
  -- Used where it is, and not taken away.
  on_site_only boolean not null default false,
  state text not null constraint equipment_model_state_known check (state in ('hidden', 'shown')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  revision integer not null default 1,
  primary key (commune_id, model_id),
  constraint equipment_model_slug_once unique (commune_id, slug),
  constraint equipment_model_owner_says check (owner_rules is null or owner_association_id is not null),
  foreign key (commune_id, owner_association_id) references association on delete cascade,
  foreign key (commune_id, photo_id) references file on delete set null (photo_id)
);

-- What the case of one unit holds, in the order it is counted.
create table model_piece (
  commune_id integer not null default current_commune() references commune on delete cascade,
  model_id uuid not null,
  position integer not null,
  name text not null constraint model_piece_name_length check (length(name) between 1 and 80),
  quantity integer not null constraint model_piece_quantity_real check (quantity between 1 and 999),
  primary key (commune_id, model_id, position),
  foreign key (commune_id, model_id) references equipment_model on delete cascade
);

-- A place that hands over and takes back.
create table lending_place (
  commune_id integer not null default current_commune() references commune on delete cascade,
  place_id uuid not null,
  timetable_id uuid not null,
  slot_minutes integer not null default 30 constraint lending_place_slot_real check (slot_minutes in (15, 20, 30, 60)),
  slot_most integer not null default 2 constraint lending_place_slot_most_real check (slot_most between 1 and 50),
  -- How to find it, whom to ask for.
  words text constraint lending_place_words_length check (length(words) between 1 and 600),
  closed_at timestamptz,
  created_at timestamptz not null,
  primary key (commune_id, place_id),
  foreign key (commune_id, place_id) references place,
  foreign key (commune_id, timetable_id) references timetable
);

create table equipment_pool (
  commune_id integer not null default current_commune() references commune on delete cascade,
  pool_id uuid not null default gen_random_uuid(),
  model_id uuid not null,
  place_id uuid not null,
  counter_id uuid not null,
  shelf text constraint equipment_pool_shelf_length check (length(shelf) between 1 and 40),
  primary key (commune_id, pool_id),
  constraint equipment_pool_once unique (commune_id, model_id, place_id),
  constraint equipment_pool_counter_once unique (commune_id, counter_id),
  foreign key (commune_id, model_id) references equipment_model,
  foreign key (commune_id, place_id) references lending_place,
  foreign key (commune_id, counter_id) references seat_counter
);

create table equipment_unit (
  commune_id integer not null default current_commune() references commune on delete cascade,
  unit_id uuid not null default gen_random_uuid(),
  pool_id uuid not null,
  -- What its label says, and its address holds.
  tag text not null constraint equipment_unit_tag_word check (tag ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$' and length(tag) <= 24),
  serial text constraint equipment_unit_serial_length check (length(serial) between 1 and 80),
  state text not null constraint equipment_unit_state_known check (state in ('ready', 'to_check', 'repair', 'lost', 'retired')),
  state_at timestamptz not null,
  note text constraint equipment_unit_note_length check (length(note) between 1 and 600),
  -- Of a SIM card or a router: what its plan gives.
  data_plan text constraint equipment_unit_plan_length check (length(data_plan) between 1 and 120),
  acquired_on date,
  created_at timestamptz not null,
  primary key (commune_id, unit_id),
  constraint equipment_unit_tag_once unique (commune_id, tag),
  foreign key (commune_id, pool_id) references equipment_pool
);
create index equipment_unit_pool on equipment_unit (commune_id, pool_id);

do $$
declare t text;
begin
  foreach t in array array['lending_rules', 'equipment_model', 'model_piece', 'lending_place', 'equipment_pool', 'equipment_unit']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (commune_id = current_commune()) with check (commune_id = current_commune())', t || '_commune', t);
  end loop;
end $$;
