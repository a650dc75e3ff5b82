import type { Address, AssociationFacts } from "../../associations/index.ts";
import { sameWords } from "../reading/cleaning/text.ts";

/** A commune as far as telling its associations from the neighbours' goes. */
export type Commune = {
  id: number;
  name: string;
  insee: string | undefined;
  /** Postcodes its own associations and places already bear; empty when none is known. */
  postcodes: ReadonlySet<string>;
};

/** Whether a line is the commune's; undefined when it does not say where it is. */
export function belongs(facts: AssociationFacts, commune: Commune): boolean | undefined {
  const said = [facts.seat, ...(facts.places ?? [])].filter((one) => one !== undefined);
  const answers = said.map((address) => isHere(address, commune));
  if (answers.includes(true)) return true;
  return answers.includes(false) ? false : undefined;
}

function isHere(address: Address, commune: Commune): boolean | undefined {
  const { insee, town, postcode } = address;
  if (insee && commune.insee) return wholeCity(insee) === wholeCity(commune.insee);
  if (town) return townKey(town) === townKey(commune.name);
  if (!postcode) return undefined;
  if (commune.postcodes.size > 0) return commune.postcodes.has(postcode);
  return commune.insee ? department(postcode) === department(commune.insee) : undefined;
}

/** `Toulouse 3e`, `TOULOUSE CEDEX 9` and `Ville de Toulouse` are Toulouse. */
const townKey = (town: string): string =>
  sameWords(town)
    .replace(/^(?:VILLE|COMMUNE|MAIRIE) (?:DE |D |DU |DES )/, "")
    .replace(/ CEDEX.*$/, "")
    .replace(/ \d+\s*(?:E|ER|EME|ERE)?(?: ARRONDISSEMENT)?$/, "")
    .replace(/\bSTE?\b/g, (word) => (word === "STE" ? "SAINTE" : "SAINT"));

/** Paris, Lyon and Marseille: their districts have codes of their own. */
function wholeCity(insee: string): string {
  if (/^751\d\d$/.test(insee)) return "75056";
  if (/^6938\d$/.test(insee)) return "69123";
  return /^132[01]\d$/.test(insee) ? "13055" : insee;
}

/** The department of an INSEE code, a postcode or its own; both halves of Corsica are 20, as in their postcodes. */
export const department = (code: string): string =>
  /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2).replace(/^2[AB]$/, "20");

/** The commune a line goes to by its INSEE code alone: what an installation of several communes relies on. */
export function communeByInsee(
  facts: AssociationFacts,
  byInsee: ReadonlyMap<string, number>,
): number | undefined {
  for (const address of [facts.seat, ...(facts.places ?? [])]) {
    const found = address?.insee && byInsee.get(wholeCity(address.insee));
    if (found) return found;
  }
  return undefined;
}

export const cityCode = wholeCity;
