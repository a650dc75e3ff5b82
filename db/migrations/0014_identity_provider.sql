-- Agents may enter through the provider the operator chose (ProConnect, or any that speaks OpenID Connect).

-- An entry under way: the browser keeps a secret, the provider sends the state back. Ten minutes, used once.
create table provider_entry (
  commune_id integer not null default current_commune() references commune on delete cascade,
  state_hash text not null,
  browser_hash text not null,
  nonce text not null,
  verifier text not null,
  next_path text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (commune_id, state_hash)
);
alter table provider_entry enable row level security;
create policy provider_entry_commune on provider_entry
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- Whom the provider calls what: recognised by their address the first time, by this ever after.
create table provider_identity (
  commune_id integer not null default current_commune() references commune on delete cascade,
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  created_at timestamptz not null,
  primary key (commune_id, issuer, subject),
  constraint provider_identity_person_unique unique (commune_id, person_id, issuer),
  constraint provider_identity_person foreign key (commune_id, person_id) references person on delete cascade
);
alter table provider_identity enable row level security;
create policy provider_identity_commune on provider_identity
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- Where to sign out of the provider as well, for a session it opened.
alter table session add column provider_exit text;
