/** Objects of HSDS 3.0 as this site fills them: a part of the standard's fields, each with the standard's own name. */
export type Taxonomy = {
  id: string;
  name: string;
  description: string;
  uri?: string;
  version?: string;
};

export type TaxonomyTerm = {
  id: string;
  code: string;
  name: string;
  description: string;
  taxonomy: string;
  taxonomy_detail: Taxonomy;
  language: string;
};

export type Attribute = {
  id: string;
  link_id: string;
  link_entity: string;
  link_type: string;
  taxonomy_term_id: string;
  taxonomy_term: TaxonomyTerm;
};

export type Phone = { id: string; number: string };
export type Contact = {
  id: string;
  name?: string;
  title?: string;
  email?: string;
  phones?: Phone[];
};

export type Address = {
  id: string;
  location_id: string;
  address_1: string;
  city: string;
  state_province: string;
  postal_code: string;
  country: string;
  address_type: "physical";
};

export type Location = {
  id: string;
  location_type: "physical";
  name: string;
  latitude?: number;
  longitude?: number;
  addresses?: Address[];
  accessibility?: { id: string; description: string }[];
};

export type Schedule = {
  id: string;
  service_id: string;
  service_at_location_id?: string;
  valid_from?: string;
  valid_to?: string;
  dtstart?: string;
  freq?: "WEEKLY" | "MONTHLY";
  interval?: number;
  byday?: string;
  wkst?: "MO";
  opens_at?: string;
  closes_at?: string;
  description: string;
  notes?: string;
};

export type Organization = {
  id: string;
  name: string;
  description: string;
  alternate_name?: string;
  email?: string;
  website?: string;
  uri?: string;
  logo?: string;
  year_incorporated?: number;
  legal_status?: string;
  contacts?: Contact[];
  locations?: Location[];
  organization_identifiers?: {
    id: string;
    organization_id: string;
    identifier_type: string;
    identifier: string;
  }[];
  attributes?: Attribute[];
};

export type Status = "active" | "inactive" | "defunct" | "temporarily closed";

export type Service = {
  id: string;
  organization_id: string;
  name: string;
  status: Status;
  description?: string;
  url?: string;
  email?: string;
  fees_description?: string;
  application_process?: string;
  eligibility_description?: string;
  minimum_age?: number;
  maximum_age?: number;
  assured_date?: string;
  last_modified?: string;
  licenses?: string;
  phones?: Phone[];
  schedules?: Schedule[];
  service_areas?: { id: string; service_id: string; name: string; extent_type: string }[];
  service_at_locations?: ServiceAtLocation[];
  languages?: { id: string; service_id: string; code: string }[];
  organization?: Organization;
  cost_options?: {
    id: string;
    service_id: string;
    option: string;
    amount?: number;
    currency: string;
  }[];
  contacts?: Contact[];
  attributes?: Attribute[];
};

export type ServiceAtLocation = {
  id: string;
  service_id: string;
  location_id: string;
  location: Location;
  schedules?: Schedule[];
  service?: Service;
};
