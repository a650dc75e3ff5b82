import { columnOf, type Field } from "../record/fields.ts";
import type { ImageDiff } from "./image-diff.ts";

/** Columns that follow a field without being one. */
const followed: Partial<Record<Field, string>> = { name: "name_sort", state: "state_noted_at" };

/** What of a diff concerns some fields: acts done in one write are then taken back one by one. */
export function partOf(diff: ImageDiff, fields: readonly Field[]): ImageDiff {
  const columns = new Set<string>(
    fields.flatMap((field) => [columnOf[field], followed[field] ?? columnOf[field]]),
  );
  return {
    ...diff,
    columns: only(diff.columns, (column) => columns.has(column)),
    provenance: only(diff.provenance, (field) => fields.includes(field as Field)),
    contacts: [],
    places: [],
  };
}

const only = <T>(record: Record<string, T>, kept: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => kept(key)));

/** Diffs of one association as one, in the order they were made: `revertAll` takes each association once. */
export function joinedDiffs(diffs: readonly ImageDiff[]): ImageDiff[] {
  const joined = new Map<string, ImageDiff>();
  for (const diff of diffs) {
    const known = joined.get(diff.id);
    joined.set(diff.id, known ? follow(known, diff) : diff);
  }
  return [...joined.values()];
}

const follow = (one: ImageDiff, next: ImageDiff): ImageDiff => ({
  ...one,
  columns: followPairs(one.columns, next.columns),
  provenance: followPairs(one.provenance, next.provenance),
  updatedAt: [one.updatedAt[0], next.updatedAt[1]],
});

function followPairs(one: ImageDiff["columns"], next: ImageDiff["columns"]): ImageDiff["columns"] {
  const pairs = Object.entries(next).map(([key, [before, after]]) => [
    key,
    [one[key] ? one[key][0] : before, after],
  ]);
  return { ...one, ...(Object.fromEntries(pairs) as ImageDiff["columns"]) };
}
