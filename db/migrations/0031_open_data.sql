-- When what is published last changed: programs that follow the site ask "since then?".
alter table content_version add column raised_at timestamptz not null default now();
create or replace function raise_content_version() returns void
  language plpgsql as $$
begin
  update content_version set version = version + 1, raised_at = clock_timestamp() where commune_id = current_commune();
  perform pg_notify('content', current_commune()::text);
end $$;

-- Each thing the feeds of changes tell of: when what may be read of it last changed, or that it is gone. Nothing of what
-- is read is kept here, a fingerprint only, so that erasing somebody has nothing to erase.
create table published_item (
  commune_id integer not null default current_commune() references commune on delete cascade,
  feed text not null constraint published_item_feed_known
    check (feed in ('association', 'activity', 'session_series', 'scheduled_session')),
  item_id uuid not null,
  digest text not null,
  -- Milliseconds; every item of one noting has the same, later than those of all notings before.
  modified bigint not null,
  gone boolean not null default false,
  first_at timestamptz not null,
  primary key (commune_id, feed, item_id)
);
create index published_item_in_order on published_item (commune_id, feed, modified, item_id);

-- What the last noting of changes had seen, and what the last check of what is published found.
create table open_data_state (
  commune_id integer not null default current_commune() references commune on delete cascade,
  noted_version bigint,
  noted_on date,
  noted_at timestamptz,
  checked_at timestamptz,
  findings jsonb,
  primary key (commune_id),
  constraint open_data_state_noted check ((noted_at is null) = (noted_version is null) and (noted_at is null) = (noted_on is null)),
  constraint open_data_state_checked check ((checked_at is null) = (findings is null))
);

alter table published_item enable row level security;
create policy published_item_commune on published_item using (commune_id = current_commune()) with check (commune_id = current_commune());
alter table open_data_state enable row level security;
create policy open_data_state_commune on open_data_state using (commune_id = current_commune()) with check (commune_id = current_commune());
