import { createHash } from "node:crypto";
import { plainWords } from "./header.ts";
import { targetByHeader } from "./header-words.ts";
import { layouts, type Layout } from "./layouts.ts";
import { severalColumns, type Target } from "./targets.ts";
import { shareFor, targetByValues } from "./value-kinds.ts";

export const mappingReasons = [
  "known_layout",
  "name_and_values",
  "name",
  "values",
  "better_column",
  "nothing_found",
  "person",
] as const;
export type MappingReason = (typeof mappingReasons)[number];

export type MappedColumn = {
  column: number;
  header: string;
  /** Null: the column is left out. */
  target: Target | null;
  /** From 0 to 1. */
  confidence: number;
  reason: MappingReason;
};

/** Which column feeds what: a plain JSON value, which a person may correct and which is kept by its fingerprint. */
export type Mapping = {
  fingerprint: string;
  layout: string | null;
  columns: MappedColumn[];
};

/** Columns our corrected file adds; they never count as part of a layout. */
export const addedColumns = ["ligne", "probleme"] as const;

/** The same columns in the same order give the same fingerprint, whatever case, accents and added columns. */
export function headerFingerprint(header: readonly string[]): string {
  const names = header.map(plainWords).filter((name) => !isAdded(name));
  while (names.at(-1) === "") names.pop();
  return createHash("sha256").update(names.join("|")).digest("hex").slice(0, 16);
}

export function guessMapping(
  header: readonly string[],
  sampleRows: readonly (readonly string[])[],
): Mapping {
  const fingerprint = headerFingerprint(header);
  const names = header.map(plainWords);
  const layout = layouts.find(({ signature }) => signature.every((name) => names.includes(name)));
  const columns = header.map((name, column) =>
    layout === undefined
      ? guessColumn(name, column, sampleRows)
      : layoutColumn(layout, names, name, column),
  );
  const best = keepBest(columns, layout);
  return { fingerprint, layout: layout?.name ?? null, columns: layout ? best : toldApart(best) };
}

/** What tells when, where or for which ages says that what a file calls an activity is one, and not only a domain. */
const tellsActivities: ReadonlySet<Target> = new Set<Target>([
  "place",
  "day",
  "start",
  "hours",
  "ages",
  "age_min",
  "age_max",
]);

function toldApart(columns: readonly MappedColumn[]): MappedColumn[] {
  const has = (wanted: (target: Target) => boolean) =>
    columns.some(({ target }) => target !== null && wanted(target));
  if (has((target) => target === "activity") || !has((target) => tellsActivities.has(target)))
    return [...columns];
  return columns.map((column) =>
    column.target === "keyword" ? { ...column, target: "activity" as const } : column,
  );
}

function layoutColumn(
  layout: Layout,
  names: readonly string[],
  header: string,
  column: number,
): MappedColumn {
  const name = names[column] ?? "";
  const own = layout.columns[name];
  const follows = name === "" ? layout.columns[`${names[column - 1] ?? ""}+`] : undefined;
  const target = own ?? follows ?? null;
  return { column, header, target, confidence: 1, reason: "known_layout" };
}

function guessColumn(
  header: string,
  column: number,
  sampleRows: readonly (readonly string[])[],
): MappedColumn {
  const nothing: MappedColumn = {
    column,
    header,
    target: null,
    confidence: 0,
    reason: "nothing_found",
  };
  if (isAdded(plainWords(header))) return nothing;
  const cells = sampleRows.map((row) => row[column] ?? "");
  const byName = targetByHeader(header);
  const agreeing = byName === undefined ? undefined : shareFor(byName, cells);
  if (byName !== undefined && agreeing === undefined)
    return { ...nothing, target: byName, confidence: 0.7, reason: "name" };
  if (byName !== undefined && agreeing !== undefined && agreeing >= 0.3) {
    const confidence = Math.round((0.6 + 0.39 * agreeing) * 100) / 100;
    return { ...nothing, target: byName, confidence, reason: "name_and_values" };
  }
  const byValues = targetByValues(cells);
  if (byValues === undefined) return nothing;
  const confidence = Math.round(byValues.share * 60) / 100;
  return { ...nothing, target: byValues.target, confidence, reason: "values" };
}

/** Two columns cannot both be the name: the surest is kept, the first one when they are equal. */
function keepBest(columns: readonly MappedColumn[], layout: Layout | undefined): MappedColumn[] {
  if (layout !== undefined) return [...columns];
  return columns.map((column) => {
    const { target } = column;
    if (target === null || severalColumns.has(target)) return column;
    const better = columns.some(
      (other) =>
        other.target === target &&
        (other.confidence > column.confidence ||
          (other.confidence === column.confidence && other.column < column.column)),
    );
    return better ? { ...column, target: null, confidence: 0, reason: "better_column" } : column;
  });
}

export function isAdded(name: string): boolean {
  return addedColumns.some((added) => added === name);
}
