-- The schema as migrated. Written by `npm run schema`; a test fails when it lies.

table absence (
  commune_id integer not null default,
  absence_id uuid not null default,
  person_id uuid not null,
  replacement_id uuid,
  from_day date not null,
  to_day date not null,
  set_by uuid,
  set_at timestamp with time zone not null,
  constraint absence_pkey PRIMARY KEY (commune_id, absence_id),
  constraint absence_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint absence_person FOREIGN KEY (commune_id, person_id) REFERENCES person(commune_id, person_id) ON DELETE CASCADE,
  constraint absence_replacement FOREIGN KEY (commune_id, replacement_id) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (replacement_id),
  constraint absence_days CHECK ((from_day <= to_day)),
  constraint absence_someone_else CHECK ((replacement_id <> person_id))
);

table access_review (
  commune_id integer not null default,
  association_id uuid not null,
  reviewed_on date,
  assembly_month integer,
  reminded_on date,
  constraint access_review_pkey PRIMARY KEY (commune_id, association_id),
  constraint access_review_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint access_review_month_range CHECK (((assembly_month >= 1) AND (assembly_month <= 12)))
);

table activity (
  commune_id integer not null default,
  activity_id uuid not null default,
  association_id uuid not null,
  slug text not null,
  kind text not null,
  season integer,
  title text not null,
  what text,
  themes text[] not null default,
  publics text[] not null default,
  min_age integer,
  max_age integer,
  level text not null default,
  access_yes text[] not null default,
  spoken_languages text[] not null default,
  place_id uuid,
  place_detail text,
  price_kind text not null default,
  price_from numeric(8,2),
  price_note text,
  reductions text,
  trial text not null default,
  registration text,
  registration_url text,
  contact_name text,
  contact_phone text,
  contact_email text,
  photo_file_id uuid,
  state text not null default,
  published_at timestamp with time zone,
  stopped_on date,
  continues_id uuid,
  taken_up text,
  confirmed_on date,
  source text not null,
  revision integer not null default,
  created_at timestamp with time zone not null default,
  updated_at timestamp with time zone not null default,
  told jsonb,
  told_on date,
  photo_before_id uuid,
  constraint activity_continued_once UNIQUE (commune_id, continues_id),
  constraint activity_slug_unique UNIQUE (commune_id, slug),
  constraint activity_pkey PRIMARY KEY (commune_id, activity_id),
  constraint activity_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint activity_commune_id_continues_id_fkey FOREIGN KEY (commune_id, continues_id) REFERENCES activity(commune_id, activity_id),
  constraint activity_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint activity_commune_id_photo_before_id_fkey FOREIGN KEY (commune_id, photo_before_id) REFERENCES file(commune_id, file_id) ON DELETE SET NULL (photo_before_id),
  constraint activity_commune_id_photo_file_id_fkey FOREIGN KEY (commune_id, photo_file_id) REFERENCES file(commune_id, file_id) ON DELETE SET NULL (photo_file_id),
  constraint activity_place_in_use FOREIGN KEY (commune_id, place_id) REFERENCES place(commune_id, place_id) ON DELETE RESTRICT,
  constraint activity_ages_in_order CHECK ((min_age <= max_age)),
  constraint activity_kind_known CHECK ((kind = ANY (ARRAY['regular'::text, 'event'::text]))),
  constraint activity_level_known CHECK ((level = ANY (ARRAY['all'::text, 'beginner'::text, 'intermediate'::text, 'advanced'::text]))),
  constraint activity_max_age_real CHECK (((max_age >= 0) AND (max_age <= 120))),
  constraint activity_min_age_real CHECK (((min_age >= 0) AND (min_age <= 120))),
  constraint activity_price_known CHECK ((price_kind = ANY (ARRAY['unknown'::text, 'free'::text, 'paid'::text]))),
  constraint activity_price_of_kind CHECK (((price_from IS NULL) OR (price_kind = 'paid'::text))),
  constraint activity_price_positive CHECK ((price_from > (0)::numeric)),
  constraint activity_season_of_kind CHECK (((kind = 'regular'::text) = (season IS NOT NULL))),
  constraint activity_season_real CHECK (((season >= 2000) AND (season <= 2100))),
  constraint activity_source_known CHECK ((source = ANY (ARRAY['association'::text, 'agent'::text, 'import'::text]))),
  constraint activity_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'stopped'::text]))),
  constraint activity_stopped_on_day CHECK (((state = 'stopped'::text) = (stopped_on IS NOT NULL))),
  constraint activity_taken_up_known CHECK ((taken_up = ANY (ARRAY['kept'::text, 'changed'::text]))),
  constraint activity_taken_up_of_one CHECK (((taken_up IS NULL) = (continues_id IS NULL))),
  constraint activity_title_length CHECK (((length(title) >= 2) AND (length(title) <= 120))),
  constraint activity_told_on_day CHECK (((told IS NULL) = (told_on IS NULL))),
  constraint activity_trial_known CHECK ((trial = ANY (ARRAY['unknown'::text, 'none'::text, 'free'::text, 'paid'::text]))),
  constraint activity_what_length CHECK ((length(what) <= 3000))
);

table activity_calendar (
  commune_id integer not null default,
  calendar_id uuid not null default,
  association_id uuid not null,
  state text not null default,
  events jsonb,
  outcomes jsonb not null default,
  image jsonb,
  made_at timestamp with time zone not null default,
  applied_at timestamp with time zone,
  address text,
  constraint activity_calendar_pkey PRIMARY KEY (commune_id, calendar_id),
  constraint activity_calendar_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint activity_calendar_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint activity_calendar_address_shape CHECK (((address ~ '^https?://'::text) AND (length(address) <= 1000))),
  constraint activity_calendar_state_known CHECK ((state = ANY (ARRAY['rehearsed'::text, 'applied'::text, 'undone'::text])))
);

table activity_calendar_event (
  commune_id integer not null default,
  association_id uuid not null,
  uid text not null,
  activity_id uuid not null,
  digest text not null,
  written_at timestamp with time zone not null,
  followed_id uuid,
  constraint activity_calendar_event_pkey PRIMARY KEY (commune_id, association_id, uid),
  constraint activity_calendar_event_commune_id_activity_id_fkey FOREIGN KEY (commune_id, activity_id) REFERENCES activity(commune_id, activity_id) ON DELETE CASCADE,
  constraint activity_calendar_event_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint activity_calendar_event_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint activity_calendar_event_commune_id_followed_id_fkey FOREIGN KEY (commune_id, followed_id) REFERENCES followed_calendar(commune_id, followed_id) ON DELETE SET NULL (followed_id)
);

table activity_document (
  commune_id integer not null default,
  activity_id uuid not null,
  association_id uuid not null,
  season integer,
  title_key text not null,
  title_sort text not null,
  words tsvector not null,
  codes text[] not null,
  min_age integer,
  max_age integer,
  price numeric(8,2),
  last_day date,
  latitudes double precision[] not null,
  longitudes double precision[] not null,
  browse_rank integer not null,
  line json not null,
  constraint activity_document_pkey PRIMARY KEY (commune_id, activity_id),
  constraint activity_document_commune_id_activity_id_fkey FOREIGN KEY (commune_id, activity_id) REFERENCES activity(commune_id, activity_id) ON DELETE CASCADE,
  constraint activity_document_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint activity_document_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE
);

table activity_slot (
  commune_id integer not null default,
  activity_id uuid not null,
  series_id uuid not null,
  place_id uuid,
  place_detail text,
  constraint activity_slot_series_once UNIQUE (commune_id, series_id),
  constraint activity_slot_pkey PRIMARY KEY (commune_id, activity_id, series_id),
  constraint activity_slot_commune_id_activity_id_fkey FOREIGN KEY (commune_id, activity_id) REFERENCES activity(commune_id, activity_id) ON DELETE CASCADE,
  constraint activity_slot_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint activity_slot_commune_id_series_id_fkey FOREIGN KEY (commune_id, series_id) REFERENCES series(commune_id, series_id) ON DELETE RESTRICT,
  constraint activity_slot_place_in_use FOREIGN KEY (commune_id, place_id) REFERENCES place(commune_id, place_id) ON DELETE RESTRICT
);

table activity_summary (
  commune_id integer not null default,
  documents integer not null,
  facets jsonb not null,
  constraint activity_summary_pkey PRIMARY KEY (commune_id),
  constraint activity_summary_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE
);

table address_proof (
  commune_id integer not null default,
  proof_id uuid not null default,
  purpose text not null,
  email text not null,
  person_id uuid,
  link_hash text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint address_proof_link_unique UNIQUE (commune_id, link_hash),
  constraint address_proof_pkey PRIMARY KEY (commune_id, proof_id),
  constraint address_proof_change_person FOREIGN KEY (commune_id, person_id) REFERENCES person(commune_id, person_id) ON DELETE CASCADE,
  constraint address_proof_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint address_proof_email_lower CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text))),
  constraint address_proof_purpose_known CHECK ((purpose = ANY (ARRAY['email_change'::text, 'personal_data'::text])))
);

table allocation (
  commune_id integer not null default,
  allocation_id uuid not null default,
  loan_id uuid not null,
  pool_id uuid not null,
  unit_id uuid not null,
  state text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  out_at timestamp with time zone,
  back_at timestamp with time zone,
  constraint allocation_unit_free EXCLUDE USING gist (commune_id WITH =, unit_id WITH =, tstzrange(from_at, until_at) WITH &&) WHERE ((state = ANY (ARRAY['set_aside'::text, 'out'::text]))) DEFERRABLE,
  constraint allocation_pkey PRIMARY KEY (commune_id, allocation_id),
  constraint allocation_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint allocation_commune_id_loan_id_pool_id_fkey FOREIGN KEY (commune_id, loan_id, pool_id) REFERENCES loan_line(commune_id, loan_id, pool_id) ON DELETE CASCADE,
  constraint allocation_commune_id_unit_id_fkey FOREIGN KEY (commune_id, unit_id) REFERENCES equipment_unit(commune_id, unit_id),
  constraint allocation_dates CHECK ((from_at < until_at)),
  constraint allocation_moments CHECK ((((out_at IS NULL) = (state = 'set_aside'::text)) AND ((back_at IS NULL) = (state = ANY (ARRAY['set_aside'::text, 'out'::text]))))),
  constraint allocation_state_known CHECK ((state = ANY (ARRAY['set_aside'::text, 'out'::text, 'back'::text, 'lost'::text, 'exchanged'::text])))
);

table association (
  commune_id integer not null default,
  association_id uuid not null default,
  slug text not null,
  name text not null,
  name_sort text not null,
  acronym text,
  legal_form text not null default,
  rna text,
  siret text,
  siren text,
  aims text,
  registry_themes text[] not null default,
  themes text[] not null default,
  publics text[] not null default,
  keywords text[] not null default,
  spoken_languages text[] not null default,
  schedule text,
  prices text,
  registration text,
  access_yes text[] not null default,
  access_no text[] not null default,
  access_note text,
  website text,
  links text[] not null default,
  created_on date,
  state text not null default,
  state_source text,
  state_on date,
  state_noted_at timestamp with time zone,
  successor_rna text,
  seat_street text,
  seat_complement text,
  seat_postcode text,
  seat_town text,
  seat_insee text,
  seat_public boolean not null default,
  logo_file_id uuid,
  photo_file_id uuid,
  referent_id uuid,
  listed boolean not null default,
  merged_into uuid,
  provenance jsonb not null default,
  revision integer not null default,
  created_at timestamp with time zone not null default,
  updated_at timestamp with time zone not null default,
  members_band text,
  employees_band text,
  constraint association_rna_unique UNIQUE (commune_id, rna),
  constraint association_siret_unique UNIQUE (commune_id, siret),
  constraint association_slug_unique UNIQUE (commune_id, slug),
  constraint association_pkey PRIMARY KEY (commune_id, association_id),
  constraint association_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint association_commune_id_logo_file_id_fkey FOREIGN KEY (commune_id, logo_file_id) REFERENCES file(commune_id, file_id) ON DELETE SET NULL (logo_file_id),
  constraint association_commune_id_merged_into_fkey FOREIGN KEY (commune_id, merged_into) REFERENCES association(commune_id, association_id),
  constraint association_commune_id_photo_file_id_fkey FOREIGN KEY (commune_id, photo_file_id) REFERENCES file(commune_id, file_id) ON DELETE SET NULL (photo_file_id),
  constraint association_commune_id_referent_id_fkey FOREIGN KEY (commune_id, referent_id) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (referent_id),
  constraint association_employees_band_known CHECK ((employees_band = ANY (ARRAY['none'::text, 'one_or_two'::text, 'three_to_nine'::text, 'ten_or_more'::text]))),
  constraint association_legal_form_known CHECK ((legal_form = ANY (ARRAY['declared'::text, 'public_utility'::text, 'local_law'::text, 'unregistered'::text, 'other'::text]))),
  constraint association_members_band_known CHECK ((members_band = ANY (ARRAY['under_20'::text, 'from_20_to_100'::text, 'over_100'::text]))),
  constraint association_name_length CHECK (((length(name) >= 1) AND (length(name) <= 250))),
  constraint association_not_merged_into_itself CHECK ((merged_into IS DISTINCT FROM association_id)),
  constraint association_rna_shape CHECK ((rna ~ '^(W[0-9A-Z]{9}|[0-9A-Z][0-9A-Z/-]{3,17})$'::text)),
  constraint association_siren_shape CHECK ((siren ~ '^[0-9]{9}$'::text)),
  constraint association_siret_shape CHECK ((siret ~ '^[0-9]{14}$'::text)),
  constraint association_state_known CHECK ((state = ANY (ARRAY['active'::text, 'dormant'::text, 'ceased'::text]))),
  constraint association_state_source_known CHECK ((state_source = ANY (ARRAY['registry'::text, 'declared'::text, 'referent'::text, 'file'::text])))
);

table association_contact (
  commune_id integer not null default,
  contact_id uuid not null default,
  association_id uuid not null,
  position integer not null default,
  name text,
  role text,
  email text,
  phone text,
  name_public boolean not null default,
  email_public boolean not null default,
  phone_public boolean not null default,
  person_id uuid,
  constraint association_contact_pkey PRIMARY KEY (commune_id, contact_id),
  constraint association_contact_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint association_contact_commune_id_person_id_fkey FOREIGN KEY (commune_id, person_id) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (person_id)
);

table association_designation (
  commune_id integer not null default,
  designation_id uuid not null default,
  association_id uuid not null,
  kind text not null,
  criterion text not null,
  words text,
  since date not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  ended_on date,
  end_reason text,
  ended_by uuid,
  constraint association_designation_pkey PRIMARY KEY (commune_id, designation_id),
  constraint association_designation_association FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint association_designation_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint association_designation_ended_by FOREIGN KEY (commune_id, ended_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (ended_by),
  constraint association_designation_made_by FOREIGN KEY (commune_id, made_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (made_by),
  constraint association_designation_criterion_fits CHECK (((kind = 'structuring'::text) OR (criterion = 'jobs'::text))),
  constraint association_designation_criterion_known CHECK ((criterion = ANY (ARRAY['jobs'::text, 'publics'::text, 'only_one'::text, 'carries_others'::text]))),
  constraint association_designation_days CHECK ((since <= ended_on)),
  constraint association_designation_end CHECK (((ended_on IS NULL) = (end_reason IS NULL))),
  constraint association_designation_kind_known CHECK ((kind = ANY (ARRAY['employer'::text, 'structuring'::text]))),
  constraint association_designation_reason_length CHECK (((length(end_reason) >= 1) AND (length(end_reason) <= 600))),
  constraint association_designation_words_length CHECK (((length(words) >= 1) AND (length(words) <= 600)))
);

table association_document (
  commune_id integer not null default,
  document_id uuid not null default,
  association_id uuid not null,
  kind text not null,
  file_id uuid not null,
  dated_on date not null,
  expires_on date,
  visibility text not null,
  added_at timestamp with time zone not null,
  added_by uuid,
  by_kind text not null,
  replaced_at timestamp with time zone,
  removed_at timestamp with time zone,
  removed_by uuid,
  constraint association_document_pkey PRIMARY KEY (commune_id, document_id),
  constraint association_document_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint association_document_commune_id_file_id_fkey FOREIGN KEY (commune_id, file_id) REFERENCES file(commune_id, file_id) ON DELETE CASCADE,
  constraint association_document_by_known CHECK ((by_kind = ANY (ARRAY['association'::text, 'agent'::text]))),
  constraint association_document_convention_ends CHECK (((kind <> 'convention'::text) OR (expires_on IS NOT NULL))),
  constraint association_document_ends_after CHECK (((expires_on IS NULL) OR (expires_on >= dated_on))),
  constraint association_document_insurance_ends CHECK (((kind <> 'insurance'::text) OR (expires_on IS NOT NULL))),
  constraint association_document_kind_known CHECK ((kind = ANY (ARRAY['statutes'::text, 'receipt'::text, 'board'::text, 'insurance'::text, 'convention'::text]))),
  constraint association_document_visibility_known CHECK ((visibility = ANY (ARRAY['association'::text, 'town_hall'::text, 'public'::text])))
);

table association_invitation (
  commune_id integer not null default,
  invitation_id uuid not null default,
  association_id uuid not null,
  email text not null,
  name text,
  role text not null,
  topics text[] not null default,
  how text not null,
  claimed boolean not null default,
  link_hash text not null,
  code_id uuid,
  handover_id uuid,
  invited_by uuid,
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  constraint association_invitation_link_unique UNIQUE (commune_id, link_hash),
  constraint association_invitation_pkey PRIMARY KEY (commune_id, invitation_id),
  constraint association_invitation_commune_id_accepted_by_fkey FOREIGN KEY (commune_id, accepted_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (accepted_by),
  constraint association_invitation_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint association_invitation_commune_id_code_id_fkey FOREIGN KEY (commune_id, code_id) REFERENCES claim_code(commune_id, code_id) ON DELETE CASCADE,
  constraint association_invitation_commune_id_handover_id_fkey FOREIGN KEY (commune_id, handover_id) REFERENCES handover(commune_id, handover_id) ON DELETE CASCADE,
  constraint association_invitation_email_lower CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text))),
  constraint association_invitation_how_known CHECK ((how = ANY (ARRAY['mail'::text, 'code'::text, 'request'::text, 'person'::text, 'desk'::text, 'handover'::text]))),
  constraint association_invitation_name_length CHECK ((length(name) <= 120)),
  constraint association_invitation_role_known CHECK ((role = ANY (ARRAY['owner'::text, 'editor'::text, 'reader'::text]))),
  constraint association_invitation_topics_known CHECK ((topics <@ ARRAY['listing'::text, 'documents'::text, 'registrations'::text, 'people'::text, 'equipment'::text]))
);

table association_member (
  commune_id integer not null default,
  association_id uuid not null,
  person_id uuid not null,
  role text not null,
  since timestamp with time zone not null default,
  topics text[] not null default,
  constraint association_member_pkey PRIMARY KEY (commune_id, association_id, person_id),
  constraint association_member_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint association_member_commune_id_person_id_fkey FOREIGN KEY (commune_id, person_id) REFERENCES person(commune_id, person_id) ON DELETE CASCADE,
  constraint association_member_role_known CHECK ((role = ANY (ARRAY['owner'::text, 'editor'::text, 'reader'::text]))),
  constraint association_member_topics_known CHECK ((topics <@ ARRAY['listing'::text, 'documents'::text, 'registrations'::text, 'people'::text, 'equipment'::text]))
);

table association_merge (
  commune_id integer not null default,
  merge_id uuid not null default,
  kept_id uuid not null,
  absorbed_id uuid not null,
  before_images jsonb not null,
  merged_at timestamp with time zone not null,
  merged_by uuid,
  undone_at timestamp with time zone,
  undone_by uuid,
  constraint association_merge_pkey PRIMARY KEY (commune_id, merge_id),
  constraint association_merge_commune_id_absorbed_id_fkey FOREIGN KEY (commune_id, absorbed_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint association_merge_commune_id_kept_id_fkey FOREIGN KEY (commune_id, kept_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE
);

table association_note (
  commune_id integer not null default,
  note_id uuid not null default,
  association_id uuid not null,
  body text not null,
  previous_body text,
  author_id uuid,
  written_at timestamp with time zone not null,
  edited_at timestamp with time zone,
  removed_at timestamp with time zone,
  revision integer not null default,
  constraint association_note_pkey PRIMARY KEY (commune_id, note_id),
  constraint association_note_association FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint association_note_author FOREIGN KEY (commune_id, author_id) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (author_id),
  constraint association_note_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint association_note_length CHECK (((length(body) >= 1) AND (length(body) <= 2000)))
);

table association_place (
  commune_id integer not null default,
  association_id uuid not null,
  place_id uuid not null,
  position integer not null default,
  detail text,
  constraint association_place_pkey PRIMARY KEY (commune_id, association_id, place_id),
  constraint association_place_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint association_place_in_use FOREIGN KEY (commune_id, place_id) REFERENCES place(commune_id, place_id)
);

table association_tool (
  commune_id integer not null default,
  answer_id uuid not null default,
  association_id uuid not null,
  tool text not null,
  state text not null,
  by_kind text not null,
  said_by uuid,
  said_at timestamp with time zone not null,
  constraint association_tool_once UNIQUE (commune_id, association_id, tool),
  constraint association_tool_pkey PRIMARY KEY (commune_id, answer_id),
  constraint association_tool_association FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint association_tool_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint association_tool_said_by FOREIGN KEY (commune_id, said_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (said_by),
  constraint association_tool_by_known CHECK ((by_kind = ANY (ARRAY['association'::text, 'agent'::text]))),
  constraint association_tool_code CHECK ((tool ~ '^[a-z0-9_]{1,40}$'::text)),
  constraint association_tool_state_known CHECK ((state = ANY (ARRAY['has'::text, 'lacks'::text, 'no_need'::text])))
);

table association_translation (
  commune_id integer not null default,
  association_id uuid not null,
  translation_id uuid not null default,
  lang text not null,
  field text not null,
  body text not null,
  french text not null,
  by_kind text not null,
  written_at timestamp with time zone not null,
  constraint association_translation_once UNIQUE (commune_id, association_id, lang, field),
  constraint association_translation_pkey PRIMARY KEY (commune_id, translation_id),
  constraint association_translation_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint association_translation_body_length CHECK (((length(body) >= 1) AND (length(body) <= 3000))),
  constraint association_translation_by_known CHECK ((by_kind = ANY (ARRAY['association'::text, 'agent'::text]))),
  constraint association_translation_field_known CHECK ((field = ANY (ARRAY['aims'::text, 'schedule'::text, 'prices'::text, 'registration'::text, 'accessNote'::text]))),
  constraint association_translation_lang_known CHECK ((lang = ANY (ARRAY['en'::text, 'ar'::text, 'es'::text, 'pt'::text, 'it'::text, 'de'::text, 'nl'::text, 'tr'::text, 'ru'::text, 'uk'::text, 'pl'::text, 'ro'::text, 'sq'::text, 'hy'::text, 'ka'::text, 'fa'::text, 'ps'::text, 'ku'::text, 'bn'::text, 'ta'::text, 'zh'::text, 'vi'::text, 'wo'::text, 'ln'::text, 'sw'::text, 'so'::text, 'br'::text])))
);

table association_unheld (
  commune_id integer not null default,
  association_id uuid not null,
  since timestamp with time zone not null default,
  constraint association_unheld_pkey PRIMARY KEY (commune_id, association_id),
  constraint association_unheld_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE
);

table bookable (
  commune_id integer not null default,
  bookable_id uuid not null default,
  resource_place_id uuid not null,
  kind text not null,
  name text not null,
  holds text,
  people integer not null default,
  counter_id uuid not null,
  least_minutes integer not null default,
  most_minutes integer not null default,
  ahead_days integer not null default,
  daily_minutes integer,
  who text not null default,
  open boolean not null default,
  created_at timestamp with time zone not null,
  hour_value_cents integer,
  constraint bookable_name_once UNIQUE (commune_id, resource_place_id, name),
  constraint bookable_pkey PRIMARY KEY (commune_id, bookable_id),
  constraint bookable_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint bookable_counter FOREIGN KEY (commune_id, counter_id) REFERENCES seat_counter(commune_id, counter_id),
  constraint bookable_place FOREIGN KEY (commune_id, resource_place_id) REFERENCES resource_place(commune_id, resource_place_id) ON DELETE CASCADE,
  constraint bookable_ahead_real CHECK (((ahead_days >= 0) AND (ahead_days <= 366))),
  constraint bookable_daily_real CHECK (((daily_minutes >= 15) AND (daily_minutes <= 1440))),
  constraint bookable_holds_length CHECK (((length(holds) >= 1) AND (length(holds) <= 500))),
  constraint bookable_hour_value_real CHECK (((hour_value_cents >= 0) AND (hour_value_cents <= 100000000))),
  constraint bookable_kind_known CHECK ((kind = ANY (ARRAY['room'::text, 'workstation'::text]))),
  constraint bookable_least_real CHECK (((least_minutes >= 15) AND (least_minutes <= 1440))),
  constraint bookable_longest CHECK (((least_minutes <= most_minutes) AND (most_minutes <= 1440))),
  constraint bookable_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint bookable_people_real CHECK (((people >= 1) AND (people <= 1000))),
  constraint bookable_who_known CHECK ((who = ANY (ARRAY['all'::text, 'associations'::text, 'desk'::text])))
);

table booking (
  commune_id integer not null default,
  booking_id uuid not null default,
  bookable_id uuid not null,
  seat_id uuid not null,
  association_id uuid,
  name text,
  email text,
  phone text,
  purpose text,
  lang text not null default,
  walk_in boolean not null default,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  links text[] not null default,
  ended text,
  ended_at timestamp with time zone,
  outside_since timestamp with time zone,
  purged_at timestamp with time zone,
  created_at timestamp with time zone not null,
  waiting boolean not null default,
  constraint booking_seat_once UNIQUE (commune_id, seat_id),
  constraint booking_pkey PRIMARY KEY (commune_id, booking_id),
  constraint booking_association FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE SET NULL (association_id),
  constraint booking_bookable FOREIGN KEY (commune_id, bookable_id) REFERENCES bookable(commune_id, bookable_id),
  constraint booking_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint booking_seat FOREIGN KEY (commune_id, seat_id) REFERENCES seat(commune_id, seat_id),
  constraint booking_email_length CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint booking_ended_known CHECK ((ended = ANY (ARRAY['them'::text, 'desk'::text, 'unanswered'::text, 'late'::text]))),
  constraint booking_ended_on CHECK (((ended IS NULL) = (ended_at IS NULL))),
  constraint booking_ends_after CHECK ((starts_at < ends_at)),
  constraint booking_lang_word CHECK ((lang ~ '^[a-z]{2}$'::text)),
  constraint booking_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint booking_phone_length CHECK (((length(phone) >= 4) AND (length(phone) <= 40))),
  constraint booking_purged_empty CHECK (((purged_at IS NULL) OR ((name IS NULL) AND (email IS NULL) AND (phone IS NULL) AND (purpose IS NULL)))),
  constraint booking_purpose_length CHECK (((length(purpose) >= 1) AND (length(purpose) <= 300))),
  constraint booking_reachable CHECK ((walk_in OR (purged_at IS NOT NULL) OR ((name IS NOT NULL) AND ((email IS NOT NULL) OR (phone IS NOT NULL)))))
);

table bulk_change (
  commune_id integer not null default,
  bulk_id uuid not null default,
  act text not null,
  value text not null default,
  entry_ids uuid[] not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  undone_at timestamp with time zone,
  undone_by uuid,
  kept_count integer not null default,
  constraint bulk_change_pkey PRIMARY KEY (commune_id, bulk_id),
  constraint bulk_change_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint bulk_change_act_known CHECK ((act = ANY (ARRAY['referent'::text, 'list'::text, 'unlist'::text, 'theme'::text, 'dormant'::text])))
);

table campaign (
  commune_id integer not null default,
  campaign_id uuid not null default,
  name text not null,
  audience text not null,
  theme text,
  district_id uuid,
  sections text[] not null,
  waves date[] not null,
  ends_on date not null,
  subject text not null,
  opening text not null,
  state text not null default,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  stopped_at timestamp with time zone,
  constraint campaign_pkey PRIMARY KEY (commune_id, campaign_id),
  constraint campaign_commune_id_district_id_fkey FOREIGN KEY (commune_id, district_id) REFERENCES district(commune_id, district_id) ON DELETE SET NULL (district_id),
  constraint campaign_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint campaign_audience_known CHECK ((audience = ANY (ARRAY['all'::text, 'stale'::text, 'far_from_digital'::text, 'theme'::text, 'district'::text]))),
  constraint campaign_name_length CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint campaign_opening_length CHECK (((length(opening) >= 1) AND (length(opening) <= 2000))),
  constraint campaign_sections_known CHECK (((cardinality(sections) > 0) AND (sections <@ ARRAY['contact'::text, 'places'::text, 'prices'::text, 'registration'::text, 'accessibility'::text]))),
  constraint campaign_started CHECK (((state = 'draft'::text) OR (started_at IS NOT NULL))),
  constraint campaign_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'running'::text, 'stopped'::text]))),
  constraint campaign_subject_length CHECK (((length(subject) >= 1) AND (length(subject) <= 150))),
  constraint campaign_waves_some CHECK (((cardinality(waves) >= 1) AND (cardinality(waves) <= 3)))
);

table campaign_association (
  commune_id integer not null default,
  campaign_id uuid not null,
  association_id uuid not null,
  asked_on date,
  asked_wave smallint,
  asked_contacts uuid[] not null default,
  constraint campaign_association_pkey PRIMARY KEY (commune_id, campaign_id, association_id),
  constraint campaign_association_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint campaign_association_commune_id_campaign_id_fkey FOREIGN KEY (commune_id, campaign_id) REFERENCES campaign(commune_id, campaign_id) ON DELETE CASCADE
);

table circle (
  commune_id integer not null default,
  circle_id uuid not null default,
  resource_place_id uuid not null,
  series_id uuid not null,
  topic text not null,
  about text,
  notes text,
  notes_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint circle_series_once UNIQUE (commune_id, series_id),
  constraint circle_pkey PRIMARY KEY (commune_id, circle_id),
  constraint circle_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint circle_place FOREIGN KEY (commune_id, resource_place_id) REFERENCES resource_place(commune_id, resource_place_id) ON DELETE CASCADE,
  constraint circle_series FOREIGN KEY (commune_id, series_id) REFERENCES series(commune_id, series_id),
  constraint circle_about_length CHECK (((length(about) >= 1) AND (length(about) <= 1000))),
  constraint circle_notes_length CHECK (((length(notes) >= 1) AND (length(notes) <= 8000))),
  constraint circle_topic_length CHECK (((length(topic) >= 1) AND (length(topic) <= 160)))
);

table claim_code (
  commune_id integer not null default,
  code_id uuid not null default,
  association_id uuid not null,
  code_hash text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  expires_at timestamp with time zone not null,
  tries integer not null default,
  used_at timestamp with time zone,
  constraint claim_code_hash_unique UNIQUE (commune_id, code_hash),
  constraint claim_code_pkey PRIMARY KEY (commune_id, code_id),
  constraint claim_code_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE
);

table claim_request (
  commune_id integer not null default,
  request_id uuid not null default,
  association_id uuid not null,
  name text not null,
  title text,
  email text not null,
  phone text,
  message text,
  asked_at timestamp with time zone not null,
  state text not null default,
  decided_at timestamp with time zone,
  decided_by uuid,
  answer text,
  constraint claim_request_pkey PRIMARY KEY (commune_id, request_id),
  constraint claim_request_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint claim_request_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'refused'::text])))
);

table closed_day (
  commune_id integer not null default,
  closed_day_id uuid not null default,
  first_day date not null,
  last_day date not null,
  name text not null,
  constraint closed_day_once UNIQUE (commune_id, first_day, last_day),
  constraint closed_day_pkey PRIMARY KEY (commune_id, closed_day_id),
  constraint closed_day_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint closed_day_days CHECK (((first_day <= last_day) AND ((last_day - first_day) < 120))),
  constraint closed_day_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);

table column_mapping (
  commune_id integer not null default,
  fingerprint text not null,
  mapping jsonb not null,
  remembered_at timestamp with time zone not null,
  remembered_by uuid,
  constraint column_mapping_pkey PRIMARY KEY (commune_id, fingerprint),
  constraint column_mapping_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE
);

table commitment_state (
  commune_id integer not null default,
  state_id uuid not null default,
  commitment text not null,
  state text not null,
  owner_label text not null,
  evidence text not null default,
  noted_at timestamp with time zone not null default,
  noted_by uuid,
  constraint commitment_state_pkey PRIMARY KEY (commune_id, state_id),
  constraint commitment_state_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint commitment_known CHECK ((commitment ~ '^[1-7]\.[1-3]$'::text)),
  constraint commitment_state_known CHECK ((state = ANY (ARRAY['not_started'::text, 'preparing'::text, 'in_place'::text, 'paused'::text])))
);

table commune (
  commune_id integer not null default,
  slug text not null,
  name text not null,
  insee text,
  site_name text,
  color_primary text not null default,
  color_accent text not null default,
  logo_file_id uuid,
  phone text,
  email text,
  address text,
  hours text,
  sender_name text,
  sender_email text,
  languages text[] not null default,
  legal jsonb not null default,
  outline jsonb,
  demonstration boolean not null default,
  directory_published_on date,
  rules_published_on date,
  created_at timestamp with time zone not null default,
  address_lookup text not null default,
  map_tiles text not null default,
  archive_months integer default,
  address_salt text not null default,
  outside_calendars text not null default,
  outside_neighbours text not null default,
  framing_sites text,
  constraint commune_slug_unique UNIQUE (slug),
  constraint commune_pkey PRIMARY KEY (commune_id),
  constraint commune_address_lookup_known CHECK ((address_lookup = ANY (ARRAY['off'::text, 'on'::text]))),
  constraint commune_archive_range CHECK (((archive_months >= 12) AND (archive_months <= 240))),
  constraint commune_color_accent_shape CHECK ((color_accent ~ '^#[0-9a-f]{6}$'::text)),
  constraint commune_color_primary_shape CHECK ((color_primary ~ '^#[0-9a-f]{6}$'::text)),
  constraint commune_framing_sites_shape CHECK (((framing_sites ~ '^(\*\.)?[a-z0-9.:-]+(\n(\*\.)?[a-z0-9.:-]+)*$'::text) AND (length(framing_sites) <= 4000))),
  constraint commune_insee_shape CHECK ((insee ~ '^[0-9][0-9AB][0-9]{3}$'::text)),
  constraint commune_map_tiles_known CHECK ((map_tiles = ANY (ARRAY['off'::text, 'on'::text]))),
  constraint commune_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint commune_outside_calendars_known CHECK ((outside_calendars = ANY (ARRAY['off'::text, 'on'::text]))),
  constraint commune_outside_neighbours_known CHECK ((outside_neighbours = ANY (ARRAY['off'::text, 'on'::text]))),
  constraint commune_slug_shape CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);

table commune_calendar (
  commune_id integer not null default,
  zone text,
  file_name text,
  file_read_at timestamp with time zone,
  constraint commune_calendar_pkey PRIMARY KEY (commune_id),
  constraint commune_calendar_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint commune_calendar_file_dated CHECK (((file_name IS NULL) = (file_read_at IS NULL))),
  constraint commune_calendar_file_length CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint commune_calendar_zone_known CHECK ((zone = ANY (ARRAY['a'::text, 'b'::text, 'c'::text, 'corse'::text, 'guadeloupe'::text, 'guyane'::text, 'martinique'::text, 'mayotte'::text, 'reunion'::text, 'saint_pierre'::text, 'polynesie'::text, 'caledonie'::text, 'wallis'::text])))
);

table commune_host (
  host text not null,
  commune_id integer not null,
  constraint commune_host_pkey PRIMARY KEY (host),
  constraint commune_host_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint commune_host_lower CHECK ((host = lower(host)))
);

table confirmation (
  commune_id integer not null default,
  confirmation_id uuid not null default,
  association_id uuid not null,
  section text not null,
  confirmed_at timestamp with time zone not null,
  confirmed_by uuid,
  by_kind text not null,
  how text not null,
  constraint confirmation_pkey PRIMARY KEY (commune_id, confirmation_id),
  constraint confirmation_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint confirmation_by_known CHECK ((by_kind = ANY (ARRAY['association'::text, 'agent'::text]))),
  constraint confirmation_how_known CHECK ((how = ANY (ARRAY['site'::text, 'link'::text, 'phone'::text, 'paper'::text]))),
  constraint confirmation_section_known CHECK ((section = ANY (ARRAY['contact'::text, 'places'::text, 'prices'::text, 'registration'::text, 'accessibility'::text])))
);

table confirmation_link (
  commune_id integer not null default,
  link_id uuid not null default,
  association_id uuid not null,
  contact_id uuid,
  token_hash text not null,
  sections text[] not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  confirmed text[] not null default,
  constraint confirmation_link_token_unique UNIQUE (commune_id, token_hash),
  constraint confirmation_link_pkey PRIMARY KEY (commune_id, link_id),
  constraint confirmation_link_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint confirmation_link_commune_id_contact_id_fkey FOREIGN KEY (commune_id, contact_id) REFERENCES association_contact(commune_id, contact_id) ON DELETE CASCADE,
  constraint confirmation_link_sections_known CHECK (((cardinality(sections) > 0) AND (sections <@ ARRAY['contact'::text, 'places'::text, 'prices'::text, 'registration'::text, 'accessibility'::text])))
);

table confirmation_mail (
  commune_id integer not null default,
  sending_id uuid not null default,
  address_hash text not null,
  sent_on date not null,
  campaign_id uuid,
  wave smallint,
  stop_hash text not null,
  constraint confirmation_mail_day_once UNIQUE (commune_id, address_hash, sent_on),
  constraint confirmation_mail_stop_unique UNIQUE (commune_id, stop_hash),
  constraint confirmation_mail_wave_once UNIQUE (commune_id, campaign_id, wave, address_hash),
  constraint confirmation_mail_pkey PRIMARY KEY (commune_id, sending_id),
  constraint confirmation_mail_commune_id_campaign_id_fkey FOREIGN KEY (commune_id, campaign_id) REFERENCES campaign(commune_id, campaign_id) ON DELETE CASCADE,
  constraint confirmation_mail_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint confirmation_mail_wave_of_campaign CHECK (((campaign_id IS NULL) = (wave IS NULL)))
);

table content_version (
  commune_id integer not null default,
  version bigint not null default,
  raised_at timestamp with time zone not null default,
  constraint content_version_pkey PRIMARY KEY (commune_id),
  constraint content_version_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE
);

table convention (
  commune_id integer not null default,
  convention_id uuid not null default,
  association_id uuid not null,
  from_day date not null,
  until_day date not null,
  words text not null,
  document_id uuid,
  proposed_at timestamp with time zone not null,
  proposed_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint convention_pkey PRIMARY KEY (commune_id, convention_id),
  constraint convention_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint convention_commune_id_document_id_fkey FOREIGN KEY (commune_id, document_id) REFERENCES association_document(commune_id, document_id) ON DELETE SET NULL (document_id),
  constraint convention_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint convention_commune_id_proposed_by_fkey FOREIGN KEY (commune_id, proposed_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (proposed_by),
  constraint convention_commune_id_withdrawn_by_fkey FOREIGN KEY (commune_id, withdrawn_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (withdrawn_by),
  constraint convention_days CHECK ((from_day < until_day)),
  constraint convention_words_length CHECK (((length(words) >= 1) AND (length(words) <= 12000)))
);

table custody_event (
  commune_id integer not null default,
  event_id uuid not null default,
  unit_id uuid not null,
  loan_id uuid,
  kind text not null,
  condition text,
  missing text[] not null default,
  words text,
  at timestamp with time zone not null,
  by_person uuid,
  constraint custody_event_pkey PRIMARY KEY (commune_id, event_id),
  constraint custody_event_commune_id_by_person_fkey FOREIGN KEY (commune_id, by_person) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (by_person),
  constraint custody_event_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint custody_event_commune_id_loan_id_fkey FOREIGN KEY (commune_id, loan_id) REFERENCES loan(commune_id, loan_id) ON DELETE SET NULL (loan_id),
  constraint custody_event_commune_id_unit_id_fkey FOREIGN KEY (commune_id, unit_id) REFERENCES equipment_unit(commune_id, unit_id) ON DELETE CASCADE,
  constraint custody_event_condition_known CHECK ((condition = ANY (ARRAY['good'::text, 'worn'::text, 'broken'::text]))),
  constraint custody_event_kind_known CHECK ((kind = ANY (ARRAY['handed'::text, 'returned'::text, 'lost'::text, 'found'::text, 'damaged'::text, 'repaired'::text, 'checked'::text, 'retired'::text, 'noted'::text]))),
  constraint custody_event_words_length CHECK (((length(words) >= 1) AND (length(words) <= 600)))
);

table custody_photo (
  commune_id integer not null default,
  event_id uuid not null,
  position integer not null,
  file_id uuid not null,
  constraint custody_photo_pkey PRIMARY KEY (commune_id, event_id, "position"),
  constraint custody_photo_commune_id_event_id_fkey FOREIGN KEY (commune_id, event_id) REFERENCES custody_event(commune_id, event_id) ON DELETE CASCADE,
  constraint custody_photo_commune_id_file_id_fkey FOREIGN KEY (commune_id, file_id) REFERENCES file(commune_id, file_id) ON DELETE CASCADE,
  constraint custody_photo_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint custody_photo_position_real CHECK ((("position" >= 1) AND ("position" <= 6)))
);

table date_follower (
  commune_id integer not null default,
  follower_id uuid not null default,
  series_id uuid not null,
  email text not null,
  lang text not null,
  links text[] not null default,
  asked_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  constraint date_follower_once UNIQUE (commune_id, series_id, email),
  constraint date_follower_pkey PRIMARY KEY (commune_id, follower_id),
  constraint date_follower_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint date_follower_series FOREIGN KEY (commune_id, series_id) REFERENCES series(commune_id, series_id) ON DELETE CASCADE,
  constraint date_follower_email_shape CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 254)))),
  constraint date_follower_lang_word CHECK ((lang ~ '^[a-z]{2}$'::text))
);

table date_told (
  commune_id integer not null default,
  series_id uuid not null,
  pattern text not null,
  dates jsonb not null,
  until_day date not null,
  told_at timestamp with time zone not null,
  constraint date_told_pkey PRIMARY KEY (commune_id, series_id),
  constraint date_told_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint date_told_series FOREIGN KEY (commune_id, series_id) REFERENCES series(commune_id, series_id) ON DELETE CASCADE
);

table dead_address (
  commune_id integer not null default,
  address_hash text not null,
  noted_at timestamp with time zone not null,
  how text not null,
  noted_by uuid,
  constraint dead_address_pkey PRIMARY KEY (commune_id, address_hash),
  constraint dead_address_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint dead_address_commune_id_noted_by_fkey FOREIGN KEY (commune_id, noted_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (noted_by),
  constraint dead_address_how_known CHECK ((how = ANY (ARRAY['bounced'::text, 'by_hand'::text])))
);

table declared_figure (
  commune_id integer not null default,
  figure_id uuid not null default,
  indicator text not null,
  from_day date not null,
  to_day date not null,
  value double precision not null,
  evidence text not null,
  declared_at timestamp with time zone not null,
  declared_by uuid,
  constraint declared_figure_pkey PRIMARY KEY (commune_id, figure_id),
  constraint declared_figure_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint declared_figure_evidence_length CHECK (((length(evidence) >= 1) AND (length(evidence) <= 2000))),
  constraint declared_figure_indicator_known CHECK ((indicator ~ '^I[1-7]\.[1-4]$'::text)),
  constraint declared_figure_period CHECK ((from_day <= to_day)),
  constraint declared_figure_positive CHECK ((value >= (0)::double precision))
);

table declared_need (
  commune_id integer not null default,
  need_id uuid not null default,
  association_id uuid not null,
  tool text not null,
  by_kind text not null,
  declared_by uuid,
  declared_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_how text,
  words text,
  closed_by uuid,
  answered_by_id uuid,
  constraint declared_need_pkey PRIMARY KEY (commune_id, need_id),
  constraint declared_need_association FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint declared_need_closed_by FOREIGN KEY (commune_id, closed_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (closed_by),
  constraint declared_need_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint declared_need_declared_by FOREIGN KEY (commune_id, declared_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (declared_by),
  constraint declared_need_by_known CHECK ((by_kind = ANY (ARRAY['association'::text, 'agent'::text]))),
  constraint declared_need_closed CHECK (((closed_at IS NULL) = (closed_how IS NULL))),
  constraint declared_need_how_known CHECK ((closed_how = ANY (ARRAY['loan'::text, 'help'::text, 'other'::text, 'gone'::text]))),
  constraint declared_need_tool_code CHECK ((tool ~ '^[a-z0-9_]{1,40}$'::text)),
  constraint declared_need_words_length CHECK (((length(words) >= 1) AND (length(words) <= 600)))
);

table district (
  commune_id integer not null default,
  district_id uuid not null default,
  name text not null,
  slug text not null,
  position integer not null default,
  shape jsonb,
  constraint district_slug_unique UNIQUE (commune_id, slug),
  constraint district_pkey PRIMARY KEY (commune_id, district_id),
  constraint district_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint district_name_length CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);

table document_reminder (
  commune_id integer not null default,
  document_id uuid not null,
  step text not null,
  sent_at timestamp with time zone not null,
  constraint document_reminder_pkey PRIMARY KEY (commune_id, document_id, step),
  constraint document_reminder_commune_id_document_id_fkey FOREIGN KEY (commune_id, document_id) REFERENCES association_document(commune_id, document_id) ON DELETE CASCADE,
  constraint document_reminder_step_known CHECK ((step = ANY (ARRAY['month'::text, 'day'::text])))
);

table duplicate_suggestion (
  commune_id integer not null default,
  first_id uuid not null,
  second_id uuid not null,
  score double precision not null,
  reasons jsonb not null,
  state text not null default,
  found_at timestamp with time zone not null default,
  decided_at timestamp with time zone,
  decided_by uuid,
  constraint duplicate_suggestion_pkey PRIMARY KEY (commune_id, first_id, second_id),
  constraint duplicate_suggestion_commune_id_first_id_fkey FOREIGN KEY (commune_id, first_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint duplicate_suggestion_commune_id_second_id_fkey FOREIGN KEY (commune_id, second_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint duplicate_ordered CHECK ((first_id < second_id)),
  constraint duplicate_state_known CHECK ((state = ANY (ARRAY['open'::text, 'merged'::text, 'distinct'::text])))
);

table equipment_kit (
  commune_id integer not null default,
  kit_id uuid not null default,
  name text not null,
  purpose text not null,
  for_support_points boolean not null default,
  state text not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  revision integer not null default,
  tools text[] not null default,
  constraint equipment_kit_name_once UNIQUE (commune_id, name),
  constraint equipment_kit_pkey PRIMARY KEY (commune_id, kit_id),
  constraint equipment_kit_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint equipment_kit_name_length CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint equipment_kit_purpose_length CHECK (((length(purpose) >= 1) AND (length(purpose) <= 300))),
  constraint equipment_kit_state_known CHECK ((state = ANY (ARRAY['hidden'::text, 'shown'::text]))),
  constraint equipment_kit_tools_few CHECK ((cardinality(tools) <= 30))
);

table equipment_model (
  commune_id integer not null default,
  model_id uuid not null default,
  slug text not null,
  name text not null,
  category text not null,
  purpose text not null,
  notice text,
  value_cents integer,
  day_value_cents integer,
  photo_file_id uuid,
  holds_data boolean not null default,
  checklist text[] not null default,
  owner_association_id uuid,
  owner_rules text,
  decision text,
  longest_days integer,
  lead_open_days integer,
  buffer_minutes integer,
  on_site_only boolean not null default,
  state text not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  revision integer not null default,
  photo_before_id uuid,
  withheld_at timestamp with time zone,
  constraint equipment_model_slug_once UNIQUE (commune_id, slug),
  constraint equipment_model_pkey PRIMARY KEY (commune_id, model_id),
  constraint equipment_model_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint equipment_model_commune_id_owner_association_id_fkey FOREIGN KEY (commune_id, owner_association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint equipment_model_commune_id_photo_before_id_fkey FOREIGN KEY (commune_id, photo_before_id) REFERENCES file(commune_id, file_id) ON DELETE SET NULL (photo_before_id),
  constraint equipment_model_commune_id_photo_id_fkey FOREIGN KEY (commune_id, photo_file_id) REFERENCES file(commune_id, file_id) ON DELETE SET NULL (photo_file_id),
  constraint equipment_model_buffer_real CHECK (((buffer_minutes >= 0) AND (buffer_minutes <= 20160))),
  constraint equipment_model_category_known CHECK ((category = ANY (ARRAY['computer'::text, 'tablet'::text, 'phone'::text, 'connection'::text, 'screen'::text, 'sound'::text, 'picture'::text, 'print'::text, 'event'::text, 'other'::text]))),
  constraint equipment_model_day_value_real CHECK (((day_value_cents >= 0) AND (day_value_cents <= 10000000))),
  constraint equipment_model_decision_known CHECK ((decision = ANY (ARRAY['rules'::text, 'asked'::text]))),
  constraint equipment_model_lead_real CHECK (((lead_open_days >= 0) AND (lead_open_days <= 90))),
  constraint equipment_model_longest_real CHECK (((longest_days >= 1) AND (longest_days <= 365))),
  constraint equipment_model_name_length CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint equipment_model_notice_length CHECK (((length(notice) >= 1) AND (length(notice) <= 3000))),
  constraint equipment_model_owner_rules_length CHECK (((length(owner_rules) >= 1) AND (length(owner_rules) <= 1000))),
  constraint equipment_model_owner_says CHECK (((owner_rules IS NULL) OR (owner_association_id IS NOT NULL))),
  constraint equipment_model_purpose_length CHECK (((length(purpose) >= 1) AND (length(purpose) <= 300))),
  constraint equipment_model_slug_word CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint equipment_model_state_known CHECK ((state = ANY (ARRAY['hidden'::text, 'shown'::text]))),
  constraint equipment_model_value_real CHECK (((value_cents >= 0) AND (value_cents <= 100000000))),
  constraint equipment_model_withheld CHECK (((withheld_at IS NULL) OR ((state = 'hidden'::text) AND (owner_association_id IS NOT NULL))))
);

table equipment_pool (
  commune_id integer not null default,
  pool_id uuid not null default,
  model_id uuid not null,
  place_id uuid not null,
  counter_id uuid not null,
  shelf text,
  constraint equipment_pool_counter_once UNIQUE (commune_id, counter_id),
  constraint equipment_pool_once UNIQUE (commune_id, model_id, place_id),
  constraint equipment_pool_pkey PRIMARY KEY (commune_id, pool_id),
  constraint equipment_pool_commune_id_counter_id_fkey FOREIGN KEY (commune_id, counter_id) REFERENCES seat_counter(commune_id, counter_id),
  constraint equipment_pool_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint equipment_pool_commune_id_model_id_fkey FOREIGN KEY (commune_id, model_id) REFERENCES equipment_model(commune_id, model_id),
  constraint equipment_pool_commune_id_place_id_fkey FOREIGN KEY (commune_id, place_id) REFERENCES lending_place(commune_id, place_id),
  constraint equipment_pool_shelf_length CHECK (((length(shelf) >= 1) AND (length(shelf) <= 40)))
);

table equipment_review (
  commune_id integer not null default,
  review_id uuid not null default,
  pool_id uuid not null,
  from_day date not null,
  until_day date not null,
  decision text not null,
  to_place_id uuid,
  words text not null,
  decided_at timestamp with time zone not null,
  decided_by uuid,
  constraint equipment_review_pkey PRIMARY KEY (commune_id, review_id),
  constraint equipment_review_commune_id_decided_by_fkey FOREIGN KEY (commune_id, decided_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (decided_by),
  constraint equipment_review_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint equipment_review_commune_id_pool_id_fkey FOREIGN KEY (commune_id, pool_id) REFERENCES equipment_pool(commune_id, pool_id) ON DELETE CASCADE,
  constraint equipment_review_commune_id_to_place_id_fkey FOREIGN KEY (commune_id, to_place_id) REFERENCES lending_place(commune_id, place_id),
  constraint equipment_review_days CHECK ((from_day <= until_day)),
  constraint equipment_review_decision_known CHECK ((decision = ANY (ARRAY['keep'::text, 'retire'::text, 'move'::text]))),
  constraint equipment_review_moves CHECK (((decision = 'move'::text) = (to_place_id IS NOT NULL))),
  constraint equipment_review_words_length CHECK (((length(words) >= 1) AND (length(words) <= 600)))
);

table equipment_unit (
  commune_id integer not null default,
  unit_id uuid not null default,
  pool_id uuid not null,
  tag text not null,
  serial text,
  state text not null,
  state_at timestamp with time zone not null,
  note text,
  data_plan text,
  acquired_on date,
  created_at timestamp with time zone not null,
  round_event_id uuid,
  constraint equipment_unit_tag_once UNIQUE (commune_id, tag),
  constraint equipment_unit_pkey PRIMARY KEY (commune_id, unit_id),
  constraint equipment_unit_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint equipment_unit_commune_id_pool_id_fkey FOREIGN KEY (commune_id, pool_id) REFERENCES equipment_pool(commune_id, pool_id),
  constraint equipment_unit_commune_id_round_event_id_fkey FOREIGN KEY (commune_id, round_event_id) REFERENCES custody_event(commune_id, event_id) ON DELETE SET NULL (round_event_id),
  constraint equipment_unit_note_length CHECK (((length(note) >= 1) AND (length(note) <= 600))),
  constraint equipment_unit_plan_length CHECK (((length(data_plan) >= 1) AND (length(data_plan) <= 120))),
  constraint equipment_unit_serial_length CHECK (((length(serial) >= 1) AND (length(serial) <= 80))),
  constraint equipment_unit_state_known CHECK ((state = ANY (ARRAY['ready'::text, 'to_check'::text, 'repair'::text, 'lost'::text, 'retired'::text]))),
  constraint equipment_unit_tag_word CHECK (((tag ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'::text) AND (length(tag) <= 24)))
);

table essential_tool (
  commune_id integer not null default,
  tool text not null,
  name text,
  category text,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint essential_tool_pkey PRIMARY KEY (commune_id, tool),
  constraint essential_tool_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint essential_tool_category_word CHECK ((category ~ '^[a-z0-9_-]{1,40}$'::text)),
  constraint essential_tool_code CHECK ((tool ~ '^[a-z0-9_]{1,40}$'::text)),
  constraint essential_tool_name_length CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);

table file (
  commune_id integer not null default,
  file_id uuid not null default,
  kind text not null,
  content_type text not null,
  sha256 text not null,
  bytes integer not null,
  width integer,
  height integer,
  alt text,
  public boolean not null default,
  created_at timestamp with time zone not null default,
  created_by uuid,
  credit text,
  people_agreed boolean not null default,
  small_of uuid,
  set_aside_at timestamp with time zone,
  constraint file_pkey PRIMARY KEY (commune_id, file_id),
  constraint file_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint file_small_of FOREIGN KEY (commune_id, small_of) REFERENCES file(commune_id, file_id) ON DELETE CASCADE,
  constraint file_kind_known CHECK ((kind = ANY (ARRAY['picture'::text, 'document'::text, 'paper'::text, 'signature'::text])))
);

table followed_calendar (
  commune_id integer not null default,
  followed_id uuid not null default,
  association_id uuid not null,
  address text not null,
  paused boolean not null default,
  etag text,
  last_modified text,
  read_at timestamp with time zone not null,
  tried_at timestamp with time zone not null,
  failure text,
  failures integer not null default,
  constraint followed_calendar_once UNIQUE (commune_id, association_id, address),
  constraint followed_calendar_pkey PRIMARY KEY (commune_id, followed_id),
  constraint followed_calendar_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint followed_calendar_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint followed_calendar_address_shape CHECK (((address ~ '^https?://'::text) AND (length(address) <= 1000))),
  constraint followed_calendar_fails CHECK (((failure IS NULL) = (failures = 0)))
);

table form_answer (
  commune_id integer not null default,
  form_key uuid not null,
  location text not null,
  answered_at timestamp with time zone not null default,
  constraint form_answer_pkey PRIMARY KEY (commune_id, form_key),
  constraint form_answer_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE
);

table freshness_rule (
  commune_id integer not null default,
  section text not null,
  up_to_date_months integer not null,
  to_confirm_months integer not null,
  constraint freshness_rule_pkey PRIMARY KEY (commune_id, section),
  constraint freshness_rule_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint freshness_rule_order CHECK ((to_confirm_months > up_to_date_months)),
  constraint freshness_rule_section_known CHECK ((section = ANY (ARRAY['contact'::text, 'places'::text, 'prices'::text, 'registration'::text, 'accessibility'::text]))),
  constraint freshness_rule_to_confirm_range CHECK (((to_confirm_months >= 2) AND (to_confirm_months <= 120))),
  constraint freshness_rule_up_to_date_range CHECK (((up_to_date_months >= 1) AND (up_to_date_months <= 60)))
);

table hand_over (
  commune_id integer not null default,
  loan_id uuid not null,
  way text not null,
  place_id uuid not null,
  at timestamp with time zone not null,
  nth integer not null,
  constraint hand_over_once UNIQUE (commune_id, place_id, at, nth),
  constraint hand_over_pkey PRIMARY KEY (commune_id, loan_id, way),
  constraint hand_over_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint hand_over_commune_id_loan_id_fkey FOREIGN KEY (commune_id, loan_id) REFERENCES loan(commune_id, loan_id) ON DELETE CASCADE,
  constraint hand_over_commune_id_place_id_fkey FOREIGN KEY (commune_id, place_id) REFERENCES lending_place(commune_id, place_id),
  constraint hand_over_nth_real CHECK (((nth >= 1) AND (nth <= 50))),
  constraint hand_over_way_known CHECK ((way = ANY (ARRAY['out'::text, 'back'::text])))
);

table handover (
  commune_id integer not null default,
  handover_id uuid not null default,
  association_id uuid not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  by_kind text not null,
  leave_on date,
  entry_id uuid,
  settled_at timestamp with time zone,
  undone_at timestamp with time zone,
  undone_by uuid,
  constraint handover_pkey PRIMARY KEY (commune_id, handover_id),
  constraint handover_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint handover_by_known CHECK ((by_kind = ANY (ARRAY['association'::text, 'agent'::text])))
);

table handover_person (
  commune_id integer not null default,
  handover_id uuid not null,
  person_id uuid not null,
  before_role text not null,
  before_topics text[] not null default,
  leaves boolean not null,
  done_at timestamp with time zone,
  constraint handover_person_pkey PRIMARY KEY (commune_id, handover_id, person_id),
  constraint handover_person_commune_id_handover_id_fkey FOREIGN KEY (commune_id, handover_id) REFERENCES handover(commune_id, handover_id) ON DELETE CASCADE,
  constraint handover_person_commune_id_person_id_fkey FOREIGN KEY (commune_id, person_id) REFERENCES person(commune_id, person_id) ON DELETE CASCADE,
  constraint handover_person_role_known CHECK ((before_role = ANY (ARRAY['owner'::text, 'editor'::text, 'reader'::text])))
);

table import (
  commune_id integer not null default,
  import_id uuid not null default,
  file_name text not null,
  file_sha256 text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  state text not null default,
  fault text,
  source text not null,
  territory text not null,
  understood jsonb not null default,
  mapping jsonb not null,
  counts jsonb not null default,
  progress_done integer not null default,
  progress_total integer,
  progress_at timestamp with time zone,
  applied_at timestamp with time zone,
  applied_by uuid,
  new_places uuid[] not null default,
  undone_at timestamp with time zone,
  undone_by uuid,
  undo_counts jsonb not null default,
  constraint import_pkey PRIMARY KEY (commune_id, import_id),
  constraint import_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint import_source_known CHECK ((source = ANY (ARRAY['registry'::text, 'municipal_file'::text]))),
  constraint import_state_known CHECK ((state = ANY (ARRAY['mapping'::text, 'reading'::text, 'rehearsed'::text, 'applying'::text, 'applied'::text, 'undoing'::text, 'undone'::text, 'failed'::text]))),
  constraint import_territory_known CHECK ((territory = ANY (ARRAY['commune'::text, 'all'::text])))
);

table import_activity (
  commune_id integer not null default,
  import_id uuid not null,
  line integer not null,
  rank integer not null,
  key text,
  title text not null,
  place text,
  facts jsonb,
  outcome text,
  reason text,
  unread_hours text,
  activity_id uuid,
  association_id uuid,
  merged_into_line integer,
  change jsonb not null default,
  kept jsonb not null default,
  image jsonb,
  undone text,
  constraint import_activity_pkey PRIMARY KEY (commune_id, import_id, line, rank),
  constraint import_activity_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint import_activity_commune_id_import_id_line_fkey FOREIGN KEY (commune_id, import_id, line) REFERENCES import_line(commune_id, import_id, line) ON DELETE CASCADE,
  constraint import_activity_outcome_known CHECK ((outcome = ANY (ARRAY['created'::text, 'changed'::text, 'unchanged'::text, 'merged'::text, 'refused'::text]))),
  constraint import_activity_undone_known CHECK ((undone = ANY (ARRAY['removed'::text, 'restored'::text, 'partly'::text, 'kept'::text])))
);

table import_duplicate (
  commune_id integer not null default,
  import_id uuid not null,
  line integer not null,
  other text not null,
  other_line integer,
  other_association uuid,
  score double precision not null,
  reasons jsonb not null,
  constraint import_duplicate_pkey PRIMARY KEY (commune_id, import_id, line, other),
  constraint import_duplicate_commune_id_import_id_fkey FOREIGN KEY (commune_id, import_id) REFERENCES import(commune_id, import_id) ON DELETE CASCADE
);

table import_line (
  commune_id integer not null default,
  import_id uuid not null,
  line integer not null,
  staged text not null,
  key text,
  leader integer,
  facts jsonb,
  cells text[],
  name text not null default,
  outcome text,
  reason text,
  detail text,
  association_id uuid,
  merged_into_line integer,
  change jsonb not null default,
  kept jsonb not null default,
  personal jsonb,
  image jsonb,
  undone text,
  unread text[] not null default,
  constraint import_line_pkey PRIMARY KEY (commune_id, import_id, line),
  constraint import_line_commune_id_import_id_fkey FOREIGN KEY (commune_id, import_id) REFERENCES import(commune_id, import_id) ON DELETE CASCADE,
  constraint import_line_outcome_known CHECK ((outcome = ANY (ARRAY['created'::text, 'changed'::text, 'unchanged'::text, 'merged'::text, 'refused'::text, 'outside'::text]))),
  constraint import_line_staged_known CHECK ((staged = ANY (ARRAY['read'::text, 'refused'::text, 'outside'::text]))),
  constraint import_line_undone_known CHECK ((undone = ANY (ARRAY['removed'::text, 'restored'::text, 'partly'::text, 'kept'::text])))
);

table inventory_import (
  commune_id integer not null default,
  import_id uuid not null default,
  file_name text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  state text not null,
  header text[] not null,
  targets text[] not null,
  answers jsonb not null default,
  models uuid[] not null default,
  applied_at timestamp with time zone,
  applied_by uuid,
  undone_at timestamp with time zone,
  undone_by uuid,
  counts jsonb not null default,
  moves boolean not null default,
  constraint inventory_import_pkey PRIMARY KEY (commune_id, import_id),
  constraint inventory_import_commune_id_applied_by_fkey FOREIGN KEY (commune_id, applied_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (applied_by),
  constraint inventory_import_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint inventory_import_commune_id_made_by_fkey FOREIGN KEY (commune_id, made_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (made_by),
  constraint inventory_import_commune_id_undone_by_fkey FOREIGN KEY (commune_id, undone_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (undone_by),
  constraint inventory_import_columns CHECK ((cardinality(header) = cardinality(targets))),
  constraint inventory_import_name_length CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint inventory_import_state_known CHECK ((state = ANY (ARRAY['open'::text, 'applied'::text, 'undone'::text])))
);

table inventory_line (
  commune_id integer not null default,
  import_id uuid not null,
  line integer not null,
  cells text[] not null,
  choice text,
  constraint inventory_line_pkey PRIMARY KEY (commune_id, import_id, line),
  constraint inventory_line_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint inventory_line_commune_id_import_id_fkey FOREIGN KEY (commune_id, import_id) REFERENCES inventory_import(commune_id, import_id) ON DELETE CASCADE,
  constraint inventory_line_choice_known CHECK ((choice = ANY (ARRAY['left'::text, 'taken'::text])))
);

table inventory_unit (
  commune_id integer not null default,
  import_id uuid not null,
  unit_id uuid not null,
  line integer not null,
  at timestamp with time zone not null,
  before jsonb,
  after jsonb not null,
  constraint inventory_unit_pkey PRIMARY KEY (commune_id, import_id, unit_id),
  constraint inventory_unit_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint inventory_unit_commune_id_import_id_fkey FOREIGN KEY (commune_id, import_id) REFERENCES inventory_import(commune_id, import_id) ON DELETE CASCADE,
  constraint inventory_unit_commune_id_unit_id_fkey FOREIGN KEY (commune_id, unit_id) REFERENCES equipment_unit(commune_id, unit_id) ON DELETE CASCADE
);

table journal (
  commune_id integer not null default,
  entry_id uuid not null default,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  subject_kind text not null,
  subject_id text not null,
  action text not null,
  change jsonb not null default,
  import_id uuid,
  undone_by uuid,
  constraint journal_pkey PRIMARY KEY (commune_id, entry_id),
  constraint journal_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint journal_actor_known CHECK ((actor_kind = ANY (ARRAY['person'::text, 'resident'::text, 'association'::text, 'operator'::text, 'import'::text, 'system'::text])))
);

table journal_personal (
  commune_id integer not null default,
  entry_id uuid not null,
  field text not null,
  about_kind text not null,
  about_id text not null,
  old_value text,
  new_value text,
  constraint journal_personal_pkey PRIMARY KEY (commune_id, entry_id, about_kind, about_id, field),
  constraint journal_personal_commune_id_entry_id_fkey FOREIGN KEY (commune_id, entry_id) REFERENCES journal(commune_id, entry_id) ON DELETE CASCADE
);

table kit_line (
  commune_id integer not null default,
  kit_id uuid not null,
  model_id uuid not null,
  quantity integer not null,
  constraint kit_line_pkey PRIMARY KEY (commune_id, kit_id, model_id),
  constraint kit_line_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint kit_line_commune_id_kit_id_fkey FOREIGN KEY (commune_id, kit_id) REFERENCES equipment_kit(commune_id, kit_id) ON DELETE CASCADE,
  constraint kit_line_commune_id_model_id_fkey FOREIGN KEY (commune_id, model_id) REFERENCES equipment_model(commune_id, model_id) ON DELETE CASCADE,
  constraint kit_line_quantity_real CHECK (((quantity >= 1) AND (quantity <= 500)))
);

table lending_place (
  commune_id integer not null default,
  place_id uuid not null,
  timetable_id uuid not null,
  slot_minutes integer not null default,
  slot_most integer not null default,
  words text,
  closed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  owner_association_id uuid,
  constraint lending_place_pkey PRIMARY KEY (commune_id, place_id),
  constraint lending_place_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint lending_place_commune_id_owner_association_id_fkey FOREIGN KEY (commune_id, owner_association_id) REFERENCES association(commune_id, association_id) ON DELETE SET NULL (owner_association_id),
  constraint lending_place_commune_id_place_id_fkey FOREIGN KEY (commune_id, place_id) REFERENCES place(commune_id, place_id),
  constraint lending_place_commune_id_timetable_id_fkey FOREIGN KEY (commune_id, timetable_id) REFERENCES timetable(commune_id, timetable_id),
  constraint lending_place_slot_most_real CHECK (((slot_most >= 1) AND (slot_most <= 50))),
  constraint lending_place_slot_real CHECK ((slot_minutes = ANY (ARRAY[15, 20, 30, 60]))),
  constraint lending_place_words_length CHECK (((length(words) >= 1) AND (length(words) <= 600)))
);

table lending_rules (
  commune_id integer not null default,
  open_to text not null default,
  decision text not null default,
  insurance boolean not null default,
  late_waits boolean not null default,
  season_loans integer,
  lead_open_days integer not null default,
  furthest_days integer not null default,
  longest_days integer not null default,
  buffer_minutes integer not null default,
  changed_at timestamp with time zone not null,
  convention boolean not null default,
  useful_years integer not null default,
  remind_before boolean not null default,
  remind_after boolean not null default,
  guaranteed boolean not null default,
  constraint lending_rules_pkey PRIMARY KEY (commune_id),
  constraint lending_rules_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint lending_rules_buffer_real CHECK (((buffer_minutes >= 0) AND (buffer_minutes <= 20160))),
  constraint lending_rules_decision_known CHECK ((decision = ANY (ARRAY['rules'::text, 'asked'::text]))),
  constraint lending_rules_furthest_real CHECK (((furthest_days >= 1) AND (furthest_days <= 730))),
  constraint lending_rules_lead_real CHECK (((lead_open_days >= 0) AND (lead_open_days <= 90))),
  constraint lending_rules_longest_real CHECK (((longest_days >= 1) AND (longest_days <= 365))),
  constraint lending_rules_open_to_known CHECK ((open_to = ANY (ARRAY['all'::text, 'registered'::text]))),
  constraint lending_rules_season_real CHECK (((season_loans >= 1) AND (season_loans <= 365))),
  constraint lending_rules_useful_real CHECK (((useful_years >= 1) AND (useful_years <= 30)))
);

table letter_batch (
  commune_id integer not null default,
  batch_id uuid not null default,
  made_at timestamp with time zone not null,
  made_by uuid,
  audience text not null,
  association_ids uuid[] not null,
  unaddressed_ids uuid[] not null default,
  files uuid[] not null default,
  printed integer not null default,
  state text not null default,
  moved_at timestamp with time zone not null,
  constraint letter_batch_pkey PRIMARY KEY (commune_id, batch_id),
  constraint letter_batch_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint letter_batch_commune_id_made_by_fkey FOREIGN KEY (commune_id, made_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (made_by),
  constraint letter_batch_audience_known CHECK ((audience = ANY (ARRAY['no_mail'::text, 'stale'::text, 'all'::text, 'one'::text]))),
  constraint letter_batch_printed CHECK (((printed >= 0) AND (printed <= cardinality(association_ids)))),
  constraint letter_batch_some CHECK ((cardinality(association_ids) > 0)),
  constraint letter_batch_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'failed'::text, 'forgotten'::text])))
);

table loan (
  commune_id integer not null default,
  loan_id uuid not null default,
  code text not null,
  request_id uuid not null,
  association_id uuid,
  place_id uuid not null,
  regime text not null,
  purpose text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  state text not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_how text,
  words text,
  review_on date,
  asked_by uuid,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  revision integer not null default,
  service text,
  out_at timestamp with time zone,
  back_at timestamp with time zone,
  links text[] not null default,
  wait_ended text,
  constraint loan_code_once UNIQUE (commune_id, code),
  constraint loan_pkey PRIMARY KEY (commune_id, loan_id),
  constraint loan_commune_id_asked_by_fkey FOREIGN KEY (commune_id, asked_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (asked_by),
  constraint loan_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint loan_commune_id_decided_by_fkey FOREIGN KEY (commune_id, decided_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (decided_by),
  constraint loan_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint loan_commune_id_place_id_fkey FOREIGN KEY (commune_id, place_id) REFERENCES lending_place(commune_id, place_id),
  constraint loan_back_known CHECK (((state = ANY (ARRAY['returned'::text, 'closed'::text])) = (back_at IS NOT NULL))),
  constraint loan_borrower CHECK ((num_nonnulls(association_id, service) = 1)),
  constraint loan_code_word CHECK ((code ~ '^[2-9A-HJ-NP-Z]{6}$'::text)),
  constraint loan_dates CHECK ((from_at < until_at)),
  constraint loan_decided CHECK (((state = ANY (ARRAY['asked'::text, 'waiting'::text, 'cancelled'::text])) OR (decided_how IS NOT NULL))),
  constraint loan_decided_how_known CHECK ((decided_how = ANY (ARRAY['rules'::text, 'agent'::text, 'association'::text]))),
  constraint loan_out_known CHECK (((state = ANY (ARRAY['out'::text, 'returned'::text, 'closed'::text])) = (out_at IS NOT NULL))),
  constraint loan_purpose_length CHECK (((length(purpose) >= 1) AND (length(purpose) <= 600))),
  constraint loan_regime_known CHECK ((regime = ANY (ARRAY['loan'::text, 'provision'::text, 'on_site'::text]))),
  constraint loan_reviewed CHECK (((regime <> 'provision'::text) OR (review_on IS NOT NULL))),
  constraint loan_service_length CHECK (((length(service) >= 1) AND (length(service) <= 80))),
  constraint loan_state_known CHECK ((state = ANY (ARRAY['asked'::text, 'waiting'::text, 'accepted'::text, 'prepared'::text, 'out'::text, 'returned'::text, 'closed'::text, 'refused'::text, 'cancelled'::text]))),
  constraint loan_wait_ended_known CHECK ((wait_ended = ANY (ARRAY['left'::text, 'unanswered'::text, 'late'::text, 'removed'::text]))),
  constraint loan_words_length CHECK (((length(words) >= 1) AND (length(words) <= 600)))
);

table loan_line (
  commune_id integer not null default,
  loan_id uuid not null,
  pool_id uuid not null,
  quantity integer not null,
  seat_id uuid not null,
  constraint loan_line_seat_once UNIQUE (commune_id, seat_id),
  constraint loan_line_pkey PRIMARY KEY (commune_id, loan_id, pool_id),
  constraint loan_line_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint loan_line_commune_id_loan_id_fkey FOREIGN KEY (commune_id, loan_id) REFERENCES loan(commune_id, loan_id) ON DELETE CASCADE,
  constraint loan_line_commune_id_pool_id_fkey FOREIGN KEY (commune_id, pool_id) REFERENCES equipment_pool(commune_id, pool_id),
  constraint loan_line_commune_id_seat_id_fkey FOREIGN KEY (commune_id, seat_id) REFERENCES seat(commune_id, seat_id),
  constraint loan_line_quantity_real CHECK (((quantity >= 1) AND (quantity <= 500)))
);

table loan_notice (
  commune_id integer not null default,
  notice_id uuid not null default,
  loan_id uuid not null,
  kind text not null,
  for_at timestamp with time zone not null,
  sent_at timestamp with time zone not null,
  letters integer not null,
  over_at timestamp with time zone,
  constraint loan_notice_pkey PRIMARY KEY (commune_id, notice_id),
  constraint loan_notice_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint loan_notice_commune_id_loan_id_fkey FOREIGN KEY (commune_id, loan_id) REFERENCES loan(commune_id, loan_id) ON DELETE CASCADE,
  constraint loan_notice_kind_known CHECK ((kind = ANY (ARRAY['before_out'::text, 'before_back'::text, 'on_day'::text, 'late_1'::text, 'late_3'::text, 'late_7'::text, 'by_hand'::text, 'short'::text, 'offered'::text, 'replaced'::text]))),
  constraint loan_notice_letters_real CHECK ((letters >= 0))
);

table loan_refusal (
  commune_id integer not null default,
  refusal_id uuid not null default,
  association_id uuid,
  model_id uuid,
  rule text not null,
  quantity integer,
  from_day date not null,
  until_day date not null,
  at timestamp with time zone not null,
  constraint loan_refusal_pkey PRIMARY KEY (commune_id, refusal_id),
  constraint loan_refusal_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE SET NULL (association_id),
  constraint loan_refusal_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint loan_refusal_commune_id_model_id_fkey FOREIGN KEY (commune_id, model_id) REFERENCES equipment_model(commune_id, model_id) ON DELETE CASCADE,
  constraint loan_refusal_rule_word CHECK ((rule ~ '^[a-z_]{1,40}$'::text))
);

table mail (
  commune_id integer not null default,
  mail_id uuid not null default,
  kind text not null,
  to_email text not null,
  to_person_id uuid,
  reply_to text,
  subject text not null,
  text_body text not null,
  html_body text,
  message_id text not null,
  created_at timestamp with time zone not null default,
  sent_at timestamp with time zone,
  attempts integer not null default,
  last_error text,
  unsubscribe_url text,
  bounced_at timestamp with time zone,
  constraint mail_message_unique UNIQUE (commune_id, message_id),
  constraint mail_pkey PRIMARY KEY (commune_id, mail_id),
  constraint mail_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE
);

table mail_refusal (
  commune_id integer not null default,
  address_hash text not null,
  purpose text not null,
  refused_at timestamp with time zone not null,
  constraint mail_refusal_pkey PRIMARY KEY (commune_id, address_hash, purpose),
  constraint mail_refusal_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint mail_refusal_purpose_known CHECK ((purpose = 'confirmation'::text))
);

table migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default,
  constraint migration_pkey PRIMARY KEY (name)
);

table model_piece (
  commune_id integer not null default,
  model_id uuid not null,
  position integer not null,
  name text not null,
  quantity integer not null,
  constraint model_piece_pkey PRIMARY KEY (commune_id, model_id, "position"),
  constraint model_piece_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint model_piece_commune_id_model_id_fkey FOREIGN KEY (commune_id, model_id) REFERENCES equipment_model(commune_id, model_id) ON DELETE CASCADE,
  constraint model_piece_name_length CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint model_piece_quantity_real CHECK (((quantity >= 1) AND (quantity <= 999)))
);

table neighbour (
  commune_id integer not null default,
  neighbour_id uuid not null default,
  name text not null,
  address text not null,
  state text not null,
  etag text,
  last_modified text,
  digest text not null,
  left_out jsonb not null default,
  read_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  tried_at timestamp with time zone not null,
  failure text,
  failures integer not null default,
  doubted_at timestamp with time zone,
  doubted_count integer,
  constraint neighbour_once UNIQUE (commune_id, address),
  constraint neighbour_pkey PRIMARY KEY (commune_id, neighbour_id),
  constraint neighbour_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint neighbour_address_shape CHECK (((address ~ '^https?://'::text) AND (length(address) <= 1000))),
  constraint neighbour_doubted CHECK (((doubted_at IS NULL) = (doubted_count IS NULL))),
  constraint neighbour_fails CHECK (((failure IS NULL) = (failures = 0))),
  constraint neighbour_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint neighbour_state_known CHECK ((state = ANY (ARRAY['rehearsed'::text, 'followed'::text, 'paused'::text])))
);

table neighbour_association (
  commune_id integer not null default,
  neighbour_id uuid not null,
  external_id text not null,
  rna text,
  name text not null,
  name_sort text not null,
  purpose text,
  themes text[] not null default,
  town text,
  latitude double precision,
  longitude double precision,
  url text,
  words tsvector not null,
  forgotten boolean not null default,
  constraint neighbour_association_pkey PRIMARY KEY (commune_id, neighbour_id, external_id),
  constraint neighbour_association_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint neighbour_association_commune_id_neighbour_id_fkey FOREIGN KEY (commune_id, neighbour_id) REFERENCES neighbour(commune_id, neighbour_id) ON DELETE CASCADE,
  constraint neighbour_association_id_length CHECK (((length(external_id) >= 1) AND (length(external_id) <= 200))),
  constraint neighbour_association_latitude CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint neighbour_association_longitude CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint neighbour_association_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint neighbour_association_placed CHECK (((latitude IS NULL) = (longitude IS NULL))),
  constraint neighbour_association_purpose_length CHECK ((length(purpose) <= 400)),
  constraint neighbour_association_rna_shape CHECK ((rna ~ '^[0-9A-Z][0-9A-Z/-]{3,17}$'::text)),
  constraint neighbour_association_town_length CHECK ((length(town) <= 120)),
  constraint neighbour_association_url_shape CHECK (((url ~ '^https?://'::text) AND (length(url) <= 1000)))
);

table news_association (
  commune_id integer not null default,
  news_id uuid not null,
  association_id uuid not null,
  constraint news_association_pkey PRIMARY KEY (commune_id, news_id, association_id),
  constraint news_association_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint news_association_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint news_association_commune_id_news_id_fkey FOREIGN KEY (commune_id, news_id) REFERENCES news_item(commune_id, news_id) ON DELETE CASCADE
);

table news_item (
  commune_id integer not null default,
  news_id uuid not null default,
  slug text not null,
  kind text not null,
  state text not null,
  title text not null,
  body text not null default,
  support text,
  results text,
  previous jsonb,
  proposed_by uuid,
  proposer_id uuid,
  answer text,
  published_at timestamp with time zone,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  revision integer not null default,
  photo_file_id uuid,
  photo_before_id uuid,
  constraint news_item_slug_once UNIQUE (commune_id, slug),
  constraint news_item_pkey PRIMARY KEY (commune_id, news_id),
  constraint news_item_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint news_item_commune_id_photo_before_id_fkey FOREIGN KEY (commune_id, photo_before_id) REFERENCES file(commune_id, file_id) ON DELETE SET NULL (photo_before_id),
  constraint news_item_commune_id_photo_file_id_fkey FOREIGN KEY (commune_id, photo_file_id) REFERENCES file(commune_id, file_id) ON DELETE SET NULL (photo_file_id),
  constraint news_item_commune_id_proposed_by_fkey FOREIGN KEY (commune_id, proposed_by) REFERENCES association(commune_id, association_id) ON DELETE SET NULL (proposed_by),
  constraint news_item_commune_id_proposer_id_fkey FOREIGN KEY (commune_id, proposer_id) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (proposer_id),
  constraint news_item_answer_length CHECK ((length(answer) <= 600)),
  constraint news_item_body_length CHECK ((length(body) <= 6000)),
  constraint news_item_dated CHECK (((state <> 'published'::text) OR (published_at IS NOT NULL))),
  constraint news_item_kind_known CHECK ((kind = ANY (ARRAY['action'::text, 'initiative'::text]))),
  constraint news_item_results_length CHECK (((length(results) >= 1) AND (length(results) <= 1500))),
  constraint news_item_results_told CHECK (((state <> 'published'::text) OR (kind <> 'initiative'::text) OR (results IS NOT NULL))),
  constraint news_item_slug_word CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint news_item_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'draft'::text, 'published'::text, 'withdrawn'::text, 'declined'::text]))),
  constraint news_item_support_length CHECK (((length(support) >= 1) AND (length(support) <= 1500))),
  constraint news_item_support_told CHECK (((state <> 'published'::text) OR (kind <> 'action'::text) OR (support IS NOT NULL))),
  constraint news_item_title_length CHECK (((length(title) >= 1) AND (length(title) <= 120))),
  constraint news_item_told CHECK (((state <> 'published'::text) OR (body <> ''::text)))
);

table occurrence (
  commune_id integer not null default,
  occurrence_id uuid not null default,
  series_id uuid not null,
  original_day date not null,
  day date not null,
  start_minute smallint not null,
  duration_minutes smallint not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  state text not null default,
  notice text,
  sequence integer not null default,
  changed_at timestamp with time zone not null,
  constraint occurrence_once UNIQUE (commune_id, series_id, original_day),
  constraint occurrence_pkey PRIMARY KEY (commune_id, occurrence_id),
  constraint occurrence_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint occurrence_series FOREIGN KEY (commune_id, series_id) REFERENCES series(commune_id, series_id) ON DELETE CASCADE,
  constraint occurrence_duration_minutes CHECK (((duration_minutes >= 1) AND (duration_minutes <= 1440))),
  constraint occurrence_ends_after CHECK ((starts_at < ends_at)),
  constraint occurrence_notice_length CHECK (((length(notice) >= 1) AND (length(notice) <= 500))),
  constraint occurrence_planned_in_place CHECK (((state <> 'planned'::text) OR ((day = original_day) AND (notice IS NULL)))),
  constraint occurrence_start_minute CHECK (((start_minute >= 0) AND (start_minute <= 1439))),
  constraint occurrence_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'moved'::text, 'cancelled'::text])))
);

table open_data_state (
  commune_id integer not null default,
  noted_version bigint,
  noted_on date,
  noted_at timestamp with time zone,
  checked_at timestamp with time zone,
  findings jsonb,
  constraint open_data_state_pkey PRIMARY KEY (commune_id),
  constraint open_data_state_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint open_data_state_checked CHECK (((checked_at IS NULL) = (findings IS NULL))),
  constraint open_data_state_noted CHECK ((((noted_at IS NULL) = (noted_version IS NULL)) AND ((noted_at IS NULL) = (noted_on IS NULL))))
);

table opening_exception (
  commune_id integer not null default,
  opening_exception_id uuid not null default,
  timetable_id uuid not null,
  first_day date not null,
  last_day date not null,
  from_minute smallint,
  until_minute smallint,
  words text,
  constraint opening_exception_pkey PRIMARY KEY (commune_id, opening_exception_id),
  constraint opening_exception_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint opening_exception_timetable FOREIGN KEY (commune_id, timetable_id) REFERENCES timetable(commune_id, timetable_id) ON DELETE CASCADE,
  constraint opening_exception_days CHECK (((first_day <= last_day) AND ((last_day - first_day) < 366))),
  constraint opening_exception_hours CHECK ((((from_minute IS NULL) = (until_minute IS NULL)) AND ((from_minute IS NULL) OR ((0 <= from_minute) AND (from_minute < until_minute) AND (until_minute <= 1440))))),
  constraint opening_exception_words_length CHECK (((length(words) >= 1) AND (length(words) <= 200)))
);

table opening_rule (
  commune_id integer not null default,
  opening_rule_id uuid not null default,
  timetable_id uuid not null,
  weekday text not null,
  from_minute smallint not null,
  until_minute smallint not null,
  season text not null default,
  weeks text not null default,
  first_day date,
  last_day date,
  constraint opening_rule_pkey PRIMARY KEY (commune_id, opening_rule_id),
  constraint opening_rule_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint opening_rule_timetable FOREIGN KEY (commune_id, timetable_id) REFERENCES timetable(commune_id, timetable_id) ON DELETE CASCADE,
  constraint opening_rule_days CHECK ((first_day <= last_day)),
  constraint opening_rule_hours CHECK (((0 <= from_minute) AND (from_minute < until_minute) AND (until_minute <= 1440))),
  constraint opening_rule_period_dated CHECK (((season <> 'period'::text) OR ((first_day IS NOT NULL) AND (last_day IS NOT NULL)))),
  constraint opening_rule_season_known CHECK ((season = ANY (ARRAY['always'::text, 'term'::text, 'school_holidays'::text, 'period'::text]))),
  constraint opening_rule_weekday_known CHECK ((weekday = ANY (ARRAY['MO'::text, 'TU'::text, 'WE'::text, 'TH'::text, 'FR'::text, 'SA'::text, 'SU'::text]))),
  constraint opening_rule_weeks_known CHECK ((weeks = ANY (ARRAY['every'::text, 'even'::text, 'odd'::text, '1'::text, '2'::text, '3'::text, '4'::text, '-1'::text])))
);

table passkey (
  commune_id integer not null default,
  passkey_id uuid not null default,
  person_id uuid not null,
  credential_id text not null,
  public_key text not null,
  counter bigint not null,
  browser text,
  system text,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint passkey_credential_unique UNIQUE (commune_id, credential_id),
  constraint passkey_pkey PRIMARY KEY (commune_id, passkey_id),
  constraint passkey_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint passkey_person FOREIGN KEY (commune_id, person_id) REFERENCES person(commune_id, person_id) ON DELETE CASCADE
);

table passkey_challenge (
  commune_id integer not null default,
  challenge_hash text not null,
  person_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint passkey_challenge_pkey PRIMARY KEY (commune_id, challenge_hash),
  constraint passkey_challenge_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint passkey_challenge_person FOREIGN KEY (commune_id, person_id) REFERENCES person(commune_id, person_id) ON DELETE CASCADE
);

table person (
  commune_id integer not null default,
  person_id uuid not null default,
  email text not null,
  name text not null,
  phone text,
  language text not null default,
  created_at timestamp with time zone not null default,
  last_seen_on date,
  demonstration boolean not null default,
  constraint person_email_unique UNIQUE (commune_id, email),
  constraint person_pkey PRIMARY KEY (commune_id, person_id),
  constraint person_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint person_email_lower CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text))),
  constraint person_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);

table place (
  commune_id integer not null default,
  place_id uuid not null default,
  name text not null,
  name_key text not null,
  street text,
  complement text,
  postcode text,
  town text,
  insee text,
  latitude double precision,
  longitude double precision,
  district_id uuid,
  access_yes text[] not null default,
  access_no text[] not null default,
  access_note text,
  municipal boolean not null default,
  created_at timestamp with time zone not null default,
  street_key text not null default,
  revision integer not null default,
  constraint place_name_unique UNIQUE (commune_id, name_key),
  constraint place_pkey PRIMARY KEY (commune_id, place_id),
  constraint place_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint place_district_in_use FOREIGN KEY (commune_id, district_id) REFERENCES district(commune_id, district_id),
  constraint place_latitude_range CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint place_longitude_range CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint place_name_length CHECK (((length(name) >= 1) AND (length(name) <= 160)))
);

table priority_rule (
  commune_id integer not null default,
  publics integer not null,
  size integer not null,
  access integer not null,
  constraint priority_rule_pkey PRIMARY KEY (commune_id),
  constraint priority_rule_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint priority_rule_access_range CHECK (((access >= 0) AND (access <= 10))),
  constraint priority_rule_publics_range CHECK (((publics >= 0) AND (publics <= 10))),
  constraint priority_rule_size_range CHECK (((size >= 0) AND (size <= 10))),
  constraint priority_rule_something CHECK ((((publics + size) + access) > 0))
);

table proposal (
  commune_id integer not null default,
  proposal_id uuid not null default,
  kind text not null,
  association_id uuid,
  name text,
  body text not null,
  place text,
  sender_email text,
  sender_phone text,
  created_at timestamp with time zone not null,
  state text not null default,
  decided_at timestamp with time zone,
  decided_by uuid,
  answer text,
  created_association_id uuid,
  schedule text,
  website text,
  theme text,
  sender_name text,
  topic text,
  proposed jsonb,
  constraint proposal_pkey PRIMARY KEY (commune_id, proposal_id),
  constraint proposal_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint proposal_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint proposal_kind_known CHECK ((kind = ANY (ARRAY['new_association'::text, 'error'::text]))),
  constraint proposal_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'refused'::text]))),
  constraint proposal_topic_known CHECK ((topic = ANY (ARRAY['contact'::text, 'schedule'::text, 'place'::text, 'price'::text, 'about'::text, 'closed'::text, 'other'::text])))
);

table provider_entry (
  commune_id integer not null default,
  state_hash text not null,
  browser_hash text not null,
  nonce text not null,
  verifier text not null,
  next_path text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint provider_entry_pkey PRIMARY KEY (commune_id, state_hash),
  constraint provider_entry_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE
);

table provider_identity (
  commune_id integer not null default,
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  constraint provider_identity_person_unique UNIQUE (commune_id, person_id, issuer),
  constraint provider_identity_pkey PRIMARY KEY (commune_id, issuer, subject),
  constraint provider_identity_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint provider_identity_person FOREIGN KEY (commune_id, person_id) REFERENCES person(commune_id, person_id) ON DELETE CASCADE
);

table published_item (
  commune_id integer not null default,
  feed text not null,
  item_id uuid not null,
  digest text not null,
  modified bigint not null,
  gone boolean not null default,
  first_at timestamp with time zone not null,
  constraint published_item_pkey PRIMARY KEY (commune_id, feed, item_id),
  constraint published_item_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint published_item_feed_known CHECK ((feed = ANY (ARRAY['association'::text, 'activity'::text, 'session_series'::text, 'scheduled_session'::text])))
);

table queue_assignment (
  commune_id integer not null default,
  item_key text not null,
  agent_id uuid not null,
  set_by uuid,
  set_at timestamp with time zone not null,
  constraint queue_assignment_pkey PRIMARY KEY (commune_id, item_key),
  constraint queue_assignment_agent FOREIGN KEY (commune_id, agent_id) REFERENCES person(commune_id, person_id) ON DELETE CASCADE,
  constraint queue_assignment_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint queue_assignment_key_length CHECK (((length(item_key) >= 3) AND (length(item_key) <= 200)))
);

table queue_delay (
  commune_id integer not null default,
  item_key text not null,
  until_day date not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  constraint queue_delay_pkey PRIMARY KEY (commune_id, item_key),
  constraint queue_delay_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint queue_delay_person FOREIGN KEY (commune_id, set_by) REFERENCES person(commune_id, person_id) ON DELETE CASCADE,
  constraint queue_delay_key_length CHECK (((length(item_key) >= 3) AND (length(item_key) <= 200)))
);

table rate_limit (
  commune_id integer not null default,
  bucket text not null,
  window_start timestamp with time zone not null,
  hits integer not null default,
  constraint rate_limit_pkey PRIMARY KEY (commune_id, bucket, window_start),
  constraint rate_limit_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE
);

table registrant (
  commune_id integer not null default,
  registrant_id uuid not null default,
  registration_id uuid not null,
  opening_id uuid not null,
  position integer not null,
  name text not null,
  age integer,
  name_key text not null,
  contact_key text not null,
  active boolean not null default,
  constraint registrant_pkey PRIMARY KEY (commune_id, registrant_id),
  constraint registrant_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint registrant_commune_id_registration_id_fkey FOREIGN KEY (commune_id, registration_id) REFERENCES registration(commune_id, registration_id) ON DELETE CASCADE,
  constraint registrant_age_real CHECK (((age >= 0) AND (age <= 120))),
  constraint registrant_name_length CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);

table registrant_presence (
  commune_id integer not null default,
  registrant_id uuid not null,
  day date not null,
  noted_at timestamp with time zone not null,
  constraint registrant_presence_pkey PRIMARY KEY (commune_id, registrant_id, day),
  constraint registrant_presence_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint registrant_presence_commune_id_registrant_id_fkey FOREIGN KEY (commune_id, registrant_id) REFERENCES registrant(commune_id, registrant_id) ON DELETE CASCADE
);

table registration (
  commune_id integer not null default,
  registration_id uuid not null default,
  opening_id uuid not null,
  seat_id uuid not null,
  code text,
  email text,
  phone text,
  answers jsonb not null default,
  lang text not null default,
  made_by text not null,
  ended text,
  ended_at timestamp with time zone,
  purged_at timestamp with time zone,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint registration_code_once UNIQUE (commune_id, code),
  constraint registration_seat_once UNIQUE (commune_id, seat_id),
  constraint registration_pkey PRIMARY KEY (commune_id, registration_id),
  constraint registration_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint registration_commune_id_opening_id_fkey FOREIGN KEY (commune_id, opening_id) REFERENCES registration_opening(commune_id, opening_id) ON DELETE CASCADE,
  constraint registration_commune_id_seat_id_fkey FOREIGN KEY (commune_id, seat_id) REFERENCES seat(commune_id, seat_id) ON DELETE CASCADE,
  constraint registration_email_lower CHECK ((email = lower(email))),
  constraint registration_ended_known CHECK ((ended = ANY (ARRAY['resident'::text, 'association'::text, 'opening'::text, 'unanswered'::text, 'closed'::text]))),
  constraint registration_ended_on CHECK (((ended IS NULL) = (ended_at IS NULL))),
  constraint registration_lang_code CHECK ((lang ~ '^[a-z]{2}$'::text)),
  constraint registration_made_by_known CHECK ((made_by = ANY (ARRAY['resident'::text, 'association'::text]))),
  constraint registration_purged_empty CHECK (((purged_at IS NULL) OR ((num_nonnulls(email, phone, code) = 0) AND (answers = '{}'::jsonb)))),
  constraint registration_reachable CHECK (((num_nonnulls(email, phone) > 0) OR (purged_at IS NOT NULL)))
);

table registration_call (
  commune_id integer not null default,
  call_id uuid not null default,
  registration_id uuid not null,
  what text not null,
  at_moment timestamp with time zone,
  word text,
  made_at timestamp with time zone not null,
  done_at timestamp with time zone,
  constraint registration_call_pkey PRIMARY KEY (commune_id, call_id),
  constraint registration_call_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint registration_call_commune_id_registration_id_fkey FOREIGN KEY (commune_id, registration_id) REFERENCES registration(commune_id, registration_id) ON DELETE CASCADE,
  constraint registration_call_what_known CHECK ((what = ANY (ARRAY['offered'::text, 'unanswered'::text, 'closed'::text, 'cancelled'::text, 'date_cancelled'::text, 'date_moved'::text, 'date_back'::text, 'stopped'::text, 'back'::text, 'hours'::text, 'mail_refused'::text]))),
  constraint registration_call_word_length CHECK ((length(word) <= 300))
);

table registration_date_told (
  commune_id integer not null default,
  opening_id uuid not null,
  occurrence_id uuid not null,
  state text not null,
  starts_at timestamp with time zone not null,
  constraint registration_date_told_pkey PRIMARY KEY (commune_id, opening_id, occurrence_id),
  constraint registration_date_told_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint registration_date_told_commune_id_opening_id_fkey FOREIGN KEY (commune_id, opening_id) REFERENCES registration_opening(commune_id, opening_id) ON DELETE CASCADE,
  constraint registration_date_told_known CHECK ((state = ANY (ARRAY['moved'::text, 'cancelled'::text])))
);

table registration_link (
  commune_id integer not null default,
  link_hash text not null,
  registration_id uuid not null,
  made_at timestamp with time zone not null,
  constraint registration_link_pkey PRIMARY KEY (commune_id, link_hash),
  constraint registration_link_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint registration_link_commune_id_registration_id_fkey FOREIGN KEY (commune_id, registration_id) REFERENCES registration(commune_id, registration_id) ON DELETE CASCADE
);

table registration_opening (
  commune_id integer not null default,
  opening_id uuid not null default,
  activity_id uuid not null,
  occurrence_id uuid,
  counter_id uuid not null,
  opens_at timestamp with time zone,
  most integer not null default,
  asked text[] not null default,
  question text,
  message text,
  told_state text not null default,
  told_starts_at timestamp with time zone,
  told_hours text,
  cancelled_at timestamp with time zone,
  cancelled_word text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint registration_opening_counter_once UNIQUE (commune_id, counter_id),
  constraint registration_opening_once UNIQUE NULLS NOT DISTINCT (commune_id, activity_id, occurrence_id),
  constraint registration_opening_pkey PRIMARY KEY (commune_id, opening_id),
  constraint registration_opening_commune_id_activity_id_fkey FOREIGN KEY (commune_id, activity_id) REFERENCES activity(commune_id, activity_id) ON DELETE CASCADE,
  constraint registration_opening_commune_id_counter_id_fkey FOREIGN KEY (commune_id, counter_id) REFERENCES seat_counter(commune_id, counter_id),
  constraint registration_opening_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint registration_opening_asked_known CHECK ((asked <@ ARRAY['age'::text, 'town'::text, 'adult'::text, 'equipment'::text])),
  constraint registration_opening_message_length CHECK ((length(message) <= 600)),
  constraint registration_opening_most_real CHECK (((most >= 1) AND (most <= 8))),
  constraint registration_opening_question_length CHECK ((length(question) <= 160)),
  constraint registration_opening_told_known CHECK ((told_state = ANY (ARRAY['planned'::text, 'moved'::text, 'cancelled'::text, 'gone'::text, 'stopped'::text]))),
  constraint registration_opening_word_length CHECK ((length(cancelled_word) <= 300))
);

table registry_batch (
  commune_id integer not null default,
  batch_id uuid not null default,
  file_name text not null,
  file_sha256 text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  state text not null default,
  progress_lines integer not null default,
  progress_at timestamp with time zone,
  counts jsonb not null default,
  constraint registry_batch_pkey PRIMARY KEY (commune_id, batch_id),
  constraint registry_batch_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint registry_batch_state_known CHECK ((state = ANY (ARRAY['reading'::text, 'ready'::text, 'failed'::text, 'undone'::text])))
);

table registry_line (
  commune_id integer not null default,
  batch_id uuid not null,
  line integer not null,
  facts jsonb not null,
  constraint registry_line_pkey PRIMARY KEY (commune_id, batch_id, line),
  constraint registry_line_commune_id_batch_id_fkey FOREIGN KEY (commune_id, batch_id) REFERENCES registry_batch(commune_id, batch_id) ON DELETE CASCADE
);

table registry_proposal (
  commune_id integer not null default,
  proposal_id uuid not null default,
  batch_id uuid not null,
  association_id uuid,
  subject text not null,
  name text not null,
  kind text not null,
  field text not null,
  old_values jsonb not null default,
  new_values jsonb not null default,
  value_key text not null,
  state text not null default,
  decided_at timestamp with time zone,
  decided_by uuid,
  image jsonb,
  constraint registry_proposal_pkey PRIMARY KEY (commune_id, proposal_id),
  constraint registry_proposal_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint registry_proposal_commune_id_batch_id_fkey FOREIGN KEY (commune_id, batch_id) REFERENCES registry_batch(commune_id, batch_id) ON DELETE CASCADE,
  constraint registry_proposal_kind_known CHECK ((kind = ANY (ARRAY['new'::text, 'moved_in'::text, 'moved_out'::text, 'moved'::text, 'renamed'::text, 'aims'::text, 'ceased'::text, 'successor'::text, 'other'::text]))),
  constraint registry_proposal_state_known CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'refused'::text, 'superseded'::text, 'undone'::text])))
);

table reminder (
  commune_id integer not null default,
  reminder_id uuid not null default,
  association_id uuid not null,
  climb integer not null,
  step text not null,
  sections text[] not null,
  taken_at timestamp with time zone not null,
  taken_on date not null,
  contact_id uuid,
  address_hash text,
  constraint reminder_step_once UNIQUE (commune_id, association_id, climb, step),
  constraint reminder_pkey PRIMARY KEY (commune_id, reminder_id),
  constraint reminder_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint reminder_commune_id_contact_id_fkey FOREIGN KEY (commune_id, contact_id) REFERENCES association_contact(commune_id, contact_id) ON DELETE SET NULL (contact_id),
  constraint reminder_step_known CHECK ((step = ANY (ARRAY['first'::text, 'second'::text, 'referent'::text, 'phone'::text])))
);

table reminder_rule (
  commune_id integer not null default,
  active boolean not null default,
  answer_days integer not null default,
  quiet_months integer[] not null default,
  constraint reminder_rule_pkey PRIMARY KEY (commune_id),
  constraint reminder_rule_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint reminder_rule_answer_range CHECK (((answer_days >= 7) AND (answer_days <= 90))),
  constraint reminder_rule_months_known CHECK (((quiet_months <@ ARRAY[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) AND (cardinality(quiet_months) < 12)))
);

table resource_place (
  commune_id integer not null default,
  resource_place_id uuid not null default,
  slug text not null,
  name text not null,
  place_id uuid not null,
  association_id uuid,
  hybrid boolean not null default,
  state text not null default,
  summary text,
  presentation text,
  remote text,
  welcome text,
  connection text,
  email text,
  phone text,
  website text,
  acceslibre text,
  siret text,
  equipment text[] not null default,
  services text[] not null default,
  publics text[] not null default,
  care text[] not null default,
  cost text[] not null default,
  entry text[] not null default,
  support text[] not null default,
  timetable_id uuid not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  revision integer not null default,
  constraint resource_place_slug_once UNIQUE (commune_id, slug),
  constraint resource_place_pkey PRIMARY KEY (commune_id, resource_place_id),
  constraint resource_place_association FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE SET NULL (association_id),
  constraint resource_place_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint resource_place_place FOREIGN KEY (commune_id, place_id) REFERENCES place(commune_id, place_id),
  constraint resource_place_timetable FOREIGN KEY (commune_id, timetable_id) REFERENCES timetable(commune_id, timetable_id),
  constraint resource_place_acceslibre_shape CHECK (((acceslibre ~ '^https://'::text) AND (length(acceslibre) <= 500))),
  constraint resource_place_care_known CHECK ((care <@ ARRAY['deafness'::text, 'motor'::text, 'mental'::text, 'illiteracy'::text, 'english'::text, 'languages'::text, 'sight'::text])),
  constraint resource_place_connection_length CHECK (((length(connection) >= 1) AND (length(connection) <= 300))),
  constraint resource_place_cost_known CHECK ((cost <@ ARRAY['free'::text, 'conditional'::text, 'paid'::text])),
  constraint resource_place_email_length CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint resource_place_entry_known CHECK ((entry <@ ARRAY['come'::text, 'phone'::text, 'mail'::text, 'online'::text, 'none'::text, 'referred'::text])),
  constraint resource_place_equipment_known CHECK ((equipment <@ ARRAY['wifi'::text, 'computers'::text, 'tablets'::text, 'printer'::text, 'scanner'::text, 'camera'::text])),
  constraint resource_place_name_length CHECK (((length(name) >= 1) AND (length(name) <= 160))),
  constraint resource_place_phone_length CHECK (((length(phone) >= 4) AND (length(phone) <= 40))),
  constraint resource_place_presentation_length CHECK (((length(presentation) >= 1) AND (length(presentation) <= 4000))),
  constraint resource_place_publics_known CHECK ((publics <@ ARRAY['youth'::text, 'students'::text, 'families'::text, 'seniors'::text, 'women'::text])),
  constraint resource_place_remote_length CHECK (((length(remote) >= 1) AND (length(remote) <= 500))),
  constraint resource_place_services_known CHECK ((services <@ ARRAY['procedures'::text, 'everyday'::text, 'work'::text, 'safety'::text, 'parenting'::text, 'leisure'::text, 'culture'::text, 'access'::text, 'equipment'::text])),
  constraint resource_place_siret_shape CHECK ((siret ~ '^\d{14}$'::text)),
  constraint resource_place_slug_shape CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 120))),
  constraint resource_place_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text]))),
  constraint resource_place_summary_length CHECK (((length(summary) >= 1) AND (length(summary) <= 280))),
  constraint resource_place_support_known CHECK ((support <@ ARRAY['alone'::text, 'individual'::text, 'group'::text, 'remote'::text])),
  constraint resource_place_website_shape CHECK (((website ~ '^https?://'::text) AND (length(website) <= 500))),
  constraint resource_place_welcome_length CHECK (((length(welcome) >= 1) AND (length(welcome) <= 300)))
);

table school_holiday (
  commune_id integer not null default,
  zone text not null,
  first_day date not null,
  last_day date not null,
  name text not null,
  constraint school_holiday_pkey PRIMARY KEY (commune_id, zone, first_day),
  constraint school_holiday_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint school_holiday_days CHECK (((first_day <= last_day) AND ((last_day - first_day) < 120))),
  constraint school_holiday_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint school_holiday_zone_known CHECK ((zone = ANY (ARRAY['a'::text, 'b'::text, 'c'::text, 'corse'::text, 'guadeloupe'::text, 'guyane'::text, 'martinique'::text, 'mayotte'::text, 'reunion'::text, 'saint_pierre'::text, 'polynesie'::text, 'caledonie'::text, 'wallis'::text])))
);

table search_document (
  commune_id integer not null default,
  association_id uuid not null,
  slug text not null,
  name text not null,
  name_sort text not null,
  name_key text not null,
  name_size integer not null,
  acronym_key text,
  state text not null,
  words tsvector not null,
  codes text[] not null default,
  latitudes double precision[] not null default,
  longitudes double precision[] not null default,
  freshness integer not null,
  browse_rank integer not null,
  line json not null,
  confirmed_on date,
  constraint search_document_pkey PRIMARY KEY (commune_id, association_id),
  constraint search_document_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint search_document_freshness_known CHECK (((freshness >= 0) AND (freshness <= 3))),
  constraint search_document_state_known CHECK ((state = ANY (ARRAY['active'::text, 'dormant'::text, 'ceased'::text])))
);

table search_need (
  commune_id integer not null default,
  day date not null,
  words text not null,
  searches integer not null,
  constraint search_need_pkey PRIMARY KEY (commune_id, day, words),
  constraint search_need_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint search_need_length CHECK (((length(words) >= 2) AND (length(words) <= 80)))
);

table search_stale (
  commune_id integer not null default,
  stale_id uuid not null default,
  association_id uuid not null,
  constraint search_stale_pkey PRIMARY KEY (commune_id, stale_id),
  constraint search_stale_commune_id_association_id_fkey FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE
);

table search_summary (
  commune_id integer not null default,
  documents integer not null,
  facets jsonb not null,
  districts jsonb not null,
  places jsonb not null,
  newest jsonb not null,
  constraint search_summary_pkey PRIMARY KEY (commune_id),
  constraint search_summary_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE
);

table search_word (
  commune_id integer not null default,
  word text not null,
  shown text,
  stem text not null,
  sound text not null,
  near text[] not null,
  frequency integer not null default,
  constraint search_word_pkey PRIMARY KEY (commune_id, word),
  constraint search_word_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE
);

table seat (
  commune_id integer not null default,
  seat_id uuid not null default,
  counter_id uuid not null,
  quantity integer not null,
  state text not null,
  expires_at timestamp with time zone,
  position bigint,
  passed integer not null default,
  notices integer not null default,
  to_tell text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  from_at timestamp with time zone not null default,
  until_at timestamp with time zone not null default,
  ahead smallint not null default,
  since_day date,
  score smallint not null default,
  withdrawn_at timestamp with time zone,
  constraint seat_position_once UNIQUE (commune_id, counter_id, "position"),
  constraint seat_within_capacity TRIGGER,
  constraint seat_pkey PRIMARY KEY (commune_id, seat_id),
  constraint seat_commune_id_counter_id_fkey FOREIGN KEY (commune_id, counter_id) REFERENCES seat_counter(commune_id, counter_id) ON DELETE CASCADE,
  constraint seat_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint seat_ahead_known CHECK ((ahead = ANY (ARRAY[0, 1]))),
  constraint seat_expires CHECK (((state = ANY (ARRAY['held'::text, 'offered'::text])) = (expires_at IS NOT NULL))),
  constraint seat_notices_few CHECK (((notices >= 0) AND (notices <= 3))),
  constraint seat_period CHECK ((from_at < until_at)),
  constraint seat_quantity_real CHECK ((quantity >= 1)),
  constraint seat_score_real CHECK (((score >= '-1'::integer) AND (score <= 100))),
  constraint seat_state_known CHECK ((state = ANY (ARRAY['taken'::text, 'held'::text, 'waiting'::text, 'offered'::text, 'cancelled'::text, 'expired'::text]))),
  constraint seat_to_tell_known CHECK ((to_tell = ANY (ARRAY['offered'::text, 'unanswered'::text, 'closed'::text, 'withdrawn'::text]))),
  constraint seat_waits_in_order CHECK (((state <> ALL (ARRAY['waiting'::text, 'offered'::text])) OR ("position" IS NOT NULL))),
  constraint seat_withdrawn_offered_again CHECK (((withdrawn_at IS NULL) OR (state <> 'offered'::text)))
);

table seat_counter (
  commune_id integer not null default,
  counter_id uuid not null default,
  owner text not null,
  capacity integer,
  waiting boolean not null default,
  offer_minutes integer not null default,
  closes_at timestamp with time zone,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  present integer,
  constraint seat_capacity_kept TRIGGER,
  constraint seat_counter_pkey PRIMARY KEY (commune_id, counter_id),
  constraint seat_counter_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint seat_counter_capacity_real CHECK ((capacity >= 0)),
  constraint seat_counter_offer_real CHECK (((offer_minutes >= 5) AND (offer_minutes <= 20160))),
  constraint seat_counter_owner_word CHECK ((owner ~ '^[a-z-]{1,40}$'::text)),
  constraint seat_counter_present_real CHECK ((present >= 0))
);

table seat_lock (
  commune_id integer not null default,
  counter_id uuid not null,
  turn bigint not null default,
  constraint seat_lock_pkey PRIMARY KEY (commune_id, counter_id)
);

table series (
  commune_id integer not null default,
  series_id uuid not null default,
  first_day date not null,
  last_day date,
  start_minute smallint not null,
  duration_minutes smallint not null,
  zone text not null default,
  rule text,
  skip_public_holidays boolean not null default,
  skip_school_holidays boolean not null default,
  follows_series_id uuid,
  sequence integer not null default,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint series_pkey PRIMARY KEY (commune_id, series_id),
  constraint series_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint series_followed FOREIGN KEY (commune_id, follows_series_id) REFERENCES series(commune_id, series_id) ON DELETE SET NULL (follows_series_id),
  constraint series_days CHECK (((last_day IS NULL) OR (first_day <= (last_day + 1)))),
  constraint series_duration_minutes CHECK (((duration_minutes >= 1) AND (duration_minutes <= 1440))),
  constraint series_follows_another CHECK ((follows_series_id <> series_id)),
  constraint series_rule_known CHECK ((rule ~ '^FREQ=(DAILY(;INTERVAL=[1-9]\d?)?|WEEKLY(;INTERVAL=[1-9]\d?)?;BYDAY=(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*|MONTHLY;BYDAY=([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU)(,([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU))*)$'::text)),
  constraint series_start_minute CHECK (((start_minute >= 0) AND (start_minute <= 1439))),
  constraint series_zone_known CHECK ((zone = ANY (ARRAY['Europe/Paris'::text, 'America/Guadeloupe'::text, 'America/Martinique'::text, 'America/Cayenne'::text, 'Indian/Reunion'::text, 'Indian/Mayotte'::text, 'America/Miquelon'::text, 'America/St_Barthelemy'::text, 'America/Marigot'::text, 'Pacific/Tahiti'::text, 'Pacific/Noumea'::text, 'Pacific/Wallis'::text])))
);

table session (
  commune_id integer not null default,
  session_id uuid not null default,
  token_hash text not null,
  person_id uuid not null,
  created_at timestamp with time zone not null default,
  expires_at timestamp with time zone not null,
  browser text,
  system text,
  provider_exit text,
  constraint session_token_unique UNIQUE (commune_id, token_hash),
  constraint session_pkey PRIMARY KEY (commune_id, session_id),
  constraint session_commune_id_person_id_fkey FOREIGN KEY (commune_id, person_id) REFERENCES person(commune_id, person_id) ON DELETE CASCADE
);

table sign_in_token (
  commune_id integer not null default,
  token_id uuid not null default,
  email text not null,
  link_hash text not null,
  code_hash text not null,
  attempts integer not null default,
  next_path text,
  created_at timestamp with time zone not null default,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  person_id uuid,
  request_hash text not null,
  constraint sign_in_link_unique UNIQUE (commune_id, link_hash),
  constraint sign_in_request_unique UNIQUE (commune_id, request_hash),
  constraint sign_in_token_pkey PRIMARY KEY (commune_id, token_id),
  constraint sign_in_person FOREIGN KEY (commune_id, person_id) REFERENCES person(commune_id, person_id) ON DELETE CASCADE
);

table signature (
  commune_id integer not null default,
  signature_id uuid not null default,
  kind text not null,
  convention_id uuid,
  loan_id uuid,
  way text,
  side text not null,
  how text not null,
  name text not null,
  file_id uuid,
  signed_at timestamp with time zone not null,
  signed_by uuid,
  constraint signature_once UNIQUE NULLS NOT DISTINCT (commune_id, kind, convention_id, loan_id, way, side),
  constraint signature_pkey PRIMARY KEY (commune_id, signature_id),
  constraint signature_commune_id_convention_id_fkey FOREIGN KEY (commune_id, convention_id) REFERENCES convention(commune_id, convention_id) ON DELETE CASCADE,
  constraint signature_commune_id_file_id_fkey FOREIGN KEY (commune_id, file_id) REFERENCES file(commune_id, file_id) ON DELETE SET NULL (file_id),
  constraint signature_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint signature_commune_id_loan_id_fkey FOREIGN KEY (commune_id, loan_id) REFERENCES loan(commune_id, loan_id) ON DELETE CASCADE,
  constraint signature_commune_id_signed_by_fkey FOREIGN KEY (commune_id, signed_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (signed_by),
  constraint signature_file_fits CHECK (((file_id IS NULL) OR (how = ANY (ARRAY['drawn'::text, 'paper'::text])))),
  constraint signature_how_known CHECK ((how = ANY (ARRAY['drawn'::text, 'typed'::text, 'paper'::text]))),
  constraint signature_kind_known CHECK ((kind = ANY (ARRAY['convention'::text, 'loan_slip'::text, 'condition'::text]))),
  constraint signature_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint signature_of_one CHECK (
CASE kind
    WHEN 'convention'::text THEN (convention_id IS NOT NULL)
    ELSE (loan_id IS NOT NULL)
END),
  constraint signature_side_known CHECK ((side = ANY (ARRAY['association'::text, 'commune'::text]))),
  constraint signature_way_known CHECK ((way = ANY (ARRAY['out'::text, 'back'::text]))),
  constraint signature_way_said CHECK (((kind = 'condition'::text) = (way IS NOT NULL)))
);

table spare_part (
  commune_id integer not null default,
  part_id uuid not null default,
  name text not null,
  place_id uuid not null,
  shelf text,
  in_stock integer not null default,
  threshold integer not null default,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint spare_part_pkey PRIMARY KEY (commune_id, part_id),
  constraint spare_part_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint spare_part_commune_id_place_id_fkey FOREIGN KEY (commune_id, place_id) REFERENCES lending_place(commune_id, place_id),
  constraint spare_part_in_stock_real CHECK (((in_stock >= 0) AND (in_stock <= 100000))),
  constraint spare_part_name_length CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint spare_part_shelf_length CHECK (((length(shelf) >= 1) AND (length(shelf) <= 40))),
  constraint spare_part_threshold_real CHECK (((threshold >= 0) AND (threshold <= 10000)))
);

table spare_part_model (
  commune_id integer not null default,
  part_id uuid not null,
  model_id uuid not null,
  constraint spare_part_model_pkey PRIMARY KEY (commune_id, part_id, model_id),
  constraint spare_part_model_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint spare_part_model_commune_id_model_id_fkey FOREIGN KEY (commune_id, model_id) REFERENCES equipment_model(commune_id, model_id) ON DELETE CASCADE,
  constraint spare_part_model_commune_id_part_id_fkey FOREIGN KEY (commune_id, part_id) REFERENCES spare_part(commune_id, part_id) ON DELETE CASCADE
);

table spare_part_move (
  commune_id integer not null default,
  move_id uuid not null default,
  part_id uuid not null,
  kind text not null,
  change integer not null,
  in_stock integer not null,
  unit_id uuid,
  at timestamp with time zone not null,
  moved_by uuid,
  constraint spare_part_move_pkey PRIMARY KEY (commune_id, move_id),
  constraint spare_part_move_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint spare_part_move_commune_id_moved_by_fkey FOREIGN KEY (commune_id, moved_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (moved_by),
  constraint spare_part_move_commune_id_part_id_fkey FOREIGN KEY (commune_id, part_id) REFERENCES spare_part(commune_id, part_id) ON DELETE CASCADE,
  constraint spare_part_move_commune_id_unit_id_fkey FOREIGN KEY (commune_id, unit_id) REFERENCES equipment_unit(commune_id, unit_id) ON DELETE CASCADE,
  constraint spare_part_move_in_stock_real CHECK ((in_stock >= 0)),
  constraint spare_part_move_kind_known CHECK ((kind = ANY (ARRAY['used'::text, 'received'::text, 'counted'::text]))),
  constraint spare_part_move_sign CHECK (
CASE kind
    WHEN 'used'::text THEN (change < 0)
    WHEN 'received'::text THEN (change > 0)
    ELSE true
END),
  constraint spare_part_move_unit CHECK (((unit_id IS NULL) OR (kind = 'used'::text)))
);

table staff_invitation (
  commune_id integer not null default,
  invitation_id uuid not null default,
  email text not null,
  name text not null,
  roles text[] not null,
  link_hash text not null,
  invited_by uuid,
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  constraint staff_invitation_link_unique UNIQUE (commune_id, link_hash),
  constraint staff_invitation_pkey PRIMARY KEY (commune_id, invitation_id),
  constraint staff_invitation_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint staff_invitation_email_lower CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text))),
  constraint staff_invitation_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint staff_invitation_roles_known CHECK (((cardinality(roles) > 0) AND (roles <@ ARRAY['administrator'::text, 'referent'::text, 'equipment_manager'::text, 'front_desk'::text, 'communication'::text, 'elected'::text])))
);

table staff_role (
  commune_id integer not null default,
  person_id uuid not null,
  role text not null,
  granted_at timestamp with time zone not null default,
  granted_by uuid,
  constraint staff_role_administrator_kept TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint staff_role_pkey PRIMARY KEY (commune_id, person_id, role),
  constraint staff_role_commune_id_person_id_fkey FOREIGN KEY (commune_id, person_id) REFERENCES person(commune_id, person_id) ON DELETE CASCADE,
  constraint staff_role_known CHECK ((role = ANY (ARRAY['administrator'::text, 'referent'::text, 'equipment_manager'::text, 'front_desk'::text, 'communication'::text, 'elected'::text])))
);

table standard_kit (
  commune_id integer not null default,
  standard_kit_id uuid not null default,
  association_id uuid not null,
  kit_id uuid not null,
  since timestamp with time zone not null,
  constraint standard_kit_once UNIQUE (commune_id, association_id),
  constraint standard_kit_pkey PRIMARY KEY (commune_id, standard_kit_id),
  constraint standard_kit_association FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint standard_kit_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint standard_kit_kit FOREIGN KEY (commune_id, kit_id) REFERENCES equipment_kit(commune_id, kit_id) ON DELETE CASCADE
);

table support_event (
  commune_id integer not null default,
  event_id uuid not null default,
  association_id uuid not null,
  kind text not null,
  day date not null,
  source_kind text not null,
  source_id uuid not null,
  done_by uuid,
  note text,
  noted_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  revision integer not null default,
  constraint support_event_once UNIQUE (commune_id, kind, source_id, association_id),
  constraint support_event_pkey PRIMARY KEY (commune_id, event_id),
  constraint support_event_association FOREIGN KEY (commune_id, association_id) REFERENCES association(commune_id, association_id) ON DELETE CASCADE,
  constraint support_event_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint support_event_done_by FOREIGN KEY (commune_id, done_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (done_by),
  constraint support_event_kind_known CHECK ((kind = ANY (ARRAY['hand_over'::text, 'visit'::text, 'appointment'::text, 'session'::text, 'diagnosis'::text, 'software_access'::text, 'phone'::text, 'other'::text]))),
  constraint support_event_note_length CHECK (((length(note) >= 1) AND (length(note) <= 600))),
  constraint support_event_source_word CHECK ((source_kind ~ '^[a-z_]{1,40}$'::text))
);

table synonym (
  commune_id integer not null default,
  synonym_id uuid not null default,
  words text[] not null,
  keys text[] not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint synonym_pkey PRIMARY KEY (commune_id, synonym_id),
  constraint synonym_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint synonym_words_several CHECK (((cardinality(words) >= 2) AND (cardinality(words) <= 30)))
);

table template_version (
  commune_id integer not null default,
  kind text not null,
  version integer not null,
  source text,
  saved_at timestamp with time zone not null,
  saved_by uuid,
  constraint template_version_pkey PRIMARY KEY (commune_id, kind, version),
  constraint template_version_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint template_version_commune_id_saved_by_fkey FOREIGN KEY (commune_id, saved_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (saved_by),
  constraint template_version_kind_word CHECK (((kind ~ '^[a-z]+(_[a-z]+)*$'::text) AND (length(kind) <= 40))),
  constraint template_version_real CHECK ((version >= 1)),
  constraint template_version_source_length CHECK (((length(source) >= 1) AND (length(source) <= 60000)))
);

table timetable (
  commune_id integer not null default,
  timetable_id uuid not null default,
  zone text not null default,
  public_holidays text not null default,
  closed_days boolean not null default,
  changed_at timestamp with time zone not null,
  constraint timetable_pkey PRIMARY KEY (commune_id, timetable_id),
  constraint timetable_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint timetable_public_holidays_known CHECK ((public_holidays = ANY (ARRAY['closed'::text, 'open'::text]))),
  constraint timetable_zone_known CHECK ((zone = ANY (ARRAY['Europe/Paris'::text, 'America/Guadeloupe'::text, 'America/Martinique'::text, 'America/Cayenne'::text, 'Indian/Reunion'::text, 'Indian/Mayotte'::text, 'America/Miquelon'::text, 'America/St_Barthelemy'::text, 'America/Marigot'::text, 'Pacific/Tahiti'::text, 'Pacific/Noumea'::text, 'Pacific/Wallis'::text])))
);

table unit_step (
  commune_id integer not null default,
  event_id uuid not null,
  kind text not null,
  step text not null,
  done_at timestamp with time zone not null,
  done_by uuid,
  constraint unit_step_pkey PRIMARY KEY (commune_id, event_id, kind, step),
  constraint unit_step_commune_id_done_by_fkey FOREIGN KEY (commune_id, done_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (done_by),
  constraint unit_step_commune_id_event_id_fkey FOREIGN KEY (commune_id, event_id) REFERENCES custody_event(commune_id, event_id) ON DELETE CASCADE,
  constraint unit_step_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint unit_step_kind_known CHECK ((kind = ANY (ARRAY['hygiene'::text, 'check'::text]))),
  constraint unit_step_length CHECK (((length(step) >= 1) AND (length(step) <= 200)))
);

table upkeep_done (
  commune_id integer not null default,
  plan_id uuid not null,
  unit_id uuid not null,
  nth integer not null,
  at timestamp with time zone not null,
  done_by uuid,
  note text,
  constraint upkeep_done_once PRIMARY KEY (commune_id, plan_id, unit_id, nth),
  constraint upkeep_done_commune_id_done_by_fkey FOREIGN KEY (commune_id, done_by) REFERENCES person(commune_id, person_id) ON DELETE SET NULL (done_by),
  constraint upkeep_done_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint upkeep_done_commune_id_plan_id_fkey FOREIGN KEY (commune_id, plan_id) REFERENCES upkeep_plan(commune_id, plan_id) ON DELETE CASCADE,
  constraint upkeep_done_commune_id_unit_id_fkey FOREIGN KEY (commune_id, unit_id) REFERENCES equipment_unit(commune_id, unit_id) ON DELETE CASCADE,
  constraint upkeep_done_note_length CHECK (((length(note) >= 1) AND (length(note) <= 300))),
  constraint upkeep_done_nth_real CHECK ((nth >= 1))
);

table upkeep_plan (
  commune_id integer not null default,
  plan_id uuid not null default,
  model_id uuid not null,
  task text not null,
  each_days integer,
  each_loans integer,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint upkeep_plan_pkey PRIMARY KEY (commune_id, plan_id),
  constraint upkeep_plan_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint upkeep_plan_commune_id_model_id_fkey FOREIGN KEY (commune_id, model_id) REFERENCES equipment_model(commune_id, model_id) ON DELETE CASCADE,
  constraint upkeep_plan_each_days_real CHECK (((each_days >= 1) AND (each_days <= 3650))),
  constraint upkeep_plan_each_loans_real CHECK (((each_loans >= 1) AND (each_loans <= 1000))),
  constraint upkeep_plan_task_length CHECK (((length(task) >= 1) AND (length(task) <= 200))),
  constraint upkeep_plan_when CHECK (((each_days IS NOT NULL) OR (each_loans IS NOT NULL)))
);

table visit_count (
  commune_id integer not null default,
  day date not null,
  page_kind text not null,
  channel text not null,
  subject_id text not null default,
  views integer not null,
  constraint visit_count_pkey PRIMARY KEY (commune_id, day, page_kind, channel, subject_id),
  constraint visit_count_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES commune(commune_id) ON DELETE CASCADE,
  constraint visit_channel_known CHECK ((channel = ANY (ARRAY['site'::text, 'widget'::text, 'feed'::text, 'api'::text])))
);

CREATE INDEX absence_of_person ON public.absence USING btree (commune_id, person_id, to_day);

CREATE INDEX absence_of_replacement ON public.absence USING btree (commune_id, replacement_id);

CREATE INDEX activity_by_association ON public.activity USING btree (commune_id, association_id, season);

CREATE INDEX activity_by_place ON public.activity USING btree (commune_id, place_id) WHERE (place_id IS NOT NULL);

CREATE INDEX activity_calendar_event_by_activity ON public.activity_calendar_event USING btree (commune_id, activity_id);

CREATE INDEX activity_document_association ON public.activity_document USING btree (commune_id, association_id);

CREATE INDEX activity_document_browse ON public.activity_document USING btree (commune_id, browse_rank, title_sort, activity_id);

CREATE INDEX activity_document_words ON public.activity_document USING gin (words) WITH (fastupdate=off);

CREATE INDEX activity_photo ON public.activity USING btree (commune_id, photo_file_id) WHERE (photo_file_id IS NOT NULL);

CREATE INDEX activity_photo_before ON public.activity USING btree (commune_id, photo_before_id) WHERE (photo_before_id IS NOT NULL);

CREATE INDEX activity_slot_by_place ON public.activity_slot USING btree (commune_id, place_id) WHERE (place_id IS NOT NULL);

CREATE INDEX address_proof_email ON public.address_proof USING btree (commune_id, email);

CREATE INDEX address_proof_of_person ON public.address_proof USING btree (commune_id, person_id);

CREATE INDEX allocation_loan ON public.allocation USING btree (commune_id, loan_id);

CREATE INDEX allocation_unit ON public.allocation USING btree (commune_id, unit_id);

CREATE INDEX association_added ON public.association USING btree (commune_id, created_at DESC);

CREATE INDEX association_contact_of ON public.association_contact USING btree (commune_id, association_id, "position");

CREATE INDEX association_designation_ender ON public.association_designation USING btree (commune_id, ended_by);

CREATE INDEX association_designation_maker ON public.association_designation USING btree (commune_id, made_by);

CREATE INDEX association_document_end ON public.association_document USING btree (commune_id, expires_on) WHERE (expires_on IS NOT NULL);

CREATE INDEX association_document_file ON public.association_document USING btree (commune_id, file_id);

CREATE INDEX association_invitation_code ON public.association_invitation USING btree (commune_id, code_id);

CREATE INDEX association_invitation_handover ON public.association_invitation USING btree (commune_id, handover_id);

CREATE INDEX association_member_person ON public.association_member USING btree (commune_id, person_id);

CREATE INDEX association_merged ON public.association USING btree (commune_id, merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX association_name ON public.association USING btree (commune_id, name_sort, association_id);

CREATE INDEX association_note_by ON public.association_note USING btree (commune_id, author_id);

CREATE INDEX association_note_of ON public.association_note USING btree (commune_id, association_id, written_at DESC);

CREATE INDEX association_place_of ON public.association_place USING btree (commune_id, place_id);

CREATE INDEX association_siren ON public.association USING btree (commune_id, siren) WHERE (siren IS NOT NULL);

CREATE INDEX association_state ON public.association USING btree (commune_id, state, state_on);

CREATE INDEX association_tool_by ON public.association_tool USING btree (commune_id, said_by);

CREATE INDEX booking_kept ON public.booking USING btree (commune_id, ends_at) WHERE (purged_at IS NULL);

CREATE INDEX booking_of_association ON public.booking USING btree (commune_id, association_id, starts_at) WHERE (association_id IS NOT NULL);

CREATE INDEX booking_waiting ON public.booking USING btree (commune_id, bookable_id) WHERE (waiting AND (ended IS NULL));

CREATE INDEX booking_when ON public.booking USING btree (commune_id, bookable_id, ends_at);

CREATE INDEX bulk_change_time ON public.bulk_change USING btree (commune_id, made_at DESC);

CREATE INDEX campaign_association_of ON public.campaign_association USING btree (commune_id, association_id);

CREATE INDEX campaign_by_time ON public.campaign USING btree (commune_id, created_at DESC);

CREATE INDEX circle_of_place ON public.circle USING btree (commune_id, resource_place_id);

CREATE INDEX claim_code_of ON public.claim_code USING btree (commune_id, association_id);

CREATE INDEX claim_request_of ON public.claim_request USING btree (commune_id, association_id);

CREATE INDEX claim_request_waiting ON public.claim_request USING btree (commune_id, state, asked_at);

CREATE INDEX commitment_latest ON public.commitment_state USING btree (commune_id, commitment, noted_at DESC);

CREATE INDEX confirmation_latest ON public.confirmation USING btree (commune_id, association_id, section, confirmed_at DESC);

CREATE INDEX confirmation_link_association ON public.confirmation_link USING btree (commune_id, association_id, made_at DESC);

CREATE INDEX confirmation_link_contact ON public.confirmation_link USING btree (commune_id, contact_id);

CREATE INDEX custody_event_at ON public.custody_event USING btree (commune_id, at);

CREATE INDEX custody_event_loan ON public.custody_event USING btree (commune_id, loan_id) WHERE (loan_id IS NOT NULL);

CREATE INDEX custody_event_unit ON public.custody_event USING btree (commune_id, unit_id, at);

CREATE INDEX date_follower_email ON public.date_follower USING btree (commune_id, email);

CREATE INDEX declared_figure_of ON public.declared_figure USING btree (commune_id, indicator, to_day DESC);

CREATE INDEX declared_need_closer ON public.declared_need USING btree (commune_id, closed_by);

CREATE INDEX declared_need_declarer ON public.declared_need USING btree (commune_id, declared_by);

CREATE INDEX declared_need_of ON public.declared_need USING btree (commune_id, association_id, declared_at DESC);

CREATE INDEX duplicate_open ON public.duplicate_suggestion USING btree (commune_id, state, score DESC);

CREATE INDEX equipment_model_owner ON public.equipment_model USING btree (commune_id, owner_association_id) WHERE (owner_association_id IS NOT NULL);

CREATE INDEX equipment_model_photo ON public.equipment_model USING btree (commune_id, photo_file_id) WHERE (photo_file_id IS NOT NULL);

CREATE INDEX equipment_model_photo_before ON public.equipment_model USING btree (commune_id, photo_before_id) WHERE (photo_before_id IS NOT NULL);

CREATE INDEX equipment_review_of ON public.equipment_review USING btree (commune_id, pool_id, decided_at DESC);

CREATE INDEX equipment_unit_pool ON public.equipment_unit USING btree (commune_id, pool_id);

CREATE INDEX handover_of ON public.handover USING btree (commune_id, association_id, made_at DESC);

CREATE INDEX import_activity_by_activity ON public.import_activity USING btree (commune_id, activity_id) WHERE (activity_id IS NOT NULL);

CREATE INDEX import_activity_by_key ON public.import_activity USING btree (commune_id, key) WHERE (activity_id IS NOT NULL);

CREATE INDEX import_duplicate_score ON public.import_duplicate USING btree (commune_id, import_id, score DESC);

CREATE INDEX import_line_association ON public.import_line USING btree (commune_id, association_id) WHERE (association_id IS NOT NULL);

CREATE INDEX import_line_key ON public.import_line USING btree (commune_id, key, import_id) WHERE ((leader IS NULL) AND (staged = 'read'::text));

CREATE INDEX import_time ON public.import USING btree (commune_id, made_at DESC);

CREATE INDEX inventory_import_made ON public.inventory_import USING btree (commune_id, made_at DESC);

CREATE INDEX inventory_unit_of ON public.inventory_unit USING btree (commune_id, unit_id, at DESC);

CREATE INDEX journal_import ON public.journal USING btree (commune_id, import_id) WHERE (import_id IS NOT NULL);

CREATE INDEX journal_personal_about ON public.journal_personal USING btree (commune_id, about_kind, about_id);

CREATE INDEX journal_subject ON public.journal USING btree (commune_id, subject_kind, subject_id, at DESC);

CREATE INDEX journal_time ON public.journal USING btree (commune_id, at DESC);

CREATE INDEX lending_place_owner ON public.lending_place USING btree (commune_id, owner_association_id) WHERE (owner_association_id IS NOT NULL);

CREATE INDEX letter_batch_by_time ON public.letter_batch USING btree (commune_id, made_at DESC);

CREATE INDEX loan_by_state ON public.loan USING btree (commune_id, state, from_at);

CREATE INDEX loan_line_pool ON public.loan_line USING btree (commune_id, pool_id);

CREATE INDEX loan_links ON public.loan USING gin (links) WHERE (links <> '{}'::text[]);

CREATE INDEX loan_of ON public.loan USING btree (commune_id, association_id, from_at DESC) INCLUDE (state, request_id);

CREATE INDEX loan_out ON public.loan USING btree (commune_id, association_id, until_at) WHERE (state = 'out'::text);

CREATE INDEX loan_refusal_of ON public.loan_refusal USING btree (commune_id, at);

CREATE INDEX loan_request ON public.loan USING btree (commune_id, request_id);

CREATE INDEX mail_created ON public.mail USING btree (commune_id, created_at DESC);

CREATE INDEX neighbour_association_rna ON public.neighbour_association USING btree (commune_id, rna) WHERE (rna IS NOT NULL);

CREATE INDEX neighbour_association_words ON public.neighbour_association USING gin (words);

CREATE INDEX news_association_of ON public.news_association USING btree (commune_id, association_id);

CREATE INDEX news_item_latest ON public.news_item USING btree (commune_id, published_at DESC) WHERE (state = 'published'::text);

CREATE INDEX news_item_photo ON public.news_item USING btree (commune_id, photo_file_id) WHERE (photo_file_id IS NOT NULL);

CREATE INDEX news_item_photo_before ON public.news_item USING btree (commune_id, photo_before_id) WHERE (photo_before_id IS NOT NULL);

CREATE INDEX occurrence_by_day ON public.occurrence USING btree (commune_id, day, start_minute);

CREATE INDEX opening_exception_of_timetable ON public.opening_exception USING btree (commune_id, timetable_id, last_day);

CREATE INDEX opening_rule_of_timetable ON public.opening_rule USING btree (commune_id, timetable_id);

CREATE INDEX passkey_of_person ON public.passkey USING btree (commune_id, person_id);

CREATE INDEX place_street ON public.place USING btree (commune_id, street_key) WHERE (street_key <> ''::text);

CREATE INDEX proposal_association ON public.proposal USING btree (commune_id, association_id) WHERE (association_id IS NOT NULL);

CREATE INDEX proposal_waiting ON public.proposal USING btree (commune_id, state, created_at);

CREATE INDEX published_item_in_order ON public.published_item USING btree (commune_id, feed, modified, item_id);

CREATE INDEX queue_assignment_of_agent ON public.queue_assignment USING btree (commune_id, agent_id);

CREATE INDEX queue_delay_of_person ON public.queue_delay USING btree (commune_id, set_by);

CREATE INDEX registrant_of_registration ON public.registrant USING btree (commune_id, registration_id, "position");

CREATE INDEX registration_by_email ON public.registration USING btree (commune_id, email) WHERE (email IS NOT NULL);

CREATE INDEX registration_by_opening ON public.registration USING btree (commune_id, opening_id, created_at);

CREATE INDEX registration_call_of ON public.registration_call USING btree (commune_id, registration_id) WHERE (done_at IS NULL);

CREATE INDEX registration_link_of ON public.registration_link USING btree (commune_id, registration_id);

CREATE INDEX registry_batch_time ON public.registry_batch USING btree (commune_id, made_at DESC);

CREATE INDEX registry_proposal_association ON public.registry_proposal USING btree (commune_id, association_id) WHERE (association_id IS NOT NULL);

CREATE INDEX registry_proposal_batch ON public.registry_proposal USING btree (commune_id, batch_id, state, kind);

CREATE INDEX registry_proposal_refused ON public.registry_proposal USING btree (commune_id, subject, field, value_key) WHERE (state = 'refused'::text);

CREATE INDEX reminder_contact ON public.reminder USING btree (commune_id, contact_id);

CREATE INDEX resource_place_of_association ON public.resource_place USING btree (commune_id, association_id) WHERE (association_id IS NOT NULL);

CREATE INDEX search_document_acronym ON public.search_document USING btree (commune_id, acronym_key) WHERE (acronym_key IS NOT NULL);

CREATE INDEX search_document_browse ON public.search_document USING btree (commune_id, browse_rank, name_sort, association_id);

CREATE INDEX search_document_name ON public.search_document USING btree (commune_id, name_key);

CREATE INDEX search_document_words ON public.search_document USING gin (words) WITH (fastupdate=off);

CREATE INDEX search_stale_association ON public.search_stale USING btree (commune_id, association_id);

CREATE INDEX search_word_near ON public.search_word USING gin (near);

CREATE INDEX search_word_sound ON public.search_word USING btree (commune_id, sound);

CREATE INDEX search_word_stem ON public.search_word USING btree (commune_id, stem);

CREATE INDEX search_word_trigram ON public.search_word USING gin (word gin_trgm_ops);

CREATE INDEX seat_expiring ON public.seat USING btree (commune_id, expires_at) WHERE (state = ANY (ARRAY['held'::text, 'offered'::text]));

CREATE INDEX seat_had ON public.seat USING btree (commune_id, counter_id, until_at, from_at) WHERE (state = ANY (ARRAY['taken'::text, 'held'::text, 'offered'::text, 'waiting'::text]));

CREATE INDEX seat_moving ON public.seat USING btree (commune_id, counter_id) WHERE (state = ANY (ARRAY['held'::text, 'offered'::text, 'waiting'::text]));

CREATE INDEX series_following ON public.series USING btree (commune_id, follows_series_id);

CREATE INDEX session_person ON public.session USING btree (commune_id, person_id);

CREATE INDEX sign_in_email ON public.sign_in_token USING btree (commune_id, email, created_at);

CREATE INDEX signature_file ON public.signature USING btree (commune_id, file_id) WHERE (file_id IS NOT NULL);

CREATE INDEX spare_part_move_of ON public.spare_part_move USING btree (commune_id, part_id, at DESC);

CREATE INDEX standard_kit_of ON public.standard_kit USING btree (commune_id, kit_id);

CREATE INDEX support_event_by ON public.support_event USING btree (commune_id, done_by);

CREATE INDEX support_event_of ON public.support_event USING btree (commune_id, association_id, day DESC);

CREATE INDEX support_event_on ON public.support_event USING btree (commune_id, day);

CREATE INDEX upkeep_done_unit ON public.upkeep_done USING btree (commune_id, unit_id);

CREATE INDEX upkeep_plan_model ON public.upkeep_plan USING btree (commune_id, model_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX allocation_out_once ON public.allocation USING btree (commune_id, unit_id) WHERE (state = 'out'::text);

CREATE UNIQUE INDEX association_designation_open ON public.association_designation USING btree (commune_id, association_id, kind) WHERE (ended_on IS NULL);

CREATE UNIQUE INDEX association_document_in_use_once ON public.association_document USING btree (commune_id, association_id, kind) WHERE ((replaced_at IS NULL) AND (removed_at IS NULL));

CREATE UNIQUE INDEX association_invitation_waiting ON public.association_invitation USING btree (commune_id, association_id, email, claimed) WHERE (accepted_at IS NULL);

CREATE UNIQUE INDEX convention_once ON public.convention USING btree (commune_id, association_id, from_day) WHERE (withdrawn_at IS NULL);

CREATE UNIQUE INDEX declared_need_open ON public.declared_need USING btree (commune_id, association_id, tool) WHERE (closed_at IS NULL);

CREATE UNIQUE INDEX file_small ON public.file USING btree (commune_id, small_of) WHERE (small_of IS NOT NULL);

CREATE UNIQUE INDEX loan_notice_once ON public.loan_notice USING btree (commune_id, loan_id, kind, for_at) WHERE (over_at IS NULL);

CREATE UNIQUE INDEX registrant_once ON public.registrant USING btree (commune_id, opening_id, contact_key, name_key) WHERE active;

CREATE UNIQUE INDEX registry_batch_file_once ON public.registry_batch USING btree (commune_id, file_sha256) WHERE (state = ANY (ARRAY['reading'::text, 'ready'::text]));

CREATE UNIQUE INDEX registry_proposal_open_once ON public.registry_proposal USING btree (commune_id, subject, field) WHERE (state = 'open'::text);

CREATE UNIQUE INDEX spare_part_name_once ON public.spare_part USING btree (commune_id, name, place_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX staff_invitation_waiting ON public.staff_invitation USING btree (commune_id, email) WHERE (accepted_at IS NULL);

function add_job(task text, payload jsonb, job_key text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone) security definer -- eec128342a53542dafabdb45c8e7d37c

function address_hash(written text) -- fc5d148c94929a82a315f5d1c7014007

function allocation_goes_out_fit() -- 4b8f54ef71138c9124c8fc7642de1308

function association_priority() -- 8e40648f65f20121f9fc55e99ac62783

function commune_hosts() security definer -- b39925c6ca68af4bde44b6888b3e31a1

function current_commune() -- d41d8cd98f00b204e9800998ecf8427e

function custody_event_stays() -- ed94e14d720e78bc6d856c6297cfda01

function end_in(day date, start_minute integer, duration integer, zone text) -- d41d8cd98f00b204e9800998ecf8427e

function files_in_use(wanted text[]) security definer -- 80180e0d9fc36f23d018c2be092c18b7

function forget_counter() -- 0500b270a4e3d876b55a39eb931c3b60

function forget_hours() -- 00e1fea334f0b9996133c3bec1ca97c4

function freshness_rules() -- f7fc902d0be8559eeb393aaab4269e15

function hide_in_journal(pattern text, mark text, public_names text[]) security definer -- 785b3a26d01a98a8dc1ddc740b417bec

function instant_in(day date, minute integer, zone text) -- d41d8cd98f00b204e9800998ecf8427e

function keep_an_administrator() -- 3b8cda718459ae485a1dd60e0a5c67cc

function kept_as_done() -- 881fda8d75875bbae59a6a8bd1e6636e

function listing_freshness(on_day date) -- 4ccf500ebab880aa0e0d3e3410b72ea1

function loan_line_gone() -- 027e965c9b24b115cec1ace025089b1c

function mail_contacts() -- bcecae4a7b75dfd7679f1d00a500f180

function note_unheld() -- 353cc36af3fc49e79befc3307dabdb72

function place_uses() -- fbd59979b827aa14ed2751855aea04bc

function priority_rules() -- 0ecdd80e917b6477ae36bc51fb4b929d

function raise_content_version() -- a33dc3595478aafbd603512a7c35c50b

function reminders_due(on_day date, answer_days integer) -- de1ee0bc10fa954ba517bd878e75f7dc

function reminders_open(on_day date) -- c241989c956295f567a3bdffc7060d62

function search_activities(ask jsonb) security definer -- 32293b06262f6dae62bd01567cc0d1e2

function search_closeness(known search_word, word_asked text, slips text[], sound_asked text) -- 2a9d91b00fe80303c79da8d9aa3e6540

function search_condition(shape text, labels text) -- b0e1b4f90878b53b8e7d17af7cde4e73

function search_directory(ask jsonb) security definer -- f9e4a69e09e3f613073cd58645020694

function search_distance(latitudes double precision[], longitudes double precision[], lat double precision, lon double precision) -- 45ce404553c02cd5d04a8570c7c3758e

function search_filter(ask jsonb, without text) -- fe1e115f019e276cb5861912b09c4160

function search_near(word_asked text, near_asked jsonb, sound_asked text) -- cb25e5bef220d02ddd8a5d81527484a3

function search_neighbours(ask jsonb) security definer -- 8086d9fbe5e679aa03055613e76b3758

function search_note_activity() -- 0930fe041d2d54066c66cde1b648f3bc

function search_note_answering(ids uuid[]) -- ac7357ac755b31c6b37bce41b2a60aec

function search_note_changed() -- 5bccaf1249c92a48c0dd5255924a5fae

function search_note_district() -- e9498ff63a4d1a167f9dd04632ecdf85

function search_note_place() -- e32d38cc285e4f84a1988258fae7e9b3

function search_note_removed() -- 175e891ce426e4a8c6ebf3392b9d5cc2

function search_note_rules() -- 75c97a5d9464cb50468b1aeccaefca2b

function search_note_series() -- da93f0f030e45da69823e317437e72f6

function search_note_slot() -- f930952741aa6a737101703d0422e1d6

function search_other_choices(prefix text, open boolean, others tsquery) -- 6523a3d4fa5aca1f5c3b6c97b03ca68a

function search_understand(ask jsonb, OUT anything tsquery, OUT everything tsquery, OUT firmly tsquery, OUT several boolean, OUT corrected jsonb, OUT suggested jsonb, OUT weight double precision[], OUT sure tsquery[], OUT word tsquery[], OUT in_name tsquery[], OUT other tsquery[], OUT other_a tsquery[], OUT other_b tsquery[], OUT other_c tsquery[]) -- 54cbfceea0e42d5edcc15c752700ee8e

function search_wake() -- d5bd6f57bebe8aadb054f94ab097e6cb

function search_worth(words tsvector, weight double precision, sure tsquery, word tsquery, other tsquery, other_a tsquery, other_b tsquery, other_c tsquery) -- 14c5c44bdea3eaf195842c45cfa54aee

function seat_guard() -- c89a8f6ec9822937b0ef97191a0338fc

function seat_lock_follows() -- 4f3f5540660490e186eb4698090dd544

function seat_peak(of_commune integer, of_counter uuid, since timestamp with time zone, till timestamp with time zone, at_moment timestamp with time zone) -- 17d4bde3e95e40b2304356821a427348

function section_freshness(on_day date) -- 1ebb3178c1f50f4d555edafb5531e2db

function settle_photo(whose integer, photo uuid) -- 77430c804e87961b99519de61d024abd

function settle_photos() -- a63e87f065e0bda17732ede196e84cba

policy absence_commune on absence using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy access_review_commune on access_review using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy activity_calendar_commune on activity_calendar using (commune_id = current_commune());

policy activity_calendar_event_commune on activity_calendar_event using (commune_id = current_commune());

policy activity_commune on activity using (commune_id = current_commune());

policy activity_document_commune on activity_document using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy activity_slot_commune on activity_slot using (commune_id = current_commune());

policy activity_summary_commune on activity_summary using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy address_proof_commune on address_proof using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy allocation_commune on allocation using (commune_id = current_commune());

policy association_commune on association using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy association_contact_commune on association_contact using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy association_designation_commune on association_designation using (commune_id = current_commune());

policy association_document_commune on association_document using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy association_invitation_commune on association_invitation using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy association_member_commune on association_member using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy association_merge_commune on association_merge using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy association_note_commune on association_note using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy association_place_commune on association_place using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy association_tool_commune on association_tool using (commune_id = current_commune());

policy association_translation_commune on association_translation using (commune_id = current_commune());

policy association_unheld_commune on association_unheld using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy bookable_commune on bookable using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy booking_commune on booking using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy bulk_change_commune on bulk_change using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy campaign_association_commune on campaign_association using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy campaign_commune on campaign using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy circle_commune on circle using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy claim_code_commune on claim_code using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy claim_request_commune on claim_request using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy closed_day_commune on closed_day using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy column_mapping_commune on column_mapping using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy commitment_state_commune on commitment_state using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy commune_calendar_commune on commune_calendar using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy commune_self on commune using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy confirmation_commune on confirmation using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy confirmation_link_commune on confirmation_link using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy confirmation_mail_commune on confirmation_mail using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy content_version_commune on content_version using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy convention_commune on convention using (commune_id = current_commune());

policy custody_event_commune on custody_event using (commune_id = current_commune());

policy custody_photo_commune on custody_photo using (commune_id = current_commune());

policy date_follower_commune on date_follower using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy date_told_commune on date_told using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy dead_address_commune on dead_address using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy declared_figure_commune on declared_figure using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy declared_need_commune on declared_need using (commune_id = current_commune());

policy district_commune on district using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy document_reminder_commune on document_reminder using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy duplicate_suggestion_commune on duplicate_suggestion using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy equipment_kit_commune on equipment_kit using (commune_id = current_commune());

policy equipment_model_commune on equipment_model using (commune_id = current_commune());

policy equipment_pool_commune on equipment_pool using (commune_id = current_commune());

policy equipment_review_commune on equipment_review using (commune_id = current_commune());

policy equipment_unit_commune on equipment_unit using (commune_id = current_commune());

policy essential_tool_commune on essential_tool using (commune_id = current_commune());

policy file_commune on file using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy followed_calendar_commune on followed_calendar using (commune_id = current_commune());

policy form_answer_commune on form_answer using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy freshness_rule_commune on freshness_rule using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy hand_over_commune on hand_over using (commune_id = current_commune());

policy handover_commune on handover using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy handover_person_commune on handover_person using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy import_activity_commune on import_activity using (commune_id = current_commune());

policy import_commune on import using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy import_duplicate_commune on import_duplicate using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy import_line_commune on import_line using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy inventory_import_commune on inventory_import using (commune_id = current_commune());

policy inventory_line_commune on inventory_line using (commune_id = current_commune());

policy inventory_unit_commune on inventory_unit using (commune_id = current_commune());

policy journal_commune on journal using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy journal_personal_commune on journal_personal using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy kit_line_commune on kit_line using (commune_id = current_commune());

policy lending_place_commune on lending_place using (commune_id = current_commune());

policy lending_rules_commune on lending_rules using (commune_id = current_commune());

policy letter_batch_commune on letter_batch using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy loan_commune on loan using (commune_id = current_commune());

policy loan_line_commune on loan_line using (commune_id = current_commune());

policy loan_notice_commune on loan_notice using (commune_id = current_commune());

policy loan_refusal_commune on loan_refusal using (commune_id = current_commune());

policy mail_commune on mail using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy mail_refusal_commune on mail_refusal using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy model_piece_commune on model_piece using (commune_id = current_commune());

policy neighbour_association_commune on neighbour_association using (commune_id = current_commune());

policy neighbour_commune on neighbour using (commune_id = current_commune());

policy news_association_commune on news_association using (commune_id = current_commune());

policy news_item_commune on news_item using (commune_id = current_commune());

policy occurrence_commune on occurrence using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy open_data_state_commune on open_data_state using (commune_id = current_commune());

policy opening_exception_commune on opening_exception using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy opening_rule_commune on opening_rule using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy passkey_challenge_commune on passkey_challenge using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy passkey_commune on passkey using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy person_commune on person using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy place_commune on place using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy priority_rule_commune on priority_rule using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy proposal_commune on proposal using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy provider_entry_commune on provider_entry using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy provider_identity_commune on provider_identity using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy published_item_commune on published_item using (commune_id = current_commune());

policy queue_assignment_commune on queue_assignment using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy queue_delay_commune on queue_delay using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy rate_limit_commune on rate_limit using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy registrant_commune on registrant using (commune_id = current_commune());

policy registrant_presence_commune on registrant_presence using (commune_id = current_commune());

policy registration_call_commune on registration_call using (commune_id = current_commune());

policy registration_commune on registration using (commune_id = current_commune());

policy registration_date_told_commune on registration_date_told using (commune_id = current_commune());

policy registration_link_commune on registration_link using (commune_id = current_commune());

policy registration_opening_commune on registration_opening using (commune_id = current_commune());

policy registry_batch_commune on registry_batch using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy registry_line_commune on registry_line using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy registry_proposal_commune on registry_proposal using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy reminder_commune on reminder using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy reminder_rule_commune on reminder_rule using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy resource_place_commune on resource_place using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy school_holiday_commune on school_holiday using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy search_document_commune on search_document using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy search_need_commune on search_need using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy search_stale_commune on search_stale using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy search_summary_commune on search_summary using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy search_word_commune on search_word using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy seat_commune on seat using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy seat_counter_commune on seat_counter using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy seat_lock_commune on seat_lock using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy series_commune on series using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy session_commune on session using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy sign_in_token_commune on sign_in_token using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy signature_commune on signature using (commune_id = current_commune());

policy spare_part_commune on spare_part using (commune_id = current_commune());

policy spare_part_model_commune on spare_part_model using (commune_id = current_commune());

policy spare_part_move_commune on spare_part_move using (commune_id = current_commune());

policy staff_invitation_commune on staff_invitation using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy staff_role_commune on staff_role using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy standard_kit_commune on standard_kit using (commune_id = current_commune());

policy support_event_commune on support_event using (commune_id = current_commune());

policy synonym_commune on synonym using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy template_version_commune on template_version using (commune_id = current_commune());

policy timetable_commune on timetable using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);

policy unit_step_commune on unit_step using (commune_id = current_commune());

policy upkeep_done_commune on upkeep_done using (commune_id = current_commune());

policy upkeep_plan_commune on upkeep_plan using (commune_id = current_commune());

policy visit_count_commune on visit_count using (commune_id = (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer);
