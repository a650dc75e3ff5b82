import {
  addToIndex,
  candidatesIn,
  duplicateIndex,
  pairsOf,
  type DuplicateIndex,
} from "./blocks.ts";
import { compareTraits } from "./compare.ts";
import type { DuplicateRecord } from "./record.ts";
import { suggestionThreshold, weights, type Reason, type Weights } from "./reasons.ts";
import { traitsOf } from "./traits.ts";

export type Suggestion = {
  /** Ids of the two records; `one` comes first in the alphabet when both come from the same set. */
  one: string;
  other: string;
  score: number;
  reasons: Reason[];
};

export type DuplicateOptions = { threshold?: number; weights?: Weights };

/** Suspected duplicates inside one set, the surest first. */
export function findDuplicates(
  records: Iterable<DuplicateRecord>,
  options: DuplicateOptions = {},
): Suggestion[] {
  const index = duplicateIndex(records);
  const found: Suggestion[] = [];
  for (const [i, j] of pairsOf(index)) {
    const [a, b] = [index.traits[i], index.traits[j]];
    if (a === undefined || b === undefined) continue;
    const [one, other] = a.id < b.id ? [a, b] : [b, a];
    const { score, reasons } = compareTraits(one, other, options.weights ?? weights);
    if (score >= (options.threshold ?? suggestionThreshold))
      found.push({ one: one.id, other: other.id, score, reasons });
  }
  return found.sort(surestFirst);
}

/** Records of the index suspected to be this one, the surest first. */
export function findDuplicatesOf(
  record: DuplicateRecord,
  index: DuplicateIndex,
  options: DuplicateOptions = {},
): Suggestion[] {
  const traits = traitsOf(record);
  const found: Suggestion[] = [];
  for (const at of candidatesIn(index, traits)) {
    const other = index.traits[at];
    if (other === undefined) continue;
    const { score, reasons } = compareTraits(traits, other, options.weights ?? weights);
    if (score >= (options.threshold ?? suggestionThreshold))
      found.push({ one: record.id, other: other.id, score, reasons });
  }
  return found.sort(surestFirst);
}

const surestFirst = (x: Suggestion, y: Suggestion): number =>
  y.score - x.score || (x.one + x.other < y.one + y.other ? -1 : 1);

export { addToIndex, duplicateIndex, type DuplicateIndex };
