-- Writing the registry by hand: places two agents may edit at once, changes made to many records, what the public says.

alter table place add column street_key text not null default '';
alter table place add column revision integer not null default 1;
create index place_street on place (commune_id, street_key) where street_key <> '';

-- A place in use is not deleted under the associations that meet there.
alter table association_place drop constraint association_place_commune_id_place_id_fkey;
alter table association_place add constraint association_place_in_use
  foreign key (commune_id, place_id) references place;

-- One act on many records: undone as a whole, by the journal entries it wrote.
create table bulk_change (
  commune_id integer not null default current_commune() references commune on delete cascade,
  bulk_id uuid not null default gen_random_uuid(),
  act text not null constraint bulk_change_act_known check (act in ('referent', 'list', 'unlist', 'theme', 'dormant')),
  value text not null default '',
  entry_ids uuid[] not null,
  made_at timestamptz not null,
  made_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  kept_count integer not null default 0,
  primary key (commune_id, bulk_id)
);
create index bulk_change_time on bulk_change (commune_id, made_at desc);
alter table bulk_change enable row level security;
create policy bulk_change_commune on bulk_change using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

alter table proposal add column schedule text;
alter table proposal add column website text;
alter table proposal add column theme text;
alter table proposal add column sender_name text;
alter table proposal add column topic text
  constraint proposal_topic_known check (topic in ('contact', 'schedule', 'place', 'price', 'closed', 'other'));
create index proposal_association on proposal (commune_id, association_id) where association_id is not null;

-- The old numbers of prefectures hold dashes and slashes: `913S1993-09554`.
alter table association drop constraint association_rna_shape;
alter table association add constraint association_rna_shape
  check (rna ~ '^(W[0-9A-Z]{9}|[0-9A-Z][0-9A-Z/-]{3,17})$');
