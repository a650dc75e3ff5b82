import { severalColumns, targets, type Mapping, type Target } from "./reading/index.ts";

export type ColumnProblem =
  | { field: string; problem: "unknown" | "name" }
  | { field: string; problem: "twice"; target: Target };

export const columnField = (column: number): string => `colonne-${column}`;

/** What a person says of each column; an empty choice leaves the column out. */
export function readColumns(
  mapping: Mapping,
  typed: (field: string) => string,
): { mapping: Mapping } | { problems: ColumnProblem[] } {
  const problems: ColumnProblem[] = [];
  const taken = new Set<Target>();
  const columns = mapping.columns.map((known) => {
    const field = columnField(known.column);
    const said = typed(field);
    const target = targets.find((one) => one === said) ?? null;
    if (said !== "" && target === null) problems.push({ field, problem: "unknown" });
    if (target !== null && taken.has(target) && !severalColumns.has(target))
      problems.push({ field, problem: "twice", target });
    if (target !== null) taken.add(target);
    return target === known.target
      ? known
      : { ...known, target, confidence: 1, reason: "person" as const };
  });
  if (!taken.has("name") && !taken.has("name_and_town"))
    problems.push({ field: columnField(0), problem: "name" });
  return problems.length > 0 ? { problems } : { mapping: { ...mapping, columns } };
}

/** Whether a column gives the name, without which no line can be read. */
export const namesAssociations = (mapping: Mapping): boolean =>
  mapping.columns.some(({ target }) => target === "name" || target === "name_and_town");
