import type { Changes, Field } from "../../associations/index.ts";
import { sameWords } from "../reading/cleaning/text.ts";

/** What a proposal of the registry says of an association, in the order an agent reads them. */
export const kinds = [
  "ceased",
  "moved_out",
  "moved_in",
  "moved",
  "renamed",
  "successor",
  "aims",
  "other",
  "new",
] as const;
export type Kind = (typeof kinds)[number];

export const states = ["open", "accepted", "refused", "superseded", "undone"] as const;
export type ProposalState = (typeof states)[number];

/** Fields that are one answer: nobody accepts a street without its town. */
const groups = {
  name: ["name"],
  acronym: ["acronym"],
  seat: ["seatStreet", "seatComplement", "seatPostcode", "seatTown", "seatInsee"],
  aims: ["aims"],
  themes: ["registryThemes", "themes"],
  state: ["state", "stateOn", "stateSource"],
  successor: ["successorRna"],
  rna: ["rna"],
  siret: ["siret", "siren"],
  legalForm: ["legalForm"],
  createdOn: ["createdOn"],
  website: ["website"],
} as const satisfies Record<string, readonly Field[]>;
export type Group = keyof typeof groups;

/** Words that differ only by their case, their accents or their spaces say the same. */
const worded: ReadonlySet<string> = new Set(["aims", "seatStreet", "seatComplement", "seatTown"]);

/** Old and new values of one group, by field. */
export type Difference = { group: Group; changes: Changes };

/** What would change, group by group, without what says the same in other letters. */
export function differencesByGroup(changes: Changes): Difference[] {
  return (Object.keys(groups) as Group[]).flatMap((group) => {
    const own = Object.entries(changes).filter(
      ([field, pair]) => fieldsOf(group).includes(field as Field) && !sameInWords(field, pair),
    );
    return own.length > 0 ? [{ group, changes: Object.fromEntries(own) }] : [];
  });
}

export const fieldsOf = (group: Group): readonly Field[] => groups[group];

const sameInWords = (field: string, [old, now]: Changes[string]): boolean =>
  worded.has(field) &&
  typeof old === "string" &&
  typeof now === "string" &&
  sameWords(old) === sameWords(now);

/** Where a seat was and where it is, as far as the commune is concerned. */
export type Move = { wasKnown: boolean; wasHere: boolean; isHere: boolean };

export function kindOf({ group, changes }: Difference, move: Move): Kind {
  switch (group) {
    case "name":
    case "acronym":
      return changes[group]?.[0] ? "renamed" : "other";
    case "seat":
      return kindOfMove(changes, move);
    case "aims":
    case "themes":
      return "aims";
    case "state":
      return changes["state"]?.[1] === "active" ? "other" : "ceased";
    case "successor":
      return "successor";
    case "rna":
      return changes["rna"]?.[0] ? "successor" : "other";
    default:
      return "other";
  }
}

function kindOfMove(changes: Changes, { wasKnown, wasHere, isHere }: Move): Kind {
  if (!wasKnown) return "other";
  if (wasHere && !isHere) return "moved_out";
  if (!wasHere && isHere) return "moved_in";
  return changes["seatStreet"]?.[0] || changes["seatTown"]?.[0] ? "moved" : "other";
}

/** Days after which the commune's last file is too old: the registry gives one every month. */
export const freshDays = 40;
