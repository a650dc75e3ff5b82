import { firstLinesLead } from "./groups.ts";
import { addNumbers, type Book, type Entity, type Found } from "./book.ts";
import {
  conflict,
  hasNumber,
  rnaConflict,
  rnaKey,
  sirenConflict,
  siretConflict,
  type Numbers,
} from "./numbers.ts";

/** The first line of those that speak of one association, as far as recognising it goes. */
export type Leader = Numbers & {
  line: number;
  name: string;
  town?: string | undefined;
  successorRna?: string | undefined;
  /** What an import still in force made of a line that said to be the same. */
  earlier?: { id: string; former: boolean; taken: (keyof Numbers)[] } | undefined;
};

export const matchReasons = [
  "again",
  "rna",
  "siret",
  "siren",
  "successor",
  "former",
  "name",
] as const;
export type MatchReason = (typeof matchReasons)[number];

/** What a line speaks of, and the numbers it states that belong to another association. */
export type Verdict = { line: number; taken: (keyof Numbers)[] } & (
  | { to: "new" }
  | { to: "known"; id: string; by: MatchReason }
  | { to: "leader"; leader: number; by: MatchReason }
);

/**
 * Recognises each line: the surest way first for all lines, so that a name never takes what a number designates.
 * Applied then asked again, it gives the same associations: the same file twice changes nothing.
 */
export function matchLines(book: Book, leaders: readonly Leader[]): Verdict[] {
  const verdicts = new Map<number, Verdict>();
  const names = namesOf(book, leaders);
  let open = leaders.map((leader) => ({ ...leader, siren: leader.siren ?? sirenIn(leader) }));
  for (const [by, find] of ways(book, names))
    open = open.filter((leader) => {
      const found = find(leader);
      const verdict = found && join(book, leader, found, by);
      if (verdict) verdicts.set(leader.line, verdict);
      return !verdict;
    });
  for (const leader of open) verdicts.set(leader.line, added(book, leader));
  return firstLinesLead(
    leaders.map(({ line }) => verdicts.get(line) ?? { line, taken: [], to: "new" }),
  );
}

const sirenIn = ({ siret }: Numbers): string | undefined => siret?.slice(0, 9);

type Names = { numbered: Set<string>; bare: Set<string> };

function namesOf(book: Book, leaders: readonly Leader[]): Names {
  const names: Names = { numbered: new Set(), bare: new Set() };
  for (const leader of leaders)
    names[hasNumber(leader) ? "numbered" : "bare"].add(book.nameKey(leader.name, leader.town));
  return names;
}

type Way = (leader: Leader) => Found | undefined;

const ways = (book: Book, names: Names): [MatchReason, Way][] => [
  ["again", (leader) => byEarlier(book, leader)],
  ["rna", ({ rna }) => (rna ? book.rna.get(rnaKey(rna)) : undefined)],
  ["siret", (leader) => fitting(book.siret.get(leader.siret ?? ""), leader, rnaConflict)],
  ["siren", (leader) => bySiren(book, leader)],
  ["successor", ({ rna }) => asFound(rna ? book.successor.get(rnaKey(rna)) : undefined)],
  [
    "former",
    ({ successorRna }) => {
      const found = successorRna ? book.rna.get(rnaKey(successorRna)) : undefined;
      return found && { ...found, former: true };
    },
  ],
  ["name", (leader) => byName(book, leader, names)],
];

const asFound = (entity: Entity | undefined): Found | undefined =>
  entity && { entity, former: false };

const fitting = (
  found: Found | undefined,
  leader: Leader,
  against: (one: Numbers, other: Numbers) => boolean,
): Found | undefined => (found && !against(leader, found.entity) ? found : undefined);

/** What was decided once is decided again, unless the number now designates another association. */
function byEarlier(book: Book, { earlier, rna }: Leader): Found | undefined {
  if (!earlier) return undefined;
  const own = book.entities.get(earlier.id);
  const entity = own ?? book.merged.get(earlier.id);
  const designated = rna && !earlier.taken.includes("rna") ? book.rna.get(rnaKey(rna)) : undefined;
  if (!entity || (designated && !designated.former && designated.entity !== entity))
    return undefined;
  return { entity, former: earlier.former || !own };
}

/** Several establishments of one legal person: the one that says as much, then one nobody speaks for, then the first read. */
function bySiren(book: Book, leader: Leader): Found | undefined {
  const found = (book.siren.get(leader.siren ?? "") ?? []).filter(
    ({ entity }) =>
      !rnaConflict(leader, entity) &&
      (entity.leader === undefined || !siretConflict(leader, entity)),
  );
  return (
    found.find(({ entity }) => entity.siret === leader.siret) ??
    found.find(({ entity }) => entity.leader === undefined) ??
    found.sort((a, b) => (a.entity.leader ?? 0) - (b.entity.leader ?? 0))[0]
  );
}

/** A name and a town designate an association only when nothing else in the file or the registry bears them. */
function byName(book: Book, leader: Leader, names: Names): Found | undefined {
  const key = book.nameKey(leader.name, leader.town);
  const bare = !hasNumber(leader);
  const found = (book.names.get(key) ?? []).filter(
    ({ entity }) =>
      !conflict(leader, entity) &&
      !siretConflict(leader, entity) &&
      !(bare
        ? names.numbered.has(key) && hasNumber(entity)
        : names.bare.has(key) && !hasNumber(entity)),
  );
  const alike = bare ? found.filter(({ entity }) => !hasNumber(entity)) : [];
  const best = alike.length > 0 ? alike : found;
  const entities = new Set(best.map(({ entity }) => entity));
  return entities.size === 1 ? best[0] : undefined;
}

/** The line speaks for the entity, or joins the line that already does; nothing when their numbers fall out. */
function join(book: Book, leader: Leader, found: Found, by: MatchReason): Verdict | undefined {
  const { entity, former } = found;
  const reason = former ? "former" : by;
  if (entity.leader !== undefined) {
    const sure = by === "rna" || by === "again";
    if (!sure && (sirenConflict(leader, entity) || siretConflict(leader, entity))) return undefined;
    const taken = learn(book, entity, leader, reason);
    return { line: leader.line, taken, to: "leader", leader: entity.leader, by: reason };
  }
  if (entity.id === undefined) return undefined;
  entity.leader = leader.line;
  const taken = learn(book, entity, leader, reason);
  return { line: leader.line, taken, to: "known", id: entity.id, by: reason };
}

/** A line nobody was found for: a new association, unless it shares a number with another line of the file. */
function added(book: Book, leader: Leader): Verdict {
  const found =
    fitting(book.siret.get(leader.siret ?? ""), leader, rnaConflict) ?? bySiren(book, leader);
  if (found?.entity.leader !== undefined) {
    const by = leader.siret && found.entity.siret === leader.siret ? "siret" : "siren";
    const verdict = join(book, leader, found, by);
    if (verdict) return verdict;
  }
  const entity: Entity = { leader: leader.line };
  return { line: leader.line, taken: learn(book, entity, leader, "rna"), to: "new" };
}

/** Gives an entity the numbers of a line, but those of another one; says which were taken. */
function learn(book: Book, entity: Entity, leader: Leader, by: MatchReason): (keyof Numbers)[] {
  const taken: (keyof Numbers)[] = by === "again" ? [...(leader.earlier?.taken ?? [])] : [];
  if (by === "former") return taken;
  const elsewhere = (found: Found | undefined): boolean =>
    found !== undefined && (found.entity !== entity || found.former);
  if (!taken.includes("rna") && leader.rna && elsewhere(book.rna.get(rnaKey(leader.rna))))
    taken.push("rna");
  if (!taken.includes("siret") && leader.siret && elsewhere(book.siret.get(leader.siret)))
    taken.push("siret", "siren");
  const own: Numbers = {
    rna: taken.includes("rna") ? undefined : leader.rna,
    siret: taken.includes("siret") ? undefined : leader.siret,
    siren: taken.includes("siren") ? undefined : leader.siren,
  };
  entity.rna ??= own.rna;
  entity.siret ??= own.siret;
  entity.siren ??= own.siren;
  addNumbers(book, entity, own);
  return taken;
}
