import type { Field, Patch, Provenance, Provenances, RecordFields, Source } from "./fields.ts";
import { fields } from "./fields.ts";

/** Old and new value of each field that changes. */
export type Changes = Record<string, [old: unknown, now: unknown]>;

/** Lists compare as sets: their order says nothing. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
  return (one ?? null) === (other ?? null);
}

/** What a patch really changes of a record. */
export function differences(record: RecordFields, patch: Patch): Changes {
  const changes: Changes = {};
  for (const field of fields)
    if (field in patch && patch[field] !== undefined && !sameValue(record[field], patch[field]))
      changes[field] = [record[field], patch[field]];
  return changes;
}

const files: ReadonlySet<Source> = new Set(["registry", "municipal_file"]);

/** Whether files must leave a value as it is: a person wrote it, unless an agent said otherwise. */
export const isLocked = (mark: Provenance | undefined): boolean =>
  mark !== undefined && (mark.locked ?? !files.has(mark.source));

/** A file never overwrites in silence what a person wrote; whoever wrote nothing yet is no obstacle. */
export const mayReplace = (was: Provenance | undefined, by: Source): boolean =>
  !files.has(by) || !isLocked(was);

/** An empty value says nothing: any source may fill it. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length);

/** Nothing was said, and no agent asked that it stay so. */
export const mayFill = (value: unknown, mark: Provenance | undefined): boolean =>
  isEmpty(value) && mark?.locked !== true;

/** Splits what a source would change into what it may, and what a person's word keeps as it is. */
export function sorted(
  changes: Changes,
  provenance: Provenances,
  by: Source,
): { changed: Changes; kept: Changes } {
  const changed: Changes = {};
  const kept: Changes = {};
  for (const [field, change] of Object.entries(changes))
    (mayFill(change[0], provenance[field]) || mayReplace(provenance[field], by) ? changed : kept)[
      field
    ] = change;
  return { changed, kept };
}

/** Fields someone else changed since the form was opened, among those the form holds. */
export const changedMeanwhile = (base: Patch, record: RecordFields): Field[] =>
  fields.filter((field) => field in base && !sameValue(base[field], record[field]));

/** Why a change of the past can no longer be undone. */
export type UndoRefusal = "already_undone" | "changed_since" | "gone" | "not_undoable";

/** What must be written to undo a change, or the fields that have changed since. */
export function undoOf(
  change: Record<string, unknown>,
  record: RecordFields,
): { patch: Patch } | { refused: "changed_since"; fields: Field[] } {
  const patch: Record<string, unknown> = {};
  const moved: Field[] = [];
  for (const field of fields) {
    const pair = change[field];
    if (!Array.isArray(pair)) continue;
    if (!sameValue(record[field], pair[1])) moved.push(field);
    patch[field] = pair[0] ?? null;
  }
  return moved.length ? { refused: "changed_since", fields: moved } : { patch: patch as Patch };
}

/** The next free address of a page: `judo-club`, then `judo-club-2`. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  let rank = 2;
  while (taken.has(`${base}-${rank}`)) rank++;
  return `${base}-${rank}`;
}
