import { decodeLines, guessEncoding } from "./encoding.ts";
import { mendMojibake } from "./mending.ts";
import type { Source } from "./source.ts";
import { noWarnings, type Opened, type TableRow, type Warnings } from "./table.ts";

/** A JSON file is read in memory. */
const largestJson = 30 * 1024 * 1024;
const deepest = 6;
const mostColumns = 500;

export async function openJson(source: Source): Promise<Opened> {
  if (source.size > largestJson) return { refusal: "too_large", detail: String(source.size) };
  const warnings = noWarnings();
  const encoding = guessEncoding(source.head);
  let text = "";
  for await (const piece of decodeLines(source.chunks(), encoding, warnings)) text += piece;
  const items = listIn(parsed(mendMojibake(text.replace(/^\ufeff/, ""), warnings)));
  if (items === undefined) return { refusal: "corrupt_json", detail: "" };
  const records = items.map((item) => flatten(item));
  const header = [...new Set(records.flatMap((record) => [...record.keys()]))];
  if (records.length === 0 || header.length === 0) return { refusal: "empty_file", detail: "" };
  if (header.length > mostColumns) return { refusal: "not_a_table", detail: String(header.length) };
  const toCells = (record: Map<string, string>) => header.map((name) => record.get(name) ?? "");
  return {
    kind: "json",
    encoding,
    header,
    headerLine: 0,
    sample: records.slice(0, 300).map(toCells),
    rows: { [Symbol.asyncIterator]: () => readRows(records.map(toCells), warnings) },
    warnings,
  };
}

async function* readRows(rows: readonly string[][], warnings: Warnings): AsyncGenerator<TableRow> {
  warnings.blankLines = 0;
  for (const [i, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === "")) warnings.blankLines += 1;
    else yield { line: i + 1, cells };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The list itself, or the only list an object holds (`results`, `features`…). */
function listIn(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null) return undefined;
  const lists = Object.values(value).filter((part): part is unknown[] => Array.isArray(part));
  return lists.length === 1 ? lists[0] : undefined;
}

function flatten(item: unknown): Map<string, string> {
  const cells = new Map<string, string>();
  spread(item, "", cells, 0);
  return cells;
}

function spread(value: unknown, path: string, cells: Map<string, string>, depth: number): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value) && value.every((part) => typeof part !== "object")) {
    cells.set(path || "valeur", value.map(String).join(";"));
  } else if (typeof value === "object" && depth < deepest) {
    for (const [name, part] of Object.entries(value))
      spread(part, path === "" ? name : `${path}.${name}`, cells, depth + 1);
  } else if (typeof value === "object") cells.set(path, JSON.stringify(value));
  else
    cells.set(
      path || "valeur",
      typeof value === "boolean" ? (value ? "Oui" : "Non") : String(value),
    );
}
