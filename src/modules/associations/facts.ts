import type { Address, PlaceFacts } from "../places/index.ts";
import type { LegalForm, Public, State, Theme } from "./codes.ts";

export type { Address, PlaceFacts } from "../places/index.ts";

/**
 * What a source (registry, municipal file, hand) says of one association. Every field but the name may be silent:
 * `undefined` means "the source says nothing", never "empty it".
 */
export type AssociationFacts = {
  name: string;
  acronym?: string;
  legalForm?: LegalForm;
  /** `W` + 9 characters, or the old management code + number. Upper case. */
  rna?: string;
  /** 14 digits, check digit verified. */
  siret?: string;
  /** 9 digits, check digit verified (when a source gives only the SIREN). */
  siren?: string;
  /** Codes of the national nomenclature of social objects, 6 digits. */
  registryThemes?: string[];
  themes?: Theme[];
  publics?: Public[];
  aims?: string;
  /** Days as `YYYY-MM-DD`. */
  createdOn?: string;
  ceasedOn?: string;
  state?: State;
  /** RNA or old number of the association that follows this one, read in the registry's `observation`. */
  successorRna?: string;
  website?: string;
  email?: string;
  /** E.164: `+33241000000`. */
  phone?: string;
  /** Registered office or main address: never published by default. */
  seat?: Address;
  /** Where things happen: published. */
  places?: PlaceFacts[];
  /** Disciplines or activities named by the file, kept for search: `["Aïkido", "Judo"]`. */
  keywords?: string[];
};
