import type { AssociationFacts } from "../facts.ts";
import { sirenOf } from "../identity/numbers.ts";
import { themesOfRegistryCode } from "../nomenclature/codes.ts";
import { themesOfWords } from "../nomenclature/words.ts";
import type { Patch, RecordFields, Source, StateSource } from "./fields.ts";

const stateSources: Record<Source, StateSource> = {
  registry: "registry",
  municipal_file: "file",
  hand: "referent",
  association: "declared",
  proposal: "referent",
};

/** What a source's facts would write in a record; silent facts write nothing. Lists grow, but for the registry's own codes. */
export function patchOf(facts: AssociationFacts, source: Source, record?: RecordFields): Patch {
  const patch: Patch = {
    name: facts.name,
    acronym: facts.acronym,
    legalForm: facts.legalForm,
    rna: facts.rna,
    aims: facts.aims,
    createdOn: facts.createdOn,
    successorRna: facts.successorRna,
    website: facts.website,
    seatStreet: facts.seat?.street,
    seatComplement: facts.seat?.complement,
    seatPostcode: facts.seat?.postcode,
    seatTown: facts.seat?.town,
    seatInsee: facts.seat?.insee,
    registryThemes: facts.registryThemes,
    ...numbersOf(facts, record),
    ...stateOf(facts, source, record),
    keywords: grown(record?.keywords, facts.keywords),
    publics: grown(record?.publics, facts.publics),
    themes: record?.themes.length
      ? grown(record.themes, facts.themes)
      : (facts.themes ?? plainThemes(facts)),
  };
  for (const key of Object.keys(patch) as (keyof Patch)[])
    if (patch[key] === undefined) delete patch[key];
  return patch;
}

const grown = (known: readonly string[] | undefined, more: readonly string[] | undefined) =>
  more && [...new Set([...(known ?? []), ...more])];

/** The plain themes when a source does not say them: from the registry's codes, else from its words. */
function plainThemes(facts: AssociationFacts): string[] | undefined {
  const coded = (facts.registryThemes ?? []).flatMap(themesOfRegistryCode);
  const found = coded.length
    ? coded
    : themesOfWords([facts.name, facts.aims, ...(facts.keywords ?? [])].join(" "));
  return found.length ? [...new Set(found)].slice(0, 3) : undefined;
}

/** A SIRET brings its SIREN; a SIREN alone never contradicts a SIRET that holds it. */
function numbersOf(facts: AssociationFacts, record: RecordFields | undefined): Patch {
  if (facts.siret) return { siret: facts.siret, siren: sirenOf(facts.siret) };
  if (!facts.siren || record?.siren === facts.siren) return {};
  return { siren: facts.siren };
}

function stateOf(facts: AssociationFacts, source: Source, record: RecordFields | undefined): Patch {
  const state = facts.state ?? (facts.ceasedOn ? "ceased" : undefined);
  if (!state) return {};
  if (state === "active" && (record?.state ?? "active") === "active") return {};
  const date = state === "ceased" ? facts.ceasedOn : undefined;
  if (record?.state === state && (!date || record.stateOn === date)) return {};
  return { state, stateSource: stateSources[source], stateOn: date ?? null };
}
