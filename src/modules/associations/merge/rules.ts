/** Two records of one association become one; what each said before is kept whole, so that they can be two again. */

import {
  instant,
  isEmpty,
  sameValue,
  sources,
  type Fields,
  type Json,
  type Mergeable,
  type Source,
  type Sourced,
} from "./fields.ts";

export type Side = "kept" | "absorbed";
export type Choice = Side | "both";

export type Why =
  | "same_value"
  | "only_value"
  | "locked_by_person"
  | "confirmed_by_association"
  | "from_registry"
  | "from_municipal_file"
  | "more_recent"
  | "kept_record"
  | "combined"
  | "chosen";

export type Decision = {
  field: string;
  kept?: Sourced;
  absorbed?: Sourced;
  choice: Choice;
  result: Sourced;
  why: Why;
  /** Two people locked two different values: neither the machine nor the date may choose between them. */
  needsPerson: boolean;
};

export type MergePlan = {
  /** Every field of the two, in alphabetical order. */
  decisions: Decision[];
  /** Those where the two records say different things: what a person is shown to choose. */
  differing: Decision[];
  /** Names and numbers that lost: kept as other ways to recognise the record, or the next import creates it again. */
  formerIdentity: { field: string; value: Json }[];
  result: Mergeable;
  undo: MergeUndo;
};

/** Plain data to store with the merge: what both said before, and what the merged record said. */
export type MergeUndo = { kept: Mergeable; absorbed: Mergeable; merged: Fields };

export type MergeOptions = {
  /** What a person chose, by field. */
  choices?: Readonly<Record<string, Choice>>;
  /** Fields holding lists, where both sides are kept together unless a person chose one. */
  lists?: ReadonlySet<string>;
};

export type MergeRefusal = "same_record" | "person_must_choose";

export const identityFields: ReadonlySet<string> = new Set([
  "name",
  "acronym",
  "rna",
  "siret",
  "siren",
  "slug",
]);

/** Why this plan may not be carried out yet; nothing when it may. */
export function refusalOf({ undo, decisions }: MergePlan): MergeRefusal | undefined {
  if (undo.kept.id === undo.absorbed.id) return "same_record";
  return decisions.some((decision) => decision.needsPerson) ? "person_must_choose" : undefined;
}

export function mergePlan(
  kept: Mergeable,
  absorbed: Mergeable,
  options: MergeOptions = {},
): MergePlan {
  const names = new Set([...Object.keys(kept.fields), ...Object.keys(absorbed.fields)]);
  const decisions = [...names]
    .toSorted()
    .map((field) => decide(field, valueIn(kept, field), valueIn(absorbed, field), options))
    .filter((decision) => decision !== undefined);
  // A field may be called anything, `__proto__` too: entries keep it a field.
  const fields = Object.fromEntries(decisions.map(({ field, result }) => [field, result]));
  return {
    decisions,
    differing: decisions.filter(differs),
    formerIdentity: decisions.flatMap(lostIdentity),
    result: { id: kept.id, fields },
    undo: structuredClone({ kept, absorbed, merged: fields }),
  };
}

const valueIn = ({ fields }: Mergeable, field: string): Sourced | undefined =>
  Object.hasOwn(fields, field) ? fields[field] : undefined;

export function decide(
  field: string,
  kept: Sourced | undefined,
  absorbed: Sourced | undefined,
  { choices = {}, lists }: MergeOptions = {},
): Decision | undefined {
  const both = { field, ...(kept && { kept }), ...(absorbed && { absorbed }) };
  if (!kept || !absorbed) {
    const result = kept ?? absorbed;
    const choice = kept ? "kept" : "absorbed";
    return result && { ...both, choice, result, why: "only_value", needsPerson: false };
  }
  const chosen = Object.hasOwn(choices, field) ? choices[field] : undefined;
  const auto = strongest(kept, absorbed);
  const of = (choice: Choice): Sourced =>
    choice === "both" ? combined(kept, absorbed, auto.side) : choice === "kept" ? kept : absorbed;
  const same = sameValue(kept.value, absorbed.value);
  if (chosen !== undefined && !same)
    return { ...both, choice: chosen, result: of(chosen), why: "chosen", needsPerson: false };
  if (lists?.has(field) && !same && Array.isArray(kept.value) && Array.isArray(absorbed.value))
    return { ...both, choice: "both", result: of("both"), why: "combined", needsPerson: false };
  const needsPerson = !same && kept.source === "locked" && absorbed.source === "locked";
  return {
    ...both,
    choice: auto.side,
    result: of(auto.side),
    why: same ? "same_value" : auto.why,
    needsPerson,
  };
}

/** Locked, then confirmed by the association, then the registry, then the commune's file; then the more recent; then the record kept. */
function strongest(kept: Sourced, absorbed: Sourced): { side: Side; why: Why } {
  if (hollow(kept) !== hollow(absorbed))
    return { side: hollow(kept) ? "absorbed" : "kept", why: "only_value" };
  const [mine, theirs] = [sources.indexOf(kept.source), sources.indexOf(absorbed.source)];
  if (mine !== theirs) {
    const side = mine < theirs ? "kept" : "absorbed";
    return { side, why: whyOf[(side === "kept" ? kept : absorbed).source] };
  }
  const [keptAt, absorbedAt] = [instant(kept.at), instant(absorbed.at)];
  if (keptAt === absorbedAt) return { side: "kept", why: "kept_record" };
  return { side: keptAt > absorbedAt ? "kept" : "absorbed", why: "more_recent" };
}

const whyOf: Record<Source, Why> = {
  locked: "locked_by_person",
  association: "confirmed_by_association",
  registry: "from_registry",
  municipal_file: "from_municipal_file",
  other: "more_recent",
};

/** An emptiness a person locked is an answer; any other is a silence. */
const hollow = (said: Sourced): boolean => said.source !== "locked" && isEmpty(said.value);

/** Lists end to end without repeats, with the provenance of the stronger side. */
function combined(kept: Sourced, absorbed: Sourced, side: Side): Sourced {
  const value: Json[] = [];
  for (const item of [...listOf(kept), ...listOf(absorbed)])
    if (!isEmpty(item) && !value.some((known) => sameValue(known, item))) value.push(item);
  return { ...(side === "kept" ? kept : absorbed), value };
}

const listOf = ({ value }: Sourced): readonly Json[] => (Array.isArray(value) ? value : [value]);

const differs = ({ kept, absorbed }: Decision): boolean =>
  kept !== undefined && absorbed !== undefined && !sameValue(kept.value, absorbed.value);

function lostIdentity({
  field,
  kept,
  absorbed,
  result,
}: Decision): { field: string; value: Json }[] {
  if (!identityFields.has(field)) return [];
  return [kept, absorbed].flatMap((said) =>
    said === undefined || isEmpty(said.value) || sameValue(said.value, result.value)
      ? []
      : [{ field, value: said.value }],
  );
}
