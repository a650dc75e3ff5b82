import type { Address, AssociationFacts } from "../facts.ts";

/** What is looked at to tell whether two records are one association. */
export type DuplicateRecord = { id: string } & Pick<
  AssociationFacts,
  | "name"
  | "acronym"
  | "rna"
  | "siret"
  | "siren"
  | "seat"
  | "aims"
  | "createdOn"
  | "ceasedOn"
  | "state"
  | "email"
  | "phone"
  | "website"
  | "registryThemes"
  | "successorRna"
>;

const compared = [
  "acronym",
  "rna",
  "siret",
  "siren",
  "seat",
  "aims",
  "createdOn",
  "ceasedOn",
  "state",
  "email",
  "phone",
  "website",
  "registryThemes",
  "successorRna",
] as const;

export function duplicateRecordOf(id: string, facts: AssociationFacts): DuplicateRecord {
  const record: DuplicateRecord = { id, name: facts.name };
  for (const field of compared)
    if (facts[field] !== undefined) Object.assign(record, { [field]: facts[field] });
  const place = facts.places?.[0];
  if (record.seat === undefined && place !== undefined) record.seat = townOnly(place);
  return record;
}

/** Several clubs share a gymnasium: the place of an activity tells the town, not the door. */
function townOnly(place: Address): Address {
  const { postcode, town, insee } = place;
  return {
    ...(postcode !== undefined && { postcode }),
    ...(town !== undefined && { town }),
    ...(insee !== undefined && { insee }),
  };
}
