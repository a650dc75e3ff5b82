-- Entering without a code: what a device keeps is known here by its public key alone.
create table passkey (
  commune_id integer not null default current_commune() references commune on delete cascade,
  passkey_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  credential_id text not null,
  public_key text not null,
  counter bigint not null,
  browser text,
  system text,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (commune_id, passkey_id),
  constraint passkey_credential_unique unique (commune_id, credential_id),
  constraint passkey_person foreign key (commune_id, person_id) references person on delete cascade
);
create index passkey_of_person on passkey (commune_id, person_id);
alter table passkey enable row level security;
create policy passkey_commune on passkey
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- What a device is asked to sign: kept a few minutes, used once. A person is named when a device is being added.
create table passkey_challenge (
  commune_id integer not null default current_commune() references commune on delete cascade,
  challenge_hash text not null,
  person_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (commune_id, challenge_hash),
  constraint passkey_challenge_person foreign key (commune_id, person_id) references person on delete cascade
);
alter table passkey_challenge enable row level security;
create policy passkey_challenge_commune on passkey_challenge
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);
