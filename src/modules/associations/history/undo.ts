import type { Tx } from "../../../platform/db/database.ts";
import { markUndone, type HistoryLine } from "../../journal/index.ts";
import type { Field, Situation, Venue } from "../record/fields.ts";
import { situationsOf } from "../record/queries.ts";
import { differences, undoOf, type UndoRefusal } from "../record/rules.ts";
import { placeNames, venuesWrite } from "../record/venues.ts";
import { writeAll, type Origin, type Write } from "../record/write.ts";
import { textsOfMany } from "../translations/queries.ts";
import { readTextKey } from "../translations/rules.ts";
import { textsUndo, type AssociationText } from "../translations/undo.ts";
import { contactsUndo } from "./contact-undo.ts";
import { namesOf } from "./queries.ts";

/** Done, `without` what was erased at someone's request; or why not. */
export type Undone =
  { done: true; without?: "erased" } | { refused: UndoRefusal; fields?: Field[] };

/** Lines of history that tell a change of values: the others (creation, merge, import) are undone where they were made. */
export const undoable: ReadonlySet<string> = new Set([
  "association.edited",
  "association.bulk",
  "association.undone",
  "association.translated",
]);

/** Undoes lines of history, each as a whole or not at all; the answers come in the order of the lines. */
export async function undoEntries(
  tx: Tx,
  lines: readonly HistoryLine[],
  origin: Origin,
  allowed = undoable,
): Promise<Undone[]> {
  const ids = [...new Set(lines.map((line) => line.subject.id))];
  const known = new Map((await situationsOf(tx, ids, true)).map((one) => [one.id, one]));
  const names = await placeNames(tx, [...known.values()], lines.flatMap(placesBefore));
  const told = lines.filter(({ change }) => Object.keys(change).some(readTextKey));
  const texts = await textsOfMany(tx, told.map((line) => line.subject.id)); // prettier-ignore
  const people = await namesOf(tx, lines.map(referentBefore));
  const writes: Write[] = [];
  const undone: HistoryLine[] = [];
  const answers = lines.map((line): Undone => {
    if (referentBefore(line) && !people.has(referentBefore(line))) return { refused: "gone" };
    const planned = allowed.has(line.action)
      ? undoPlan(line, { situation: known.get(line.subject.id), texts }, names)
      : { refused: "not_undoable" as const };
    if ("refused" in planned) return planned;
    writes.push(planned.write);
    undone.push(line);
    return { done: true, ...(planned.erased ? { without: "erased" as const } : {}) };
  });
  const entries = await writeAll(tx, writes, origin, "association.undone");
  await markUndone(
    tx,
    undone.map((line, at) => ({ entry: line.id, by: entries[at] ?? line.id })),
  );
  return answers;
}

type Plan = { write: Write; erased: boolean } | { refused: UndoRefusal; fields?: Field[] };

function undoPlan(
  line: HistoryLine,
  { situation, texts }: { situation: Situation | undefined; texts: readonly AssociationText[] },
  names: ReadonlyMap<string, string>,
): Plan {
  if (line.undoneBy) return { refused: "already_undone" };
  if (!situation) return { refused: "gone" };
  const own = line.personal.filter((value) => value.about.kind === "association");
  const change = {
    ...line.change,
    ...Object.fromEntries(own.map((value) => [value.field, [value.old, value.new]])),
  };
  const back = undoOf(change, situation.record);
  if ("refused" in back) return back;
  const contacts = contactsUndo(line, situation.contacts);
  if ("refused" in contacts) return contacts;
  const write: Write = {
    id: situation.id,
    changes: differences(situation.record, back.patch),
    contacts: contacts.writes,
  };
  const venues = venuesUndo(line, situation.venues, names);
  if (venues && "refused" in venues) return venues;
  if (venues) write.venues = venues;
  const spoken = textsUndo(line, texts);
  if ("refused" in spoken) return spoken;
  write.texts = spoken.writes;
  const empty =
    !Object.keys(write.changes).length &&
    !contacts.writes.length &&
    !venues &&
    !spoken.writes.length;
  return empty ? { refused: "gone" } : { write, erased: contacts.erased };
}

type Trace = readonly { id: string; detail: string | null }[];

/** The referent a line would give back; a person erased since is nobody's referent. */
const referentBefore = (line: HistoryLine): string => {
  const pair = line.change["referent"];
  return Array.isArray(pair) ? String(pair[0] ?? "") : "";
};

const placesBefore = (line: HistoryLine): string[] => {
  const pair = line.change["places"];
  return Array.isArray(pair) ? ((pair[0] ?? []) as Trace).map((one) => one.id) : [];
};

function venuesUndo(
  line: HistoryLine,
  venues: readonly Venue[],
  names: ReadonlyMap<string, string>,
): NonNullable<Write["venues"]> | { refused: UndoRefusal } | undefined {
  const pair = line.change["places"] as [Trace, Trace] | undefined;
  if (!Array.isArray(pair)) return undefined;
  const [old, now] = pair;
  if (sign(now) !== sign(venues.map((one) => ({ id: one.placeId, detail: one.detail }))))
    return { refused: "changed_since" };
  if (old.some((one) => !names.has(one.id))) return { refused: "gone" };
  const list = old.map(({ id, detail }, rank) => ({ placeId: id, detail, position: rank + 1 }));
  return venuesWrite(venues, list, names);
}

const sign = (trace: Trace): string =>
  trace
    .map((one) => `${one.id} ${one.detail ?? ""}`)
    .sort()
    .join("\n");
