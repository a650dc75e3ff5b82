import type { EmployeesBand, LegalForm, MembersBand, State } from "../codes.ts";

export type StateSource = "registry" | "declared" | "referent" | "file";

/** What the record says, field by field; an absent value is null, an empty list is empty. */
export type RecordFields = {
  name: string;
  acronym: string | null;
  legalForm: LegalForm;
  rna: string | null;
  siret: string | null;
  siren: string | null;
  aims: string | null;
  registryThemes: string[];
  themes: string[];
  publics: string[];
  keywords: string[];
  spokenLanguages: string[];
  schedule: string | null;
  prices: string | null;
  registration: string | null;
  accessYes: string[];
  accessNo: string[];
  accessNote: string | null;
  website: string | null;
  links: string[];
  createdOn: string | null;
  state: State;
  stateSource: StateSource | null;
  stateOn: string | null;
  successorRna: string | null;
  seatStreet: string | null;
  seatComplement: string | null;
  seatPostcode: string | null;
  seatTown: string | null;
  seatInsee: string | null;
  seatPublic: boolean;
  logo: string | null;
  photo: string | null;
  referent: string | null;
  membersBand: MembersBand | null;
  employeesBand: EmployeesBand | null;
  listed: boolean;
};
export type Field = keyof RecordFields;
export type Patch = { [F in Field]?: RecordFields[F] | undefined };

/** Column of each field. */
export const columnOf = {
  name: "name",
  acronym: "acronym",
  legalForm: "legal_form",
  rna: "rna",
  siret: "siret",
  siren: "siren",
  aims: "aims",
  registryThemes: "registry_themes",
  themes: "themes",
  publics: "publics",
  keywords: "keywords",
  spokenLanguages: "spoken_languages",
  schedule: "schedule",
  prices: "prices",
  registration: "registration",
  accessYes: "access_yes",
  accessNo: "access_no",
  accessNote: "access_note",
  website: "website",
  links: "links",
  createdOn: "created_on",
  state: "state",
  stateSource: "state_source",
  stateOn: "state_on",
  successorRna: "successor_rna",
  seatStreet: "seat_street",
  seatComplement: "seat_complement",
  seatPostcode: "seat_postcode",
  seatTown: "seat_town",
  seatInsee: "seat_insee",
  seatPublic: "seat_public",
  logo: "logo_file_id",
  photo: "photo_file_id",
  referent: "referent_id",
  membersBand: "members_band",
  employeesBand: "employees_band",
  listed: "listed",
} as const satisfies Record<Field, string>;

export const fields = Object.keys(columnOf) as Field[];

/** Values about people: the seat of a small association is often someone's home. They never enter the journal's change. */
export const personalFields: ReadonlySet<string> = new Set(["seatStreet", "seatComplement"]);

export type Source = "registry" | "municipal_file" | "hand" | "association" | "proposal";
/** Where the value of a field comes from. */
export type Provenance = {
  source: Source;
  at: string;
  by?: string;
  import?: string;
  /** An agent's word on what files may do to this value: true protects it, false gives it to them. Leaves with the value. */
  locked?: boolean;
};
export type Provenances = Record<string, Provenance>;

export type Contact = {
  id: string;
  position: number;
  name: string | null;
  role: string | null;
  email: string | null;
  phone: string | null;
  namePublic: boolean;
  emailPublic: boolean;
  phonePublic: boolean;
};

/** A place where the association meets. */
export type Venue = { placeId: string; detail: string | null; position: number };

/** Everything written about one association. */
export type Situation = {
  id: string;
  slug: string;
  revision: number;
  updatedAt: Date;
  createdAt: Date;
  mergedInto: string | null;
  record: RecordFields;
  provenance: Provenances;
  contacts: Contact[];
  venues: Venue[];
};
