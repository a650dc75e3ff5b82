import { parseRecords, RecordSplitter } from "./records.ts";

export const separators = [";", ",", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

/** The separator under which most sample lines have the same number of cells, and the most of them. */
export function guessSeparator(sample: string): Separator {
  const announced = /^sep=(.)\r?\n/.exec(sample)?.[1];
  const known = separators.find((separator) => separator === announced);
  if (known !== undefined) return known;
  const scored = separators.map((separator) => ({ separator, score: score(sample, separator) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

function score(sample: string, separator: Separator): number {
  const splitter = new RecordSplitter(separator);
  const records = [...splitter.push(sample), ...splitter.end()]
    .filter((record) => record.text.trim() !== "")
    .slice(0, 100);
  const widths = parseRecords(records, separator).map((cells) => cells?.length ?? 0);
  const usual = mostFrequent(widths);
  if (usual < 2) return 0;
  const share = widths.filter((width) => width === usual).length / widths.length;
  return share * share * Math.log2(usual + 1);
}

/** The value met most often; the largest one when several are. */
export function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = 0;
  for (const [value, count] of counts) {
    const top = counts.get(best) ?? 0;
    if (count > top || (count === top && value > best)) best = value;
  }
  return best;
}
