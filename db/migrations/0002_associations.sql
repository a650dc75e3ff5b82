-- Places of the commune and the registry of associations.

create table place (
  commune_id integer not null default current_commune() references commune on delete cascade,
  place_id uuid not null default gen_random_uuid(),
  name text not null constraint place_name_length check (length(name) between 1 and 160),
  name_key text not null,
  street text,
  complement text,
  postcode text,
  town text,
  insee text,
  latitude double precision constraint place_latitude_range check (latitude between -90 and 90),
  longitude double precision constraint place_longitude_range check (longitude between -180 and 180),
  district_id uuid,
  access_yes text[] not null default '{}',
  access_no text[] not null default '{}',
  access_note text,
  municipal boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (commune_id, place_id),
  constraint place_name_unique unique (commune_id, name_key),
  foreign key (commune_id, district_id) references district on delete set null (district_id)
);

create table association (
  commune_id integer not null default current_commune() references commune on delete cascade,
  association_id uuid not null default gen_random_uuid(),
  slug text not null,
  name text not null constraint association_name_length check (length(name) between 1 and 250),
  name_sort text not null,
  acronym text,
  legal_form text not null default 'declared' constraint association_legal_form_known
    check (legal_form in ('declared', 'public_utility', 'local_law', 'unregistered', 'other')),
  rna text constraint association_rna_shape check (rna ~ '^(W[0-9A-Z]{9}|[0-9A-Z]{4,14})$'),
  siret text constraint association_siret_shape check (siret ~ '^[0-9]{14}$'),
  siren text constraint association_siren_shape check (siren ~ '^[0-9]{9}$'),
  aims text,
  registry_themes text[] not null default '{}',
  themes text[] not null default '{}',
  publics text[] not null default '{}',
  keywords text[] not null default '{}',
  spoken_languages text[] not null default '{}',
  schedule text,
  prices text,
  registration text,
  access_yes text[] not null default '{}',
  access_no text[] not null default '{}',
  access_note text,
  website text,
  links text[] not null default '{}',
  created_on date,
  state text not null default 'active' constraint association_state_known check (state in ('active', 'dormant', 'ceased')),
  state_source text constraint association_state_source_known
    check (state_source in ('registry', 'declared', 'referent', 'file')),
  state_on date,
  state_noted_at timestamptz,
  successor_rna text,
  seat_street text,
  seat_complement text,
  seat_postcode text,
  seat_town text,
  seat_insee text,
  seat_public boolean not null default false,
  logo_file_id uuid,
  photo_file_id uuid,
  referent_id uuid,
  listed boolean not null default true,
  merged_into uuid,
  provenance jsonb not null default '{}',
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (commune_id, association_id),
  constraint association_slug_unique unique (commune_id, slug),
  constraint association_rna_unique unique (commune_id, rna),
  constraint association_siret_unique unique (commune_id, siret),
  constraint association_not_merged_into_itself check (merged_into is distinct from association_id),
  foreign key (commune_id, merged_into) references association,
  foreign key (commune_id, referent_id) references person on delete set null (referent_id),
  foreign key (commune_id, logo_file_id) references file on delete set null (logo_file_id),
  foreign key (commune_id, photo_file_id) references file on delete set null (photo_file_id)
);
create index association_name on association (commune_id, name_sort, association_id);
create index association_state on association (commune_id, state, state_on);
create index association_siren on association (commune_id, siren) where siren is not null;

-- People to reach. Each value has its own visibility: nothing is public unless the association says so.
create table association_contact (
  commune_id integer not null default current_commune(),
  contact_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  position integer not null default 1,
  name text,
  role text,
  email text,
  phone text,
  name_public boolean not null default false,
  email_public boolean not null default false,
  phone_public boolean not null default false,
  person_id uuid,
  primary key (commune_id, contact_id),
  foreign key (commune_id, association_id) references association on delete cascade,
  foreign key (commune_id, person_id) references person on delete set null (person_id)
);
create index association_contact_of on association_contact (commune_id, association_id, position);

create table association_place (
  commune_id integer not null default current_commune(),
  association_id uuid not null,
  place_id uuid not null,
  position integer not null default 1,
  detail text,
  primary key (commune_id, association_id, place_id),
  foreign key (commune_id, association_id) references association on delete cascade,
  foreign key (commune_id, place_id) references place on delete cascade
);
create index association_place_of on association_place (commune_id, place_id);

create table association_member (
  commune_id integer not null default current_commune(),
  association_id uuid not null,
  person_id uuid not null,
  role text not null constraint association_member_role_known check (role in ('owner', 'editor', 'reader')),
  since timestamptz not null default now(),
  primary key (commune_id, association_id, person_id),
  foreign key (commune_id, association_id) references association on delete cascade,
  foreign key (commune_id, person_id) references person on delete cascade
);
create index association_member_person on association_member (commune_id, person_id);

-- A section of a listing said to be true: who, when, how. An import never counts. The latest row of a section counts.
create table confirmation (
  commune_id integer not null default current_commune(),
  confirmation_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  section text not null constraint confirmation_section_known
    check (section in ('contact', 'places', 'prices', 'registration', 'accessibility')),
  confirmed_at timestamptz not null,
  confirmed_by uuid,
  by_kind text not null constraint confirmation_by_known check (by_kind in ('association', 'agent')),
  how text not null constraint confirmation_how_known check (how in ('site', 'link', 'phone', 'paper')),
  primary key (commune_id, confirmation_id),
  foreign key (commune_id, association_id) references association on delete cascade
);
create index confirmation_latest on confirmation (commune_id, association_id, section, confirmed_at desc);

-- What the public says: a proposed association, an error seen. Decided by an agent.
create table proposal (
  commune_id integer not null default current_commune() references commune on delete cascade,
  proposal_id uuid not null default gen_random_uuid(),
  kind text not null constraint proposal_kind_known check (kind in ('new_association', 'error')),
  association_id uuid,
  name text,
  body text not null,
  place text,
  sender_email text,
  sender_phone text,
  created_at timestamptz not null,
  state text not null default 'waiting' constraint proposal_state_known check (state in ('waiting', 'accepted', 'refused')),
  decided_at timestamptz,
  decided_by uuid,
  answer text,
  created_association_id uuid,
  primary key (commune_id, proposal_id),
  foreign key (commune_id, association_id) references association on delete cascade
);
create index proposal_waiting on proposal (commune_id, state, created_at);

-- Two records that may be one, and what was decided.
create table duplicate_suggestion (
  commune_id integer not null default current_commune(),
  first_id uuid not null,
  second_id uuid not null,
  score double precision not null,
  reasons jsonb not null,
  state text not null default 'open' constraint duplicate_state_known check (state in ('open', 'merged', 'distinct')),
  found_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  primary key (commune_id, first_id, second_id),
  constraint duplicate_ordered check (first_id < second_id),
  foreign key (commune_id, first_id) references association on delete cascade,
  foreign key (commune_id, second_id) references association on delete cascade
);
create index duplicate_open on duplicate_suggestion (commune_id, state, score desc);

create table association_merge (
  commune_id integer not null default current_commune(),
  merge_id uuid not null default gen_random_uuid(),
  kept_id uuid not null,
  absorbed_id uuid not null,
  before_images jsonb not null,
  merged_at timestamptz not null,
  merged_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  primary key (commune_id, merge_id),
  foreign key (commune_id, kept_id) references association on delete cascade,
  foreign key (commune_id, absorbed_id) references association on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['place', 'association', 'association_contact', 'association_place', 'association_member',
    'confirmation', 'proposal', 'duplicate_suggestion', 'association_merge']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (commune_id = nullif(current_setting(''app.commune'', true), '''')::integer)', t || '_commune', t);
  end loop;
end $$;
