-- Links that confirm a listing in one tap: one association, some sections, one purpose, an end. The secret is not kept, nor the
-- address it was sent to: the contact is, and a contact who is removed takes their links along.
create table confirmation_link (
  commune_id integer not null default current_commune(),
  link_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  contact_id uuid not null,
  token_hash text not null,
  sections text[] not null constraint confirmation_link_sections_known check (cardinality(sections) > 0
    and sections <@ array['contact', 'places', 'prices', 'registration', 'accessibility']),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed text[] not null default '{}',
  primary key (commune_id, link_id),
  constraint confirmation_link_token_unique unique (commune_id, token_hash),
  foreign key (commune_id, association_id) references association on delete cascade,
  foreign key (commune_id, contact_id) references association_contact on delete cascade
);
create index confirmation_link_association on confirmation_link (commune_id, association_id, made_at desc);
create index confirmation_link_contact on confirmation_link (commune_id, contact_id);
alter table confirmation_link enable row level security;
create policy confirmation_link_commune on confirmation_link
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- Someone of the association without an account, who proved to read its mail.
alter table journal drop constraint journal_actor_known,
  add constraint journal_actor_known
    check (actor_kind in ('person', 'resident', 'association', 'operator', 'import', 'system'));
