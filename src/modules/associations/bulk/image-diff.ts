import type { Sought } from "../../people/index.ts";
import { contactWithout } from "../contacts/forgetting.ts";
import { valueWithout } from "../record/forgetting.ts";
import type { BeforeImage } from "../record/images.ts";

type Row = Readonly<Record<string, unknown>>;
/** A row before and after; null where there was none. */
export type RowChange = [before: Row | null, after: Row | null];

/** What an act changed of one association: enough to take back that act alone. It holds personal values. */
export type ImageDiff = {
  id: string;
  /** Columns, `[before, after]`. */
  columns: Record<string, [before: unknown, after: unknown]>;
  provenance: Record<string, [before: unknown, after: unknown]>;
  contacts: RowChange[];
  places: RowChange[];
  updatedAt: [before: string, after: string];
};

/** Columns that follow the others and are put back apart. */
const apart = new Set(["revision", "updated_at", "provenance"]);

export function diffOf(before: BeforeImage, after: BeforeImage): ImageDiff {
  const [was, is]: [Row, Row] = [before.association, after.association];
  return {
    id: before.association.association_id,
    columns: changesOf(was, is, apart),
    provenance: changesOf((was["provenance"] ?? {}) as Row, (is["provenance"] ?? {}) as Row),
    contacts: rowChanges(before.contacts, after.contacts, "contact_id"),
    places: rowChanges(before.places, after.places, "place_id"),
    updatedAt: [String(was["updated_at"]), String(is["updated_at"])],
  };
}

/**
 * A diff without someone who is erased. A contact that was theirs before or after leaves a trace without values, which
 * matches no contact: taking the act back leaves it out and says so.
 */
export const diffWithout = (diff: ImageDiff, who: Sought): ImageDiff => ({
  ...diff,
  columns: Object.fromEntries(
    Object.entries(diff.columns).map(([column, [before, after]]) => [
      column,
      [valueWithout(column, before, who), valueWithout(column, after, who)],
    ]),
  ),
  contacts: diff.contacts.map(([before, after]): RowChange => {
    const [was, is] = [before && contactWithout(before, who), after && contactWithout(after, who)];
    const contact_id = (before ?? after)?.["contact_id"];
    if (was === undefined || is === undefined) return [null, { contact_id, [erased]: true }];
    return [was, is];
  }),
});

const erased = "erased";

/** What must be written to take an act back: everything but what somebody has changed since, which is named. */
export type Reversal = {
  id: string;
  columns: Record<string, unknown>;
  provenance: Row;
  contacts: { upsert: Row[]; remove: string[] };
  places: { upsert: Row[]; remove: string[] };
  /** Undefined when something else has happened since. */
  updatedAt: string | undefined;
  /** Columns, `contacts` or `places` that somebody has changed since, `erased` when a contact was erased. */
  kept: string[];
};

export function reversalOf(diff: ImageDiff, now: BeforeImage): Reversal {
  const row: Row = now.association;
  const kept = Object.keys(diff.columns).filter(
    (column) => !same(row[column], diff.columns[column]?.[1]),
  );
  const columns = Object.fromEntries(
    Object.entries(diff.columns).flatMap(([column, [before]]) =>
      kept.includes(column) ? [] : [[column, before]],
    ),
  );
  const contacts = takeBack(diff.contacts, now.contacts, "contact_id");
  const places = takeBack(diff.places, now.places, "place_id");
  if (diff.contacts.some(([, after]) => after?.[erased])) kept.push(erased);
  else if (contacts.kept) kept.push("contacts");
  if (places.kept) kept.push("places");
  const untouched = kept.length === 0 && same(row["updated_at"], diff.updatedAt[1]);
  return {
    id: diff.id,
    columns,
    provenance: provenanceBack(diff, (row["provenance"] ?? {}) as Row),
    contacts,
    places,
    updatedAt: untouched ? diff.updatedAt[0] : undefined,
    kept,
  };
}

function provenanceBack(diff: ImageDiff, now: Row): Row {
  const back: Record<string, unknown> = { ...now };
  for (const [field, [before, after]] of Object.entries(diff.provenance)) {
    if (!same(now[field], after)) continue;
    if (before === null || before === undefined) delete back[field];
    else back[field] = before;
  }
  return back;
}

function takeBack(changes: readonly RowChange[], rows: readonly Row[], key: string) {
  const upsert: Row[] = [];
  const remove: string[] = [];
  let kept = false;
  for (const [before, after] of changes) {
    const id = String((before ?? after)?.[key]);
    const now = rows.find((row) => row[key] === id) ?? null;
    if (!same(now, after)) kept = true;
    else if (before) upsert.push(before);
    else remove.push(id);
  }
  return { upsert, remove, kept };
}

function changesOf(
  before: Row,
  after: Row,
  except: ReadonlySet<string> = new Set(),
): Record<string, [unknown, unknown]> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...names]
      .filter((name) => !except.has(name) && !same(before[name], after[name]))
      .map((name) => [name, [before[name] ?? null, after[name] ?? null]]),
  );
}

function rowChanges(before: readonly Row[], after: readonly Row[], key: string): RowChange[] {
  const rowOf = (rows: readonly Row[], id: unknown) => rows.find((row) => row[key] === id) ?? null;
  const ids = new Set([...before, ...after].map((row) => row[key]));
  return [...ids]
    .map((id): RowChange => [rowOf(before, id), rowOf(after, id)])
    .filter(([was, is]) => !same(was, is));
}

/** Same JSON, whatever the order of the keys; what is absent is null. */
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null, ordered) === JSON.stringify(other ?? null, ordered);

const ordered = (_: string, part: unknown): unknown =>
  part !== null && typeof part === "object" && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part;
