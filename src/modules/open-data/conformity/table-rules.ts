import type { TableSchema } from "../files/schema.ts";

/** Cells of a file that its Table Schema refuses, each in a few words: `line 12, siret: pattern`. */
export function tableFaults(
  { fields, primaryKey }: Pick<TableSchema, "fields" | "primaryKey">,
  [header = [], ...lines]: readonly (readonly string[])[],
): string[] {
  const names = fields.map(({ name }) => name);
  if (names.join() !== header.join()) return ["header"];
  const seen = new Set<string>();
  return lines.flatMap((line, at) => {
    const key = line[names.indexOf(primaryKey)] ?? "";
    const twice = seen.has(key) ? [`line ${at + 2}: twice`] : [];
    seen.add(key);
    const faults = fields.flatMap((field, i) => cellFaults(field, line[i] ?? ""));
    return [...twice, ...faults.map((fault) => `line ${at + 2}, ${fault}`)];
  });
}

type Field = TableSchema["fields"][number];

function cellFaults(field: Field, cell: string): string[] {
  const { name, type, format, constraints = {} } = field;
  if (cell === "") return constraints.required ? [`${name}: required`] : [];
  if (!fits(field, cell)) return [`${name}: ${format ?? type}`];
  const { minimum, maximum, pattern } = constraints;
  return [
    ...(constraints.enum && !constraints.enum.includes(cell) ? [`${name}: enum`] : []),
    ...(minimum !== undefined && Number(cell) < minimum ? [`${name}: minimum`] : []),
    ...(maximum !== undefined && Number(cell) > maximum ? [`${name}: maximum`] : []),
    ...(pattern && !new RegExp(`^(?:${pattern})$`).test(cell) ? [`${name}: pattern`] : []),
  ];
}

function fits({ type, format, trueValues = [], falseValues = [] }: Field, cell: string): boolean {
  if (type === "integer") return /^[+-]?\d+$/.test(cell);
  if (type === "number") return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell);
  if (type === "boolean") return [...trueValues, ...falseValues].includes(cell);
  if (type === "date") return isDay(cell);
  if (format === "uri") return URL.canParse(cell);
  return true;
}

/** A day that exists. */
export const isDay = (cell: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(cell) &&
  !Number.isNaN(Date.parse(cell)) &&
  new Date(cell).toISOString().startsWith(cell);
