-- Calendars read again each night at their address, when the commune lets the site ask other ones.
alter table commune add column outside_calendars text not null default 'off'
  constraint commune_outside_calendars_known check (outside_calendars in ('off', 'on'));

-- Where a rehearsed calendar was read, when it is to be followed once accepted.
alter table activity_calendar add column address text
  constraint activity_calendar_address_shape check (address ~ '^https?://' and length(address) <= 1000);

create table followed_calendar (
  commune_id integer not null default current_commune() references commune on delete cascade,
  followed_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  address text not null constraint followed_calendar_address_shape check (address ~ '^https?://' and length(address) <= 1000),
  paused boolean not null default false,
  -- What its server said of the last one, to be told that nothing changed.
  etag text,
  last_modified text,
  read_at timestamptz not null,
  tried_at timestamptz not null,
  -- Why it was not read the last time, and how many times in a row.
  failure text,
  failures integer not null default 0,
  primary key (commune_id, followed_id),
  constraint followed_calendar_once unique (commune_id, association_id, address),
  constraint followed_calendar_fails check ((failure is null) = (failures = 0)),
  foreign key (commune_id, association_id) references association on delete cascade
);
alter table followed_calendar enable row level security;
create policy followed_calendar_commune on followed_calendar
  using (commune_id = current_commune()) with check (commune_id = current_commune());

-- Which calendar followed an event came from: what leaves it is told.
alter table activity_calendar_event add column followed_id uuid;
alter table activity_calendar_event add foreign key (commune_id, followed_id)
  references followed_calendar on delete set null (followed_id);
