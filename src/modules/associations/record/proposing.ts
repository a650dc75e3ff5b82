import type { AssociationFacts } from "../facts.ts";
import { patchOf } from "./facts-patch.ts";
import type { Field, Situation, Source } from "./fields.ts";
import { differences, isLocked, mayFill, type Changes } from "./rules.ts";

/** What a source's facts would change of a record, locked values included; writes nothing. */
export const wouldChange = (
  { record }: Situation,
  facts: AssociationFacts,
  source: Source,
): Changes => differences(record, patchOf(facts, source, record));

/** Among fields, those that files must leave as they are: written by a person, or locked by an agent. */
export const lockedFields = (
  { record, provenance }: Situation,
  fields: readonly Field[],
): Field[] =>
  fields.filter(
    (field) => isLocked(provenance[field]) && !mayFill(record[field], provenance[field]),
  );
