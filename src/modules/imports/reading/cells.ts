import type { Mapping } from "./mapping.ts";
import type { Target } from "./targets.ts";

/** The cells of a row by what they feed. */
export type Cells = {
  has: (target: Target) => boolean;
  one: (target: Target) => string | undefined;
  all: (target: Target) => string[];
  /** What a row says in each column of a target, with the name of the column. */
  named: (target: Target) => { header: string; cell: string }[];
  /** Whether the row carries digits where an identifier is awaited. */
  identified: () => boolean;
};

const columnsByMapping = new WeakMap<Mapping, Map<Target, number[]>>();

export function cellsOf(row: readonly string[], mapping: Mapping): Cells {
  const columns = columnsOf(mapping);
  const all = (target: Target) =>
    (columns.get(target) ?? []).map((column) => row[column] ?? "").filter((cell) => cell !== "");
  return {
    has: (target) => columns.has(target),
    one: (target) => all(target)[0],
    all,
    named: (target) =>
      (columns.get(target) ?? []).map((column) => ({
        header: mapping.columns.find((one) => one.column === column)?.header ?? "",
        cell: row[column] ?? "",
      })),
    identified: () =>
      [...all("rna"), ...all("siret"), ...all("siren")].some((cell) => /\d{7}/.test(cell)),
  };
}

/** A mapping is a value that never changes while a file is read, so its index is built once. */
function columnsOf(mapping: Mapping): Map<Target, number[]> {
  const known = columnsByMapping.get(mapping);
  if (known !== undefined) return known;
  const columns = new Map<Target, number[]>();
  for (const { target, column } of mapping.columns) {
    if (target === null) continue;
    columns.set(target, [...(columns.get(target) ?? []), column]);
  }
  columnsByMapping.set(mapping, columns);
  return columns;
}
