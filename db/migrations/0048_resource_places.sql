-- Resource places: where residents and associations find tools, a connection and help. What is booked there is a counter of seats
-- had for a time (0046); names stay here.

create table resource_place (
  commune_id integer not null default current_commune() references commune on delete cascade,
  resource_place_id uuid not null default gen_random_uuid(),
  slug text not null constraint resource_place_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
  name text not null constraint resource_place_name_length check (length(name) between 1 and 160),
  -- Where it is: address, position and access are those of the place.
  place_id uuid not null,
  -- The association that holds it; without one, the town hall does.
  association_id uuid,
  hybrid boolean not null default false,
  state text not null default 'draft' constraint resource_place_state_known check (state in ('draft', 'published')),
  summary text constraint resource_place_summary_length check (length(summary) between 1 and 280),
  presentation text constraint resource_place_presentation_length check (length(presentation) between 1 and 4000),
  -- How to be with others from a distance.
  remote text constraint resource_place_remote_length check (length(remote) between 1 and 500),
  -- Who welcomes, by what they do, not by their names.
  welcome text constraint resource_place_welcome_length check (length(welcome) between 1 and 300),
  connection text constraint resource_place_connection_length check (length(connection) between 1 and 300),
  email text constraint resource_place_email_length check (length(email) between 3 and 254),
  phone text constraint resource_place_phone_length check (length(phone) between 4 and 40),
  website text constraint resource_place_website_shape check (website ~ '^https?://' and length(website) <= 500),
  acceslibre text constraint resource_place_acceslibre_shape check (acceslibre ~ '^https://' and length(acceslibre) <= 500),
  siret text constraint resource_place_siret_shape check (siret ~ '^\d{14}$'),
  -- Codes of the national schema of places of digital help.
  equipment text[] not null default '{}' constraint resource_place_equipment_known
    check (equipment <@ array['wifi', 'computers', 'tablets', 'printer', 'scanner', 'camera']),
  services text[] not null default '{}' constraint resource_place_services_known
    check (services <@ array['procedures', 'everyday', 'work', 'safety', 'parenting', 'leisure', 'culture', 'access', 'equipment']),
  publics text[] not null default '{}' constraint resource_place_publics_known
    check (publics <@ array['youth', 'students', 'families', 'seniors', 'women']),
  care text[] not null default '{}' constraint resource_place_care_known
    check (care <@ array['deafness', 'motor', 'mental', 'illiteracy', 'english', 'languages', 'sight']),
  cost text[] not null default '{}' constraint resource_place_cost_known check (cost <@ array['free', 'conditional', 'paid']),
  entry text[] not null default '{}' constraint resource_place_entry_known
    check (entry <@ array['come', 'phone', 'mail', 'online', 'none', 'referred']),
  support text[] not null default '{}' constraint resource_place_support_known
    check (support <@ array['alone', 'individual', 'group', 'remote']),
  timetable_id uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  revision integer not null default 1,
  primary key (commune_id, resource_place_id),
  constraint resource_place_slug_once unique (commune_id, slug),
  constraint resource_place_place foreign key (commune_id, place_id) references place,
  constraint resource_place_association foreign key (commune_id, association_id) references association on delete set null (association_id),
  constraint resource_place_timetable foreign key (commune_id, timetable_id) references timetable
);
alter table resource_place enable row level security;
create policy resource_place_commune on resource_place
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- A room, or workstations alike, to be had by the hour.
create table bookable (
  commune_id integer not null default current_commune() references commune on delete cascade,
  bookable_id uuid not null default gen_random_uuid(),
  resource_place_id uuid not null,
  kind text not null constraint bookable_kind_known check (kind in ('room', 'workstation')),
  name text not null constraint bookable_name_length check (length(name) between 1 and 120),
  holds text constraint bookable_holds_length check (length(holds) between 1 and 500),
  -- People a room seats, or who may sit at one workstation.
  people integer not null default 1 constraint bookable_people_real check (people between 1 and 1000),
  -- Its capacity is how many there are alike.
  counter_id uuid not null,
  least_minutes integer not null default 60 constraint bookable_least_real check (least_minutes between 15 and 1440),
  most_minutes integer not null default 120,
  ahead_days integer not null default 30 constraint bookable_ahead_real check (ahead_days between 0 and 366),
  -- What one resident may have of it in a day; nothing: no limit.
  daily_minutes integer constraint bookable_daily_real check (daily_minutes between 15 and 1440),
  who text not null default 'all' constraint bookable_who_known check (who in ('all', 'associations', 'desk')),
  open boolean not null default true,
  created_at timestamptz not null,
  primary key (commune_id, bookable_id),
  constraint bookable_longest check (least_minutes <= most_minutes and most_minutes <= 1440),
  constraint bookable_name_once unique (commune_id, resource_place_id, name),
  constraint bookable_place foreign key (commune_id, resource_place_id) references resource_place on delete cascade,
  constraint bookable_counter foreign key (commune_id, counter_id) references seat_counter
);
alter table bookable enable row level security;
create policy bookable_commune on bookable
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- Who has it, from when until when; the seat of the counter is what keeps others out.
create table booking (
  commune_id integer not null default current_commune() references commune on delete cascade,
  booking_id uuid not null default gen_random_uuid(),
  bookable_id uuid not null,
  seat_id uuid not null,
  association_id uuid,
  name text constraint booking_name_length check (length(name) between 1 and 120),
  email text constraint booking_email_length check (length(email) between 3 and 254),
  phone text constraint booking_phone_length check (length(phone) between 4 and 40),
  purpose text constraint booking_purpose_length check (length(purpose) between 1 and 300),
  lang text not null default 'fr' constraint booking_lang_word check (lang ~ '^[a-z]{2}$'),
  -- Somebody who was there: the welcomer noted it, without a name.
  walk_in boolean not null default false,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Hashes of the links that open it.
  links text[] not null default '{}',
  ended text constraint booking_ended_known check (ended in ('them', 'desk')),
  ended_at timestamptz,
  -- Since when it falls outside of the hours, which changed after it was made.
  outside_since timestamptz,
  purged_at timestamptz,
  created_at timestamptz not null,
  primary key (commune_id, booking_id),
  constraint booking_seat_once unique (commune_id, seat_id),
  constraint booking_ends_after check (starts_at < ends_at),
  constraint booking_ended_on check ((ended is null) = (ended_at is null)),
  constraint booking_reachable check (walk_in or purged_at is not null or (name is not null and (email is not null or phone is not null))),
  constraint booking_purged_empty check (purged_at is null or (name is null and email is null and phone is null and purpose is null)),
  constraint booking_bookable foreign key (commune_id, bookable_id) references bookable,
  constraint booking_seat foreign key (commune_id, seat_id) references seat,
  constraint booking_association foreign key (commune_id, association_id) references association on delete set null (association_id)
);
create index booking_when on booking (commune_id, bookable_id, ends_at);
create index booking_kept on booking (commune_id, ends_at) where purged_at is null;
alter table booking enable row level security;
create policy booking_commune on booking
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- People who help each other: what about, when (a series), and the notes they share.
create table circle (
  commune_id integer not null default current_commune() references commune on delete cascade,
  circle_id uuid not null default gen_random_uuid(),
  resource_place_id uuid not null,
  series_id uuid not null,
  topic text not null constraint circle_topic_length check (length(topic) between 1 and 160),
  about text constraint circle_about_length check (length(about) between 1 and 1000),
  notes text constraint circle_notes_length check (length(notes) between 1 and 8000),
  notes_at timestamptz,
  created_at timestamptz not null,
  primary key (commune_id, circle_id),
  constraint circle_series_once unique (commune_id, series_id),
  constraint circle_place foreign key (commune_id, resource_place_id) references resource_place on delete cascade,
  constraint circle_series foreign key (commune_id, series_id) references series
);
create index circle_of_place on circle (commune_id, resource_place_id);
alter table circle enable row level security;
create policy circle_commune on circle
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);
