import type { Fields, Json, Source as Rank, Sourced } from "../merge/fields.ts";
import type { Choice, Decision, MergePlan } from "../merge/rules.ts";
import { mergePlan } from "../merge/rules.ts";
import { blank } from "../record/blank.ts";
import { fields, type Field, type Patch, type Provenances, type Source } from "../record/fields.ts";
import { differences, type Changes } from "../record/rules.ts";
import type { Situation } from "../record/fields.ts";

/** Values that make sense together only: chosen as one. */
const groups = {
  siret: ["siret", "siren"],
  state: ["state", "stateSource", "stateOn"],
  seat: ["seatStreet", "seatComplement", "seatPostcode", "seatTown", "seatInsee", "seatPublic"],
  access: ["accessYes", "accessNo", "accessNote"],
} as const satisfies Record<string, readonly Field[]>;

type Grouped = (typeof groups)[keyof typeof groups][number];
/** What a person chooses as one thing when two records become one. */
export type Part = Exclude<Field, Grouped> | keyof typeof groups;

const grouped: ReadonlySet<string> = new Set(Object.values(groups).flat());
const parts: readonly Part[] = [
  ...(fields.filter((field) => !grouped.has(field)) as Part[]),
  ...(Object.keys(groups) as Part[]),
];

/** Fields of the record a part holds. */
export const fieldsOf = (part: Part): readonly Field[] =>
  part in groups ? groups[part as keyof typeof groups] : [part as Field];

/** Parts where what both say adds up. */
export const lists: ReadonlySet<string> = new Set<Part>([
  "registryThemes",
  "themes",
  "publics",
  "keywords",
  "spokenLanguages",
  "links",
]);

/** Parts every record answers, even when nobody wrote them. */
const always: ReadonlySet<Part> = new Set<Part>(["state", "listed", "legalForm"]);

// What a person wrote is what no file may replace: the strongest.
const ranks: Record<Source, Rank> = {
  hand: "locked",
  association: "association",
  registry: "registry",
  municipal_file: "municipal_file",
  proposal: "other",
};

/** What should happen when `absorbed` becomes part of `kept`, with what a person chose. */
export function planOf(
  kept: Situation,
  absorbed: Situation,
  choices: Readonly<Record<string, Choice>> = {},
): MergePlan {
  const [one, other] = [mergeable(kept), mergeable(absorbed)];
  const [mine, theirs] = [kept.record, absorbed.record];
  // A SIREN alone says less than the SIRET that holds it: it does not contradict it.
  if (mine.siren === theirs.siren && !mine.siret !== !theirs.siret)
    delete (mine.siret ? other : one).fields["siret"];
  const plan = mergePlan(one, other, { choices, lists });
  return { ...plan, decisions: inOrder(plan.decisions), differing: inOrder(plan.differing) };
}

/** The name first, then as on the record. */
const inOrder = (decisions: readonly Decision[]): Decision[] =>
  decisions.toSorted((a, b) => parts.indexOf(a.field as Part) - parts.indexOf(b.field as Part));

const mergeable = (situation: Situation): { id: string; fields: Record<string, Sourced> } => ({
  id: situation.id,
  fields: Object.fromEntries(
    parts.flatMap((part) => {
      const said = saying(situation, part);
      return said ? [[part, said]] : [];
    }),
  ) satisfies Fields,
});

function saying({ record, provenance, createdAt }: Situation, part: Part): Sourced | undefined {
  const own = fieldsOf(part);
  const mark = own
    .flatMap((field) => provenance[field] ?? [])
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  const source = mark ? ranks[mark.source] : "other";
  const empty = own.every(
    (field) => JSON.stringify(record[field]) === JSON.stringify(blank[field]),
  );
  if (empty && !always.has(part) && source !== "locked") return undefined;
  const value = (field: Field): Json => {
    const known = record[field];
    return Array.isArray(known) ? known.toSorted() : known;
  };
  const [first] = own;
  return {
    value:
      part in groups
        ? Object.fromEntries(own.map((field) => [field, value(field)]))
        : value(first as Field),
    source,
    at: mark?.at ?? createdAt.toISOString(),
    ...(mark?.by ? { by: mark.by } : {}),
  };
}

/** What a plan writes on the record kept, and where each value written comes from. */
export function writingOf(
  plan: MergePlan,
  kept: Situation,
  absorbed: Situation,
): { changes: Changes; provenance: Provenances } {
  const patch: Record<string, unknown> = {};
  const provenance: Provenances = {};
  for (const { field: part, result, choice } of plan.decisions)
    for (const field of fieldsOf(part as Part)) {
      patch[field] = valueIn(result.value, part as Part, field);
      const mark = absorbed.provenance[field];
      if (choice === "absorbed" && mark) provenance[field] = mark;
    }
  const changes = differences(kept.record, patch as Patch);
  return {
    changes,
    provenance: Object.fromEntries(Object.entries(provenance).filter(([key]) => key in changes)),
  };
}

/** The value of one field in the value of its part. */
export const valueIn = (value: Json, part: Part, field: Field): Json | undefined =>
  part in groups ? (value as Record<string, Json>)[field] : value;

const worth = ({ provenance, record }: Situation): [number, number] => [
  Object.values(provenance).filter((mark) => ["association", "hand"].includes(mark.source)).length,
  fields.filter((field) => JSON.stringify(record[field]) !== JSON.stringify(blank[field])).length,
];

/** The record it is wiser to keep: the one where people wrote more, then the one that says more, then the older. */
export function wiserToKeep(one: Situation, other: Situation): Situation {
  const [a, b] = [worth(one), worth(other)];
  const gap = a[0] - b[0] || a[1] - b[1] || other.createdAt.getTime() - one.createdAt.getTime();
  return gap >= 0 ? one : other;
}
