import { sameValue, type Fields, type Mergeable, type Sourced } from "./fields.ts";
import type { MergeUndo } from "./rules.ts";

export type Unmerged = {
  kept: Mergeable;
  absorbed: Mergeable;
  /** Fields changed since the merge: what was written stays on the record that was kept, and a person is told. */
  editedSince: string[];
};

/** The two records as they were. `now` is what the merged record says today, when it may have been edited since. */
export function unmerge(undo: MergeUndo, now: Fields = undo.merged): Unmerged {
  const { kept, absorbed, merged } = structuredClone(undo);
  const names = [...new Set([...Object.keys(merged), ...Object.keys(now)])].toSorted();
  const editedSince = names.filter((field) => !sameSaying(own(merged, field), own(now, field)));
  if (editedSince.length === 0) return { kept, absorbed, editedSince };
  const entries = Object.entries(kept.fields).filter(([field]) => !editedSince.includes(field));
  for (const field of editedSince) {
    const today = own(now, field);
    if (today !== undefined) entries.push([field, today]);
  }
  return { kept: { ...kept, fields: Object.fromEntries(entries) }, absorbed, editedSince };
}

const own = (fields: Fields, field: string): Sourced | undefined =>
  Object.hasOwn(fields, field) ? fields[field] : undefined;

/** Same value said by the same person at the same time: a value locked or confirmed since was edited too. */
const sameSaying = (a: Sourced | undefined, b: Sourced | undefined): boolean =>
  a === undefined || b === undefined ? a === b : sameValue(a, b);
