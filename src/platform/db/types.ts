// Written by `npm run schema` from the migrated database; a test fails when it lies.
import type { ColumnType, Generated } from "kysely";

/** JSON is read as it is and written as text. */
type Json = ColumnType<unknown, string, string>;
type OptionalJson = ColumnType<unknown, string | undefined, string>;

export type AbsenceRow = {
  commune_id: Generated<number>;
  absence_id: Generated<string>;
  person_id: string;
  replacement_id: string | null;
  from_day: string;
  to_day: string;
  set_by: string | null;
  set_at: Date;
};

export type AccessReviewRow = {
  commune_id: Generated<number>;
  association_id: string;
  reviewed_on: string | null;
  assembly_month: number | null;
  reminded_on: string | null;
};

export type ActivityRow = {
  commune_id: Generated<number>;
  activity_id: Generated<string>;
  association_id: string;
  slug: string;
  kind: string;
  season: number | null;
  title: string;
  what: string | null;
  themes: Generated<string[]>;
  publics: Generated<string[]>;
  min_age: number | null;
  max_age: number | null;
  level: Generated<string>;
  access_yes: Generated<string[]>;
  spoken_languages: Generated<string[]>;
  place_id: string | null;
  place_detail: string | null;
  price_kind: Generated<string>;
  price_from: string | null;
  price_note: string | null;
  reductions: string | null;
  trial: Generated<string>;
  registration: string | null;
  registration_url: string | null;
  contact_name: string | null;
  contact_phone: string | null;
  contact_email: string | null;
  photo_file_id: string | null;
  state: Generated<string>;
  published_at: Date | null;
  stopped_on: string | null;
  continues_id: string | null;
  taken_up: string | null;
  confirmed_on: string | null;
  source: string;
  revision: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  told: Json | null;
  told_on: string | null;
  photo_before_id: string | null;
};

export type ActivityCalendarRow = {
  commune_id: Generated<number>;
  calendar_id: Generated<string>;
  association_id: string;
  state: Generated<string>;
  events: Json | null;
  outcomes: OptionalJson;
  image: Json | null;
  made_at: Generated<Date>;
  applied_at: Date | null;
  address: string | null;
};

export type ActivityCalendarEventRow = {
  commune_id: Generated<number>;
  association_id: string;
  uid: string;
  activity_id: string;
  digest: string;
  written_at: Date;
  followed_id: string | null;
};

export type ActivityDocumentRow = {
  commune_id: Generated<number>;
  activity_id: string;
  association_id: string;
  season: number | null;
  title_key: string;
  title_sort: string;
  words: string;
  codes: string[];
  min_age: number | null;
  max_age: number | null;
  price: string | null;
  last_day: string | null;
  latitudes: string;
  longitudes: string;
  browse_rank: number;
  line: string;
};

export type ActivitySlotRow = {
  commune_id: Generated<number>;
  activity_id: string;
  series_id: string;
  place_id: string | null;
  place_detail: string | null;
};

export type ActivitySummaryRow = {
  commune_id: Generated<number>;
  documents: number;
  facets: Json;
};

export type AddressProofRow = {
  commune_id: Generated<number>;
  proof_id: Generated<string>;
  purpose: string;
  email: string;
  person_id: string | null;
  link_hash: string;
  made_at: Date;
  expires_at: Date;
  used_at: Date | null;
};

export type AllocationRow = {
  commune_id: Generated<number>;
  allocation_id: Generated<string>;
  loan_id: string;
  pool_id: string;
  unit_id: string;
  state: string;
  from_at: Date;
  until_at: Date;
  out_at: Date | null;
  back_at: Date | null;
};

export type AssociationRow = {
  commune_id: Generated<number>;
  association_id: Generated<string>;
  slug: string;
  name: string;
  name_sort: string;
  acronym: string | null;
  legal_form: Generated<string>;
  rna: string | null;
  siret: string | null;
  siren: string | null;
  aims: string | null;
  registry_themes: Generated<string[]>;
  themes: Generated<string[]>;
  publics: Generated<string[]>;
  keywords: Generated<string[]>;
  spoken_languages: Generated<string[]>;
  schedule: string | null;
  prices: string | null;
  registration: string | null;
  access_yes: Generated<string[]>;
  access_no: Generated<string[]>;
  access_note: string | null;
  website: string | null;
  links: Generated<string[]>;
  created_on: string | null;
  state: Generated<string>;
  state_source: string | null;
  state_on: string | null;
  state_noted_at: Date | null;
  successor_rna: string | null;
  seat_street: string | null;
  seat_complement: string | null;
  seat_postcode: string | null;
  seat_town: string | null;
  seat_insee: string | null;
  seat_public: Generated<boolean>;
  logo_file_id: string | null;
  photo_file_id: string | null;
  referent_id: string | null;
  listed: Generated<boolean>;
  merged_into: string | null;
  provenance: OptionalJson;
  revision: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  members_band: string | null;
  employees_band: string | null;
};

export type AssociationContactRow = {
  commune_id: Generated<number>;
  contact_id: Generated<string>;
  association_id: string;
  position: Generated<number>;
  name: string | null;
  role: string | null;
  email: string | null;
  phone: string | null;
  name_public: Generated<boolean>;
  email_public: Generated<boolean>;
  phone_public: Generated<boolean>;
  person_id: string | null;
};

export type AssociationDesignationRow = {
  commune_id: Generated<number>;
  designation_id: Generated<string>;
  association_id: string;
  kind: string;
  criterion: string;
  words: string | null;
  since: string;
  made_by: string | null;
  made_at: Date;
  ended_on: string | null;
  end_reason: string | null;
  ended_by: string | null;
};

export type AssociationDocumentRow = {
  commune_id: Generated<number>;
  document_id: Generated<string>;
  association_id: string;
  kind: string;
  file_id: string;
  dated_on: string;
  expires_on: string | null;
  visibility: string;
  added_at: Date;
  added_by: string | null;
  by_kind: string;
  replaced_at: Date | null;
  removed_at: Date | null;
  removed_by: string | null;
};

export type AssociationInvitationRow = {
  commune_id: Generated<number>;
  invitation_id: Generated<string>;
  association_id: string;
  email: string;
  name: string | null;
  role: string;
  topics: Generated<string[]>;
  how: string;
  claimed: Generated<boolean>;
  link_hash: string;
  code_id: string | null;
  handover_id: string | null;
  invited_by: string | null;
  invited_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
  accepted_by: string | null;
};

export type AssociationMemberRow = {
  commune_id: Generated<number>;
  association_id: string;
  person_id: string;
  role: string;
  since: Generated<Date>;
  topics: Generated<string[]>;
};

export type AssociationMergeRow = {
  commune_id: Generated<number>;
  merge_id: Generated<string>;
  kept_id: string;
  absorbed_id: string;
  before_images: Json;
  merged_at: Date;
  merged_by: string | null;
  undone_at: Date | null;
  undone_by: string | null;
};

export type AssociationNoteRow = {
  commune_id: Generated<number>;
  note_id: Generated<string>;
  association_id: string;
  body: string;
  previous_body: string | null;
  author_id: string | null;
  written_at: Date;
  edited_at: Date | null;
  removed_at: Date | null;
  revision: Generated<number>;
};

export type AssociationPlaceRow = {
  commune_id: Generated<number>;
  association_id: string;
  place_id: string;
  position: Generated<number>;
  detail: string | null;
};

export type AssociationToolRow = {
  commune_id: Generated<number>;
  answer_id: Generated<string>;
  association_id: string;
  tool: string;
  state: string;
  by_kind: string;
  said_by: string | null;
  said_at: Date;
};

export type AssociationTranslationRow = {
  commune_id: Generated<number>;
  association_id: string;
  translation_id: Generated<string>;
  lang: string;
  field: string;
  body: string;
  french: string;
  by_kind: string;
  written_at: Date;
};

export type AssociationUnheldRow = {
  commune_id: Generated<number>;
  association_id: string;
  since: Generated<Date>;
};

export type BookableRow = {
  commune_id: Generated<number>;
  bookable_id: Generated<string>;
  resource_place_id: string;
  kind: string;
  name: string;
  holds: string | null;
  people: Generated<number>;
  counter_id: string;
  least_minutes: Generated<number>;
  most_minutes: Generated<number>;
  ahead_days: Generated<number>;
  daily_minutes: number | null;
  who: Generated<string>;
  open: Generated<boolean>;
  created_at: Date;
  hour_value_cents: number | null;
};

export type BookingRow = {
  commune_id: Generated<number>;
  booking_id: Generated<string>;
  bookable_id: string;
  seat_id: string;
  association_id: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  purpose: string | null;
  lang: Generated<string>;
  walk_in: Generated<boolean>;
  starts_at: Date;
  ends_at: Date;
  links: Generated<string[]>;
  ended: string | null;
  ended_at: Date | null;
  outside_since: Date | null;
  purged_at: Date | null;
  created_at: Date;
  waiting: Generated<boolean>;
};

export type BulkChangeRow = {
  commune_id: Generated<number>;
  bulk_id: Generated<string>;
  act: string;
  value: Generated<string>;
  entry_ids: string[];
  made_at: Date;
  made_by: string | null;
  undone_at: Date | null;
  undone_by: string | null;
  kept_count: Generated<number>;
};

export type CampaignRow = {
  commune_id: Generated<number>;
  campaign_id: Generated<string>;
  name: string;
  audience: string;
  theme: string | null;
  district_id: string | null;
  sections: string[];
  waves: string[];
  ends_on: string;
  subject: string;
  opening: string;
  state: Generated<string>;
  created_at: Date;
  started_at: Date | null;
  stopped_at: Date | null;
};

export type CampaignAssociationRow = {
  commune_id: Generated<number>;
  campaign_id: string;
  association_id: string;
  asked_on: string | null;
  asked_wave: number | null;
  asked_contacts: Generated<string[]>;
};

export type CircleRow = {
  commune_id: Generated<number>;
  circle_id: Generated<string>;
  resource_place_id: string;
  series_id: string;
  topic: string;
  about: string | null;
  notes: string | null;
  notes_at: Date | null;
  created_at: Date;
};

export type ClaimCodeRow = {
  commune_id: Generated<number>;
  code_id: Generated<string>;
  association_id: string;
  code_hash: string;
  made_at: Date;
  made_by: string | null;
  expires_at: Date;
  tries: Generated<number>;
  used_at: Date | null;
};

export type ClaimRequestRow = {
  commune_id: Generated<number>;
  request_id: Generated<string>;
  association_id: string;
  name: string;
  title: string | null;
  email: string;
  phone: string | null;
  message: string | null;
  asked_at: Date;
  state: Generated<string>;
  decided_at: Date | null;
  decided_by: string | null;
  answer: string | null;
};

export type ClosedDayRow = {
  commune_id: Generated<number>;
  closed_day_id: Generated<string>;
  first_day: string;
  last_day: string;
  name: string;
};

export type ColumnMappingRow = {
  commune_id: Generated<number>;
  fingerprint: string;
  mapping: Json;
  remembered_at: Date;
  remembered_by: string | null;
};

export type CommitmentStateRow = {
  commune_id: Generated<number>;
  state_id: Generated<string>;
  commitment: string;
  state: string;
  owner_label: string;
  evidence: Generated<string>;
  noted_at: Generated<Date>;
  noted_by: string | null;
};

export type CommuneRow = {
  commune_id: Generated<number>;
  slug: string;
  name: string;
  insee: string | null;
  site_name: string | null;
  color_primary: Generated<string>;
  color_accent: Generated<string>;
  logo_file_id: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  hours: string | null;
  sender_name: string | null;
  sender_email: string | null;
  languages: Generated<string[]>;
  legal: OptionalJson;
  outline: Json | null;
  demonstration: Generated<boolean>;
  directory_published_on: string | null;
  rules_published_on: string | null;
  created_at: Generated<Date>;
  address_lookup: Generated<string>;
  map_tiles: Generated<string>;
  archive_months: number | null;
  address_salt: Generated<string>;
  outside_calendars: Generated<string>;
  outside_neighbours: Generated<string>;
  framing_sites: string | null;
};

export type CommuneCalendarRow = {
  commune_id: Generated<number>;
  zone: string | null;
  file_name: string | null;
  file_read_at: Date | null;
};

export type CommuneHostRow = {
  host: string;
  commune_id: number;
};

export type ConfirmationRow = {
  commune_id: Generated<number>;
  confirmation_id: Generated<string>;
  association_id: string;
  section: string;
  confirmed_at: Date;
  confirmed_by: string | null;
  by_kind: string;
  how: string;
};

export type ConfirmationLinkRow = {
  commune_id: Generated<number>;
  link_id: Generated<string>;
  association_id: string;
  contact_id: string | null;
  token_hash: string;
  sections: string[];
  made_at: Date;
  expires_at: Date;
  confirmed: Generated<string[]>;
};

export type ConfirmationMailRow = {
  commune_id: Generated<number>;
  sending_id: Generated<string>;
  address_hash: string;
  sent_on: string;
  campaign_id: string | null;
  wave: number | null;
  stop_hash: string;
};

export type ContentVersionRow = {
  commune_id: Generated<number>;
  version: Generated<number>;
  raised_at: Generated<Date>;
};

export type ConventionRow = {
  commune_id: Generated<number>;
  convention_id: Generated<string>;
  association_id: string;
  from_day: string;
  until_day: string;
  words: string;
  document_id: string | null;
  proposed_at: Date;
  proposed_by: string | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
};

export type CustodyEventRow = {
  commune_id: Generated<number>;
  event_id: Generated<string>;
  unit_id: string;
  loan_id: string | null;
  kind: string;
  condition: string | null;
  missing: Generated<string[]>;
  words: string | null;
  at: Date;
  by_person: string | null;
};

export type CustodyPhotoRow = {
  commune_id: Generated<number>;
  event_id: string;
  position: number;
  file_id: string;
};

export type DateFollowerRow = {
  commune_id: Generated<number>;
  follower_id: Generated<string>;
  series_id: string;
  email: string;
  lang: string;
  links: Generated<string[]>;
  asked_at: Date;
  confirmed_at: Date | null;
};

export type DateToldRow = {
  commune_id: Generated<number>;
  series_id: string;
  pattern: string;
  dates: Json;
  until_day: string;
  told_at: Date;
};

export type DeadAddressRow = {
  commune_id: Generated<number>;
  address_hash: string;
  noted_at: Date;
  how: string;
  noted_by: string | null;
};

export type DeclaredFigureRow = {
  commune_id: Generated<number>;
  figure_id: Generated<string>;
  indicator: string;
  from_day: string;
  to_day: string;
  value: number;
  evidence: string;
  declared_at: Date;
  declared_by: string | null;
};

export type DeclaredNeedRow = {
  commune_id: Generated<number>;
  need_id: Generated<string>;
  association_id: string;
  tool: string;
  by_kind: string;
  declared_by: string | null;
  declared_at: Date;
  closed_at: Date | null;
  closed_how: string | null;
  words: string | null;
  closed_by: string | null;
  answered_by_id: string | null;
};

export type DistrictRow = {
  commune_id: Generated<number>;
  district_id: Generated<string>;
  name: string;
  slug: string;
  position: Generated<number>;
  shape: Json | null;
};

export type DocumentReminderRow = {
  commune_id: Generated<number>;
  document_id: string;
  step: string;
  sent_at: Date;
};

export type DuplicateSuggestionRow = {
  commune_id: Generated<number>;
  first_id: string;
  second_id: string;
  score: number;
  reasons: Json;
  state: Generated<string>;
  found_at: Generated<Date>;
  decided_at: Date | null;
  decided_by: string | null;
};

export type EquipmentKitRow = {
  commune_id: Generated<number>;
  kit_id: Generated<string>;
  name: string;
  purpose: string;
  for_support_points: Generated<boolean>;
  state: string;
  created_at: Date;
  changed_at: Date;
  revision: Generated<number>;
  tools: Generated<string[]>;
};

export type EquipmentModelRow = {
  commune_id: Generated<number>;
  model_id: Generated<string>;
  slug: string;
  name: string;
  category: string;
  purpose: string;
  notice: string | null;
  value_cents: number | null;
  day_value_cents: number | null;
  photo_file_id: string | null;
  holds_data: Generated<boolean>;
  checklist: Generated<string[]>;
  owner_association_id: string | null;
  owner_rules: string | null;
  decision: string | null;
  longest_days: number | null;
  lead_open_days: number | null;
  buffer_minutes: number | null;
  on_site_only: Generated<boolean>;
  state: string;
  created_at: Date;
  changed_at: Date;
  revision: Generated<number>;
  photo_before_id: string | null;
  withheld_at: Date | null;
};

export type EquipmentPoolRow = {
  commune_id: Generated<number>;
  pool_id: Generated<string>;
  model_id: string;
  place_id: string;
  counter_id: string;
  shelf: string | null;
};

export type EquipmentReviewRow = {
  commune_id: Generated<number>;
  review_id: Generated<string>;
  pool_id: string;
  from_day: string;
  until_day: string;
  decision: string;
  to_place_id: string | null;
  words: string;
  decided_at: Date;
  decided_by: string | null;
};

export type EquipmentUnitRow = {
  commune_id: Generated<number>;
  unit_id: Generated<string>;
  pool_id: string;
  tag: string;
  serial: string | null;
  state: string;
  state_at: Date;
  note: string | null;
  data_plan: string | null;
  acquired_on: string | null;
  created_at: Date;
  round_event_id: string | null;
};

export type EssentialToolRow = {
  commune_id: Generated<number>;
  tool: string;
  name: string | null;
  category: string | null;
  added_at: Date;
  removed_at: Date | null;
};

export type FileRow = {
  commune_id: Generated<number>;
  file_id: Generated<string>;
  kind: string;
  content_type: string;
  sha256: string;
  bytes: number;
  width: number | null;
  height: number | null;
  alt: string | null;
  public: Generated<boolean>;
  created_at: Generated<Date>;
  created_by: string | null;
  credit: string | null;
  people_agreed: Generated<boolean>;
  small_of: string | null;
  set_aside_at: Date | null;
};

export type FollowedCalendarRow = {
  commune_id: Generated<number>;
  followed_id: Generated<string>;
  association_id: string;
  address: string;
  paused: Generated<boolean>;
  etag: string | null;
  last_modified: string | null;
  read_at: Date;
  tried_at: Date;
  failure: string | null;
  failures: Generated<number>;
};

export type FormAnswerRow = {
  commune_id: Generated<number>;
  form_key: string;
  location: string;
  answered_at: Generated<Date>;
};

export type FreshnessRuleRow = {
  commune_id: Generated<number>;
  section: string;
  up_to_date_months: number;
  to_confirm_months: number;
};

export type HandOverRow = {
  commune_id: Generated<number>;
  loan_id: string;
  way: string;
  place_id: string;
  at: Date;
  nth: number;
};

export type HandoverRow = {
  commune_id: Generated<number>;
  handover_id: Generated<string>;
  association_id: string;
  made_at: Date;
  made_by: string | null;
  by_kind: string;
  leave_on: string | null;
  entry_id: string | null;
  settled_at: Date | null;
  undone_at: Date | null;
  undone_by: string | null;
};

export type HandoverPersonRow = {
  commune_id: Generated<number>;
  handover_id: string;
  person_id: string;
  before_role: string;
  before_topics: Generated<string[]>;
  leaves: boolean;
  done_at: Date | null;
};

export type ImportRow = {
  commune_id: Generated<number>;
  import_id: Generated<string>;
  file_name: string;
  file_sha256: string;
  made_at: Date;
  made_by: string | null;
  state: Generated<string>;
  fault: string | null;
  source: string;
  territory: string;
  understood: OptionalJson;
  mapping: Json;
  counts: OptionalJson;
  progress_done: Generated<number>;
  progress_total: number | null;
  progress_at: Date | null;
  applied_at: Date | null;
  applied_by: string | null;
  new_places: Generated<string[]>;
  undone_at: Date | null;
  undone_by: string | null;
  undo_counts: OptionalJson;
};

export type ImportActivityRow = {
  commune_id: Generated<number>;
  import_id: string;
  line: number;
  rank: number;
  key: string | null;
  title: string;
  place: string | null;
  facts: Json | null;
  outcome: string | null;
  reason: string | null;
  unread_hours: string | null;
  activity_id: string | null;
  association_id: string | null;
  merged_into_line: number | null;
  change: OptionalJson;
  kept: OptionalJson;
  image: Json | null;
  undone: string | null;
};

export type ImportDuplicateRow = {
  commune_id: Generated<number>;
  import_id: string;
  line: number;
  other: string;
  other_line: number | null;
  other_association: string | null;
  score: number;
  reasons: Json;
};

export type ImportLineRow = {
  commune_id: Generated<number>;
  import_id: string;
  line: number;
  staged: string;
  key: string | null;
  leader: number | null;
  facts: Json | null;
  cells: string[] | null;
  name: Generated<string>;
  outcome: string | null;
  reason: string | null;
  detail: string | null;
  association_id: string | null;
  merged_into_line: number | null;
  change: OptionalJson;
  kept: OptionalJson;
  personal: Json | null;
  image: Json | null;
  undone: string | null;
  unread: Generated<string[]>;
};

export type InventoryImportRow = {
  commune_id: Generated<number>;
  import_id: Generated<string>;
  file_name: string;
  made_at: Date;
  made_by: string | null;
  state: string;
  header: string[];
  targets: string[];
  answers: OptionalJson;
  models: Generated<string[]>;
  applied_at: Date | null;
  applied_by: string | null;
  undone_at: Date | null;
  undone_by: string | null;
  counts: OptionalJson;
  moves: Generated<boolean>;
};

export type InventoryLineRow = {
  commune_id: Generated<number>;
  import_id: string;
  line: number;
  cells: string[];
  choice: string | null;
};

export type InventoryUnitRow = {
  commune_id: Generated<number>;
  import_id: string;
  unit_id: string;
  line: number;
  at: Date;
  before: Json | null;
  after: Json;
};

export type JournalRow = {
  commune_id: Generated<number>;
  entry_id: Generated<string>;
  at: Date;
  actor_kind: string;
  actor_id: string | null;
  subject_kind: string;
  subject_id: string;
  action: string;
  change: OptionalJson;
  import_id: string | null;
  undone_by: string | null;
};

export type JournalPersonalRow = {
  commune_id: Generated<number>;
  entry_id: string;
  field: string;
  about_kind: string;
  about_id: string;
  old_value: string | null;
  new_value: string | null;
};

export type KitLineRow = {
  commune_id: Generated<number>;
  kit_id: string;
  model_id: string;
  quantity: number;
};

export type LendingPlaceRow = {
  commune_id: Generated<number>;
  place_id: string;
  timetable_id: string;
  slot_minutes: Generated<number>;
  slot_most: Generated<number>;
  words: string | null;
  closed_at: Date | null;
  created_at: Date;
  owner_association_id: string | null;
};

export type LendingRulesRow = {
  commune_id: Generated<number>;
  open_to: Generated<string>;
  decision: Generated<string>;
  insurance: Generated<boolean>;
  late_waits: Generated<boolean>;
  season_loans: number | null;
  lead_open_days: Generated<number>;
  furthest_days: Generated<number>;
  longest_days: Generated<number>;
  buffer_minutes: Generated<number>;
  changed_at: Date;
  convention: Generated<boolean>;
  useful_years: Generated<number>;
  remind_before: Generated<boolean>;
  remind_after: Generated<boolean>;
  guaranteed: Generated<boolean>;
};

export type LetterBatchRow = {
  commune_id: Generated<number>;
  batch_id: Generated<string>;
  made_at: Date;
  made_by: string | null;
  audience: string;
  association_ids: string[];
  unaddressed_ids: Generated<string[]>;
  files: Generated<string[]>;
  printed: Generated<number>;
  state: Generated<string>;
  moved_at: Date;
};

export type LoanRow = {
  commune_id: Generated<number>;
  loan_id: Generated<string>;
  code: string;
  request_id: string;
  association_id: string | null;
  place_id: string;
  regime: string;
  purpose: string;
  from_at: Date;
  until_at: Date;
  state: string;
  decided_at: Date | null;
  decided_by: string | null;
  decided_how: string | null;
  words: string | null;
  review_on: string | null;
  asked_by: string | null;
  created_at: Date;
  changed_at: Date;
  revision: Generated<number>;
  service: string | null;
  out_at: Date | null;
  back_at: Date | null;
  links: Generated<string[]>;
  wait_ended: string | null;
};

export type LoanLineRow = {
  commune_id: Generated<number>;
  loan_id: string;
  pool_id: string;
  quantity: number;
  seat_id: string;
};

export type LoanNoticeRow = {
  commune_id: Generated<number>;
  notice_id: Generated<string>;
  loan_id: string;
  kind: string;
  for_at: Date;
  sent_at: Date;
  letters: number;
  over_at: Date | null;
};

export type LoanRefusalRow = {
  commune_id: Generated<number>;
  refusal_id: Generated<string>;
  association_id: string | null;
  model_id: string | null;
  rule: string;
  quantity: number | null;
  from_day: string;
  until_day: string;
  at: Date;
};

export type MailRow = {
  commune_id: Generated<number>;
  mail_id: Generated<string>;
  kind: string;
  to_email: string;
  to_person_id: string | null;
  reply_to: string | null;
  subject: string;
  text_body: string;
  html_body: string | null;
  message_id: string;
  created_at: Generated<Date>;
  sent_at: Date | null;
  attempts: Generated<number>;
  last_error: string | null;
  unsubscribe_url: string | null;
  bounced_at: Date | null;
};

export type MailRefusalRow = {
  commune_id: Generated<number>;
  address_hash: string;
  purpose: string;
  refused_at: Date;
};

export type MigrationRow = {
  name: string;
  checksum: string;
  applied_at: Generated<Date>;
};

export type ModelPieceRow = {
  commune_id: Generated<number>;
  model_id: string;
  position: number;
  name: string;
  quantity: number;
};

export type NeighbourRow = {
  commune_id: Generated<number>;
  neighbour_id: Generated<string>;
  name: string;
  address: string;
  state: string;
  etag: string | null;
  last_modified: string | null;
  digest: string;
  left_out: OptionalJson;
  read_at: Date;
  changed_at: Date;
  tried_at: Date;
  failure: string | null;
  failures: Generated<number>;
  doubted_at: Date | null;
  doubted_count: number | null;
};

export type NeighbourAssociationRow = {
  commune_id: Generated<number>;
  neighbour_id: string;
  external_id: string;
  rna: string | null;
  name: string;
  name_sort: string;
  purpose: string | null;
  themes: Generated<string[]>;
  town: string | null;
  latitude: number | null;
  longitude: number | null;
  url: string | null;
  words: string;
  forgotten: Generated<boolean>;
};

export type NewsAssociationRow = {
  commune_id: Generated<number>;
  news_id: string;
  association_id: string;
};

export type NewsItemRow = {
  commune_id: Generated<number>;
  news_id: Generated<string>;
  slug: string;
  kind: string;
  state: string;
  title: string;
  body: Generated<string>;
  support: string | null;
  results: string | null;
  previous: Json | null;
  proposed_by: string | null;
  proposer_id: string | null;
  answer: string | null;
  published_at: Date | null;
  created_at: Date;
  changed_at: Date;
  revision: Generated<number>;
  photo_file_id: string | null;
  photo_before_id: string | null;
};

export type OccurrenceRow = {
  commune_id: Generated<number>;
  occurrence_id: Generated<string>;
  series_id: string;
  original_day: string;
  day: string;
  start_minute: number;
  duration_minutes: number;
  starts_at: Date;
  ends_at: Date;
  state: Generated<string>;
  notice: string | null;
  sequence: Generated<number>;
  changed_at: Date;
};

export type OpenDataStateRow = {
  commune_id: Generated<number>;
  noted_version: number | null;
  noted_on: string | null;
  noted_at: Date | null;
  checked_at: Date | null;
  findings: Json | null;
};

export type OpeningExceptionRow = {
  commune_id: Generated<number>;
  opening_exception_id: Generated<string>;
  timetable_id: string;
  first_day: string;
  last_day: string;
  from_minute: number | null;
  until_minute: number | null;
  words: string | null;
};

export type OpeningRuleRow = {
  commune_id: Generated<number>;
  opening_rule_id: Generated<string>;
  timetable_id: string;
  weekday: string;
  from_minute: number;
  until_minute: number;
  season: Generated<string>;
  weeks: Generated<string>;
  first_day: string | null;
  last_day: string | null;
};

export type PasskeyRow = {
  commune_id: Generated<number>;
  passkey_id: Generated<string>;
  person_id: string;
  credential_id: string;
  public_key: string;
  counter: number;
  browser: string | null;
  system: string | null;
  created_at: Date;
  last_used_at: Date | null;
};

export type PasskeyChallengeRow = {
  commune_id: Generated<number>;
  challenge_hash: string;
  person_id: string | null;
  created_at: Date;
  expires_at: Date;
};

export type PersonRow = {
  commune_id: Generated<number>;
  person_id: Generated<string>;
  email: string;
  name: string;
  phone: string | null;
  language: Generated<string>;
  created_at: Generated<Date>;
  last_seen_on: string | null;
  demonstration: Generated<boolean>;
};

export type PlaceRow = {
  commune_id: Generated<number>;
  place_id: Generated<string>;
  name: string;
  name_key: string;
  street: string | null;
  complement: string | null;
  postcode: string | null;
  town: string | null;
  insee: string | null;
  latitude: number | null;
  longitude: number | null;
  district_id: string | null;
  access_yes: Generated<string[]>;
  access_no: Generated<string[]>;
  access_note: string | null;
  municipal: Generated<boolean>;
  created_at: Generated<Date>;
  street_key: Generated<string>;
  revision: Generated<number>;
};

export type PriorityRuleRow = {
  commune_id: Generated<number>;
  publics: number;
  size: number;
  access: number;
};

export type ProposalRow = {
  commune_id: Generated<number>;
  proposal_id: Generated<string>;
  kind: string;
  association_id: string | null;
  name: string | null;
  body: string;
  place: string | null;
  sender_email: string | null;
  sender_phone: string | null;
  created_at: Date;
  state: Generated<string>;
  decided_at: Date | null;
  decided_by: string | null;
  answer: string | null;
  created_association_id: string | null;
  schedule: string | null;
  website: string | null;
  theme: string | null;
  sender_name: string | null;
  topic: string | null;
  proposed: Json | null;
};

export type ProviderEntryRow = {
  commune_id: Generated<number>;
  state_hash: string;
  browser_hash: string;
  nonce: string;
  verifier: string;
  next_path: string | null;
  created_at: Date;
  expires_at: Date;
};

export type ProviderIdentityRow = {
  commune_id: Generated<number>;
  issuer: string;
  subject: string;
  person_id: string;
  created_at: Date;
};

export type PublishedItemRow = {
  commune_id: Generated<number>;
  feed: string;
  item_id: string;
  digest: string;
  modified: number;
  gone: Generated<boolean>;
  first_at: Date;
};

export type QueueAssignmentRow = {
  commune_id: Generated<number>;
  item_key: string;
  agent_id: string;
  set_by: string | null;
  set_at: Date;
};

export type QueueDelayRow = {
  commune_id: Generated<number>;
  item_key: string;
  until_day: string;
  set_by: string;
  set_at: Date;
};

export type RateLimitRow = {
  commune_id: Generated<number>;
  bucket: string;
  window_start: Date;
  hits: Generated<number>;
};

export type RegistrantRow = {
  commune_id: Generated<number>;
  registrant_id: Generated<string>;
  registration_id: string;
  opening_id: string;
  position: number;
  name: string;
  age: number | null;
  name_key: string;
  contact_key: string;
  active: Generated<boolean>;
};

export type RegistrantPresenceRow = {
  commune_id: Generated<number>;
  registrant_id: string;
  day: string;
  noted_at: Date;
};

export type RegistrationRow = {
  commune_id: Generated<number>;
  registration_id: Generated<string>;
  opening_id: string;
  seat_id: string;
  code: string | null;
  email: string | null;
  phone: string | null;
  answers: OptionalJson;
  lang: Generated<string>;
  made_by: string;
  ended: string | null;
  ended_at: Date | null;
  purged_at: Date | null;
  created_at: Date;
  changed_at: Date;
};

export type RegistrationCallRow = {
  commune_id: Generated<number>;
  call_id: Generated<string>;
  registration_id: string;
  what: string;
  at_moment: Date | null;
  word: string | null;
  made_at: Date;
  done_at: Date | null;
};

export type RegistrationDateToldRow = {
  commune_id: Generated<number>;
  opening_id: string;
  occurrence_id: string;
  state: string;
  starts_at: Date;
};

export type RegistrationLinkRow = {
  commune_id: Generated<number>;
  link_hash: string;
  registration_id: string;
  made_at: Date;
};

export type RegistrationOpeningRow = {
  commune_id: Generated<number>;
  opening_id: Generated<string>;
  activity_id: string;
  occurrence_id: string | null;
  counter_id: string;
  opens_at: Date | null;
  most: Generated<number>;
  asked: Generated<string[]>;
  question: string | null;
  message: string | null;
  told_state: Generated<string>;
  told_starts_at: Date | null;
  told_hours: string | null;
  cancelled_at: Date | null;
  cancelled_word: string | null;
  created_at: Date;
  changed_at: Date;
};

export type RegistryBatchRow = {
  commune_id: Generated<number>;
  batch_id: Generated<string>;
  file_name: string;
  file_sha256: string;
  made_at: Date;
  made_by: string | null;
  state: Generated<string>;
  progress_lines: Generated<number>;
  progress_at: Date | null;
  counts: OptionalJson;
};

export type RegistryLineRow = {
  commune_id: Generated<number>;
  batch_id: string;
  line: number;
  facts: Json;
};

export type RegistryProposalRow = {
  commune_id: Generated<number>;
  proposal_id: Generated<string>;
  batch_id: string;
  association_id: string | null;
  subject: string;
  name: string;
  kind: string;
  field: string;
  old_values: OptionalJson;
  new_values: OptionalJson;
  value_key: string;
  state: Generated<string>;
  decided_at: Date | null;
  decided_by: string | null;
  image: Json | null;
};

export type ReminderRow = {
  commune_id: Generated<number>;
  reminder_id: Generated<string>;
  association_id: string;
  climb: number;
  step: string;
  sections: string[];
  taken_at: Date;
  taken_on: string;
  contact_id: string | null;
  address_hash: string | null;
};

export type ReminderRuleRow = {
  commune_id: Generated<number>;
  active: Generated<boolean>;
  answer_days: Generated<number>;
  quiet_months: Generated<number[]>;
};

export type ResourcePlaceRow = {
  commune_id: Generated<number>;
  resource_place_id: Generated<string>;
  slug: string;
  name: string;
  place_id: string;
  association_id: string | null;
  hybrid: Generated<boolean>;
  state: Generated<string>;
  summary: string | null;
  presentation: string | null;
  remote: string | null;
  welcome: string | null;
  connection: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  acceslibre: string | null;
  siret: string | null;
  equipment: Generated<string[]>;
  services: Generated<string[]>;
  publics: Generated<string[]>;
  care: Generated<string[]>;
  cost: Generated<string[]>;
  entry: Generated<string[]>;
  support: Generated<string[]>;
  timetable_id: string;
  created_at: Date;
  changed_at: Date;
  revision: Generated<number>;
};

export type SchoolHolidayRow = {
  commune_id: Generated<number>;
  zone: string;
  first_day: string;
  last_day: string;
  name: string;
};

export type SearchDocumentRow = {
  commune_id: Generated<number>;
  association_id: string;
  slug: string;
  name: string;
  name_sort: string;
  name_key: string;
  name_size: number;
  acronym_key: string | null;
  state: string;
  words: string;
  codes: Generated<string[]>;
  latitudes: Generated<string>;
  longitudes: Generated<string>;
  freshness: number;
  browse_rank: number;
  line: string;
  confirmed_on: string | null;
};

export type SearchNeedRow = {
  commune_id: Generated<number>;
  day: string;
  words: string;
  searches: number;
};

export type SearchStaleRow = {
  commune_id: Generated<number>;
  stale_id: Generated<string>;
  association_id: string;
};

export type SearchSummaryRow = {
  commune_id: Generated<number>;
  documents: number;
  facets: Json;
  districts: Json;
  places: Json;
  newest: Json;
};

export type SearchWordRow = {
  commune_id: Generated<number>;
  word: string;
  shown: string | null;
  stem: string;
  sound: string;
  near: string[];
  frequency: Generated<number>;
};

export type SeatRow = {
  commune_id: Generated<number>;
  seat_id: Generated<string>;
  counter_id: string;
  quantity: number;
  state: string;
  expires_at: Date | null;
  position: number | null;
  passed: Generated<number>;
  notices: Generated<number>;
  to_tell: string | null;
  created_at: Date;
  changed_at: Date;
  from_at: Generated<Date>;
  until_at: Generated<Date>;
  ahead: Generated<number>;
  since_day: string | null;
  score: Generated<number>;
  withdrawn_at: Date | null;
};

export type SeatCounterRow = {
  commune_id: Generated<number>;
  counter_id: Generated<string>;
  owner: string;
  capacity: number | null;
  waiting: Generated<boolean>;
  offer_minutes: Generated<number>;
  closes_at: Date | null;
  created_at: Date;
  changed_at: Date;
  present: number | null;
};

export type SeatLockRow = {
  commune_id: Generated<number>;
  counter_id: string;
  turn: Generated<number>;
};

export type SeriesRow = {
  commune_id: Generated<number>;
  series_id: Generated<string>;
  first_day: string;
  last_day: string | null;
  start_minute: number;
  duration_minutes: number;
  zone: Generated<string>;
  rule: string | null;
  skip_public_holidays: Generated<boolean>;
  skip_school_holidays: Generated<boolean>;
  follows_series_id: string | null;
  sequence: Generated<number>;
  created_at: Date;
  changed_at: Date;
};

export type SessionRow = {
  commune_id: Generated<number>;
  session_id: Generated<string>;
  token_hash: string;
  person_id: string;
  created_at: Generated<Date>;
  expires_at: Date;
  browser: string | null;
  system: string | null;
  provider_exit: string | null;
};

export type SignInTokenRow = {
  commune_id: Generated<number>;
  token_id: Generated<string>;
  email: string;
  link_hash: string;
  code_hash: string;
  attempts: Generated<number>;
  next_path: string | null;
  created_at: Generated<Date>;
  expires_at: Date;
  used_at: Date | null;
  person_id: string | null;
  request_hash: string;
};

export type SignatureRow = {
  commune_id: Generated<number>;
  signature_id: Generated<string>;
  kind: string;
  convention_id: string | null;
  loan_id: string | null;
  way: string | null;
  side: string;
  how: string;
  name: string;
  file_id: string | null;
  signed_at: Date;
  signed_by: string | null;
};

export type SparePartRow = {
  commune_id: Generated<number>;
  part_id: Generated<string>;
  name: string;
  place_id: string;
  shelf: string | null;
  in_stock: Generated<number>;
  threshold: Generated<number>;
  created_at: Date;
  changed_at: Date;
  ended_at: Date | null;
};

export type SparePartModelRow = {
  commune_id: Generated<number>;
  part_id: string;
  model_id: string;
};

export type SparePartMoveRow = {
  commune_id: Generated<number>;
  move_id: Generated<string>;
  part_id: string;
  kind: string;
  change: number;
  in_stock: number;
  unit_id: string | null;
  at: Date;
  moved_by: string | null;
};

export type StaffInvitationRow = {
  commune_id: Generated<number>;
  invitation_id: Generated<string>;
  email: string;
  name: string;
  roles: string[];
  link_hash: string;
  invited_by: string | null;
  invited_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
};

export type StaffRoleRow = {
  commune_id: Generated<number>;
  person_id: string;
  role: string;
  granted_at: Generated<Date>;
  granted_by: string | null;
};

export type StandardKitRow = {
  commune_id: Generated<number>;
  standard_kit_id: Generated<string>;
  association_id: string;
  kit_id: string;
  since: Date;
};

export type SupportEventRow = {
  commune_id: Generated<number>;
  event_id: Generated<string>;
  association_id: string;
  kind: string;
  day: string;
  source_kind: string;
  source_id: string;
  done_by: string | null;
  note: string | null;
  noted_at: Date;
  removed_at: Date | null;
  revision: Generated<number>;
};

export type SynonymRow = {
  commune_id: Generated<number>;
  synonym_id: Generated<string>;
  words: string[];
  keys: string[];
  changed_at: Date;
  changed_by: string | null;
};

export type TemplateVersionRow = {
  commune_id: Generated<number>;
  kind: string;
  version: number;
  source: string | null;
  saved_at: Date;
  saved_by: string | null;
};

export type TimetableRow = {
  commune_id: Generated<number>;
  timetable_id: Generated<string>;
  zone: Generated<string>;
  public_holidays: Generated<string>;
  closed_days: Generated<boolean>;
  changed_at: Date;
};

export type UnitStepRow = {
  commune_id: Generated<number>;
  event_id: string;
  kind: string;
  step: string;
  done_at: Date;
  done_by: string | null;
};

export type UpkeepDoneRow = {
  commune_id: Generated<number>;
  plan_id: string;
  unit_id: string;
  nth: number;
  at: Date;
  done_by: string | null;
  note: string | null;
};

export type UpkeepPlanRow = {
  commune_id: Generated<number>;
  plan_id: Generated<string>;
  model_id: string;
  task: string;
  each_days: number | null;
  each_loans: number | null;
  created_at: Date;
  ended_at: Date | null;
};

export type VisitCountRow = {
  commune_id: Generated<number>;
  day: string;
  page_kind: string;
  channel: string;
  subject_id: Generated<string>;
  views: number;
};

export type DB = {
  absence: AbsenceRow;
  access_review: AccessReviewRow;
  activity: ActivityRow;
  activity_calendar: ActivityCalendarRow;
  activity_calendar_event: ActivityCalendarEventRow;
  activity_document: ActivityDocumentRow;
  activity_slot: ActivitySlotRow;
  activity_summary: ActivitySummaryRow;
  address_proof: AddressProofRow;
  allocation: AllocationRow;
  association: AssociationRow;
  association_contact: AssociationContactRow;
  association_designation: AssociationDesignationRow;
  association_document: AssociationDocumentRow;
  association_invitation: AssociationInvitationRow;
  association_member: AssociationMemberRow;
  association_merge: AssociationMergeRow;
  association_note: AssociationNoteRow;
  association_place: AssociationPlaceRow;
  association_tool: AssociationToolRow;
  association_translation: AssociationTranslationRow;
  association_unheld: AssociationUnheldRow;
  bookable: BookableRow;
  booking: BookingRow;
  bulk_change: BulkChangeRow;
  campaign: CampaignRow;
  campaign_association: CampaignAssociationRow;
  circle: CircleRow;
  claim_code: ClaimCodeRow;
  claim_request: ClaimRequestRow;
  closed_day: ClosedDayRow;
  column_mapping: ColumnMappingRow;
  commitment_state: CommitmentStateRow;
  commune: CommuneRow;
  commune_calendar: CommuneCalendarRow;
  commune_host: CommuneHostRow;
  confirmation: ConfirmationRow;
  confirmation_link: ConfirmationLinkRow;
  confirmation_mail: ConfirmationMailRow;
  content_version: ContentVersionRow;
  convention: ConventionRow;
  custody_event: CustodyEventRow;
  custody_photo: CustodyPhotoRow;
  date_follower: DateFollowerRow;
  date_told: DateToldRow;
  dead_address: DeadAddressRow;
  declared_figure: DeclaredFigureRow;
  declared_need: DeclaredNeedRow;
  district: DistrictRow;
  document_reminder: DocumentReminderRow;
  duplicate_suggestion: DuplicateSuggestionRow;
  equipment_kit: EquipmentKitRow;
  equipment_model: EquipmentModelRow;
  equipment_pool: EquipmentPoolRow;
  equipment_review: EquipmentReviewRow;
  equipment_unit: EquipmentUnitRow;
  essential_tool: EssentialToolRow;
  file: FileRow;
  followed_calendar: FollowedCalendarRow;
  form_answer: FormAnswerRow;
  freshness_rule: FreshnessRuleRow;
  hand_over: HandOverRow;
  handover: HandoverRow;
  handover_person: HandoverPersonRow;
  import: ImportRow;
  import_activity: ImportActivityRow;
  import_duplicate: ImportDuplicateRow;
  import_line: ImportLineRow;
  inventory_import: InventoryImportRow;
  inventory_line: InventoryLineRow;
  inventory_unit: InventoryUnitRow;
  journal: JournalRow;
  journal_personal: JournalPersonalRow;
  kit_line: KitLineRow;
  lending_place: LendingPlaceRow;
  lending_rules: LendingRulesRow;
  letter_batch: LetterBatchRow;
  loan: LoanRow;
  loan_line: LoanLineRow;
  loan_notice: LoanNoticeRow;
  loan_refusal: LoanRefusalRow;
  mail: MailRow;
  mail_refusal: MailRefusalRow;
  migration: MigrationRow;
  model_piece: ModelPieceRow;
  neighbour: NeighbourRow;
  neighbour_association: NeighbourAssociationRow;
  news_association: NewsAssociationRow;
  news_item: NewsItemRow;
  occurrence: OccurrenceRow;
  open_data_state: OpenDataStateRow;
  opening_exception: OpeningExceptionRow;
  opening_rule: OpeningRuleRow;
  passkey: PasskeyRow;
  passkey_challenge: PasskeyChallengeRow;
  person: PersonRow;
  place: PlaceRow;
  priority_rule: PriorityRuleRow;
  proposal: ProposalRow;
  provider_entry: ProviderEntryRow;
  provider_identity: ProviderIdentityRow;
  published_item: PublishedItemRow;
  queue_assignment: QueueAssignmentRow;
  queue_delay: QueueDelayRow;
  rate_limit: RateLimitRow;
  registrant: RegistrantRow;
  registrant_presence: RegistrantPresenceRow;
  registration: RegistrationRow;
  registration_call: RegistrationCallRow;
  registration_date_told: RegistrationDateToldRow;
  registration_link: RegistrationLinkRow;
  registration_opening: RegistrationOpeningRow;
  registry_batch: RegistryBatchRow;
  registry_line: RegistryLineRow;
  registry_proposal: RegistryProposalRow;
  reminder: ReminderRow;
  reminder_rule: ReminderRuleRow;
  resource_place: ResourcePlaceRow;
  school_holiday: SchoolHolidayRow;
  search_document: SearchDocumentRow;
  search_need: SearchNeedRow;
  search_stale: SearchStaleRow;
  search_summary: SearchSummaryRow;
  search_word: SearchWordRow;
  seat: SeatRow;
  seat_counter: SeatCounterRow;
  seat_lock: SeatLockRow;
  series: SeriesRow;
  session: SessionRow;
  sign_in_token: SignInTokenRow;
  signature: SignatureRow;
  spare_part: SparePartRow;
  spare_part_model: SparePartModelRow;
  spare_part_move: SparePartMoveRow;
  staff_invitation: StaffInvitationRow;
  staff_role: StaffRoleRow;
  standard_kit: StandardKitRow;
  support_event: SupportEventRow;
  synonym: SynonymRow;
  template_version: TemplateVersionRow;
  timetable: TimetableRow;
  unit_step: UnitStepRow;
  upkeep_done: UpkeepDoneRow;
  upkeep_plan: UpkeepPlanRow;
  visit_count: VisitCountRow;
};
