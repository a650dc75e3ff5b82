import type {
  AccessFeature,
  LegalForm,
  Public,
  Section,
  State,
  Theme,
} from "../../src/modules/associations/codes.ts";
import type { PlaceSlug } from "./places.ts";

export type DistrictSlug =
  "le-centre" | "le-grand-clos" | "les-fontaines" | "la-gare" | "l-ile-aux-saules" | "saint-aubin";

export type DemoPlace = {
  slug: string;
  name: string;
  kind: "community" | "public" | "culture" | "hall" | "school" | "sport" | "outdoor" | "heritage";
  district: DistrictSlug;
  street: string;
  latitude: number;
  longitude: number;
  /** A feature left out means "not said". */
  access: Partial<Record<AccessFeature, boolean>>;
};

export type StaffRole =
  "administrator" | "referent" | "equipment_manager" | "front_desk" | "communication" | "elected";

export type DemoStaff = { name: string; email: string; role: StaffRole; title: string };

/** A person who signs in for associations; the associations are named exactly as in their record. */
export type DemoLeader = {
  name: string;
  email: string;
  associations: readonly string[];
  title: string;
};

/** What the writer of the demonstration says of an association; numbers, addresses and dates are worked out from it. */
export type DemoEntry = {
  name: string;
  acronym?: string;
  /** By default a declared association. */
  legalForm?: LegalForm;
  themes: readonly [Theme, ...Theme[]];
  publics: readonly Public[];
  /** Year of creation. */
  founded: number;
  aims: string;
  prices?: string;
  registration?: string;
  /** Days and times in a sentence. */
  when?: string;
  places: readonly PlaceSlug[];
  /** "Name, role"; the name is shown only when `shown` says so. */
  contact?: string;
  /** What of the contact is public; everything else goes through the protected form. */
  shown?: readonly ContactField[];
  /** ISO 639-1 codes of the languages spoken, beside French. */
  languages?: readonly string[];
  access?: readonly AccessFeature[];
  website?: boolean;
  /** Has staff, hence a SIRET. */
  employer?: boolean;
  keywords: readonly string[];
  /** Days since each section was confirmed: one number for all of them, nothing when never confirmed. */
  confirmed?: number | Partial<Record<Section, number>>;
  confirmedBy?: ConfirmedBy;
  state?: State;
  ceased?: { daysAgo: number; source: CeasedSource };
};

export type ContactField = "name" | "email" | "phone";
export type ConfirmedBy = "association" | "staff" | "phone" | "paper";
/** `registry`: dissolution read in the registry; `declared`: said by the association; `referent`: established by the référent. */
export type CeasedSource = "registry" | "declared" | "referent";

export type DemoContact = {
  name: string;
  role: string;
  email: string;
  /** E.164. */
  phone: string;
  shown: readonly ContactField[];
};

/** The whole record, ready to be written for a given day. */
export type DemoAssociation = {
  name: string;
  acronym: string | undefined;
  legalForm: LegalForm;
  rna: string | undefined;
  siret: string | undefined;
  themes: readonly Theme[];
  publics: readonly Public[];
  aims: string;
  prices: string | undefined;
  registration: string | undefined;
  when: string | undefined;
  places: readonly PlaceSlug[];
  contact: DemoContact | undefined;
  languages: readonly string[];
  access: readonly AccessFeature[];
  website: string | undefined;
  keywords: readonly string[];
  createdOn: string;
  state: State;
  ceasedOn: string | undefined;
  ceasedSource: CeasedSource | undefined;
  confirmations: readonly { section: Section; on: string; by: ConfirmedBy }[];
};
