-- Links that prove somebody reads an address: to take it for their account, or to see what is held with it. Only hashes are kept.

create table address_proof (
  commune_id integer not null default current_commune() references commune on delete cascade,
  proof_id uuid not null default gen_random_uuid(),
  purpose text not null constraint address_proof_purpose_known check (purpose in ('email_change', 'personal_data')),
  email text not null constraint address_proof_email_lower check (email = lower(email) and email like '%_@_%'),
  -- Whose account takes the address; nobody's, when it is only to see.
  person_id uuid,
  link_hash text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (commune_id, proof_id),
  constraint address_proof_link_unique unique (commune_id, link_hash),
  constraint address_proof_change_person foreign key (commune_id, person_id) references person on delete cascade
);
create index address_proof_email on address_proof (commune_id, email);
create index address_proof_of_person on address_proof (commune_id, person_id);
alter table address_proof enable row level security;
create policy address_proof_commune on address_proof
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);
