-- Who asked to be told when the dates of a series change: an address, proved by the link of its first letter, and nothing else.
create table date_follower (
  commune_id integer not null default current_commune() references commune on delete cascade,
  follower_id uuid not null default gen_random_uuid(),
  series_id uuid not null,
  email text not null constraint date_follower_email_shape check (email = lower(email) and length(email) between 3 and 254),
  lang text not null constraint date_follower_lang_word check (lang ~ '^[a-z]{2}$'),
  -- Hashes of the links of its letters: each letter has its own.
  links text[] not null default '{}',
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (commune_id, follower_id),
  constraint date_follower_once unique (commune_id, series_id, email),
  constraint date_follower_series foreign key (commune_id, series_id) references series on delete cascade
);
create index date_follower_email on date_follower (commune_id, email);

-- What those who follow a series know: its pattern, and its dates until a day.
create table date_told (
  commune_id integer not null default current_commune() references commune on delete cascade,
  series_id uuid not null,
  pattern text not null,
  dates jsonb not null,
  until_day date not null,
  told_at timestamptz not null,
  primary key (commune_id, series_id),
  constraint date_told_series foreign key (commune_id, series_id) references series on delete cascade
);

alter table date_follower enable row level security;
create policy date_follower_commune on date_follower
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);
alter table date_told enable row level security;
create policy date_told_commune on date_told
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);
