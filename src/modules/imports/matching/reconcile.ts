import type { AssociationFacts, Situation } from "../../associations/index.ts";
import { rnaKind } from "../../associations/index.ts";
import { sameWords } from "../reading/cleaning/text.ts";
import type { MatchReason } from "./match.ts";

export type ImportSource = "registry" | "municipal_file";

/** Fields on which the national registry is believed rather than a commune's own list. */
const registrysOwn = ["name", "acronym", "rna", "siret", "legalForm", "createdOn"] as const;

/** What of a line's facts is worth telling the record: neither noise, nor a past it has left. */
export function reconcile(
  facts: AssociationFacts,
  { record, provenance, contacts }: Situation,
  how: { by: MatchReason; source: ImportSource },
): AssociationFacts {
  const told: AssociationFacts = { ...facts };
  const left = rnaKind(record.rna ?? "") === "current" && rnaKind(facts.rna ?? "W") === "old";
  if (how.source === "municipal_file")
    for (const field of registrysOwn)
      if (provenance[field]?.source === "registry" && record[field] !== null)
        if (field === "name") told.name = record.name;
        else delete told[field];
  if (sameWords(told.name) === sameWords(record.name)) told.name = record.name;
  if (told.acronym && record.acronym && sameWords(told.acronym) === sameWords(record.acronym))
    delete told.acronym;
  reconcileSeat(told, record);
  return how.by === "former" || left ? onlySilences(told, record, contacts.length > 0) : told;
}

/** A town written otherwise is the same; another town without a street would leave the old street in it. */
function reconcileSeat(told: AssociationFacts, record: Situation["record"]): void {
  const { seat } = told;
  if (!seat?.town || !record.seatTown) return;
  if (sameWords(seat.town) === sameWords(record.seatTown))
    told.seat = { ...seat, town: record.seatTown };
  else if (!seat.street && record.seatStreet) delete told.seat;
}

/** A number or a name the association no longer bears: what it says only fills what the record does not say. */
function onlySilences(
  facts: AssociationFacts,
  record: Situation["record"],
  reached: boolean,
): AssociationFacts {
  const told: AssociationFacts = { name: record.name };
  for (const field of ["acronym", "aims", "createdOn", "website"] as const)
    if (facts[field] && record[field] === null) told[field] = facts[field];
  if (facts.registryThemes && record.registryThemes.length === 0)
    told.registryThemes = facts.registryThemes;
  if (facts.seat && !record.seatTown && !record.seatStreet) told.seat = facts.seat;
  if (!reached && facts.email) told.email = facts.email;
  if (!reached && facts.phone) told.phone = facts.phone;
  return told;
}
