-- What an association offers, by season or once. When it takes place is a series of the scheduling room, whose occurrences are rows.

create table activity (
  commune_id integer not null default current_commune() references commune on delete cascade,
  activity_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  slug text not null,
  kind text not null constraint activity_kind_known check (kind in ('regular', 'event')),
  -- The year its season begins in, on 1 September; an event has none.
  season integer constraint activity_season_real check (season between 2000 and 2100),
  title text not null constraint activity_title_length check (length(title) between 2 and 120),
  what text constraint activity_what_length check (length(what) <= 3000),
  themes text[] not null default '{}',
  publics text[] not null default '{}',
  min_age integer constraint activity_min_age_real check (min_age between 0 and 120),
  max_age integer constraint activity_max_age_real check (max_age between 0 and 120),
  level text not null default 'all' constraint activity_level_known check (level in ('all', 'beginner', 'intermediate', 'advanced')),
  access_yes text[] not null default '{}',
  spoken_languages text[] not null default '{}',
  place_id uuid,
  place_detail text,
  price_kind text not null default 'unknown' constraint activity_price_known check (price_kind in ('unknown', 'free', 'paid')),
  -- The lowest price of a season or of one time, in euros.
  price_from numeric(8, 2) constraint activity_price_positive check (price_from > 0),
  price_note text,
  reductions text,
  trial text not null default 'unknown' constraint activity_trial_known check (trial in ('unknown', 'none', 'free', 'paid')),
  registration text,
  registration_url text,
  -- What residents read to reach somebody about it: nothing unless the association writes it.
  contact_name text,
  contact_phone text,
  contact_email text,
  photo_file_id uuid,
  state text not null default 'draft' constraint activity_state_known check (state in ('draft', 'published', 'stopped')),
  published_at timestamptz,
  stopped_on date,
  -- That of the season before which goes on in this one, and how it was taken up.
  continues_id uuid,
  taken_up text constraint activity_taken_up_known check (taken_up in ('kept', 'changed')),
  confirmed_on date,
  source text not null constraint activity_source_known check (source in ('association', 'agent', 'import')),
  revision integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (commune_id, activity_id),
  constraint activity_slug_unique unique (commune_id, slug),
  -- An activity goes on at most once.
  constraint activity_continued_once unique (commune_id, continues_id),
  constraint activity_season_of_kind check ((kind = 'regular') = (season is not null)),
  constraint activity_ages_in_order check (min_age <= max_age),
  constraint activity_price_of_kind check (price_from is null or price_kind = 'paid'),
  constraint activity_taken_up_of_one check ((taken_up is null) = (continues_id is null)),
  constraint activity_stopped_on_day check ((state = 'stopped') = (stopped_on is not null)),
  foreign key (commune_id, association_id) references association on delete cascade,
  constraint activity_place_in_use foreign key (commune_id, place_id) references place on delete restrict,
  foreign key (commune_id, photo_file_id) references file on delete set null (photo_file_id),
  foreign key (commune_id, continues_id) references activity on delete restrict
);
create index activity_by_association on activity (commune_id, association_id, season);
create index activity_by_place on activity (commune_id, place_id) where place_id is not null;

-- One regular hour, or one day of an event: a series, elsewhere than the activity when it says so.
create table activity_slot (
  commune_id integer not null default current_commune() references commune on delete cascade,
  activity_id uuid not null,
  series_id uuid not null,
  place_id uuid,
  place_detail text,
  primary key (commune_id, activity_id, series_id),
  constraint activity_slot_series_once unique (commune_id, series_id),
  foreign key (commune_id, activity_id) references activity on delete cascade,
  foreign key (commune_id, series_id) references series on delete restrict,
  constraint activity_slot_place_in_use foreign key (commune_id, place_id) references place on delete restrict
);
create index activity_slot_by_place on activity_slot (commune_id, place_id) where place_id is not null;

alter table activity enable row level security;
create policy activity_commune on activity using (commune_id = current_commune()) with check (commune_id = current_commune());
alter table activity_slot enable row level security;
create policy activity_slot_commune on activity_slot using (commune_id = current_commune()) with check (commune_id = current_commune());
