import type { CellValue } from "read-excel-file/node";
import { sameAsHeader } from "./csv.ts";
import { cleanHeader, findHeader } from "./header.ts";
import type { ZipEntry } from "../../../platform/zip.ts";
import { readOpenDocument } from "./spreadsheet.ts";
import { noWarnings, type Hints, type Opened, type TableRow, type Warnings } from "./table.ts";

type Sheet = { name: string; rows: string[][]; headerAt: number };

/** An Excel workbook. */
export async function openWorkbook(bytes: Buffer, hints: Hints): Promise<Opened> {
  return openSheets(await readSheets(bytes), hints);
}

/** A LibreOffice one, read the same. */
export async function openOpenDocument(content: ZipEntry, hints: Hints): Promise<Opened> {
  const sheets = await readOpenDocument(content);
  if (!sheets) return { refusal: "not_a_table", detail: content.name };
  return openSheets(
    sheets.map(({ name, rows }) => ({ name, rows, headerAt: findHeader(rows) })),
    hints,
  );
}

function openSheets(sheets: readonly Sheet[] | undefined, hints: Hints): Opened {
  if (sheets === undefined) return { refusal: "corrupt_workbook", detail: "" };
  const chosen = sheets.find((sheet) => sheet.name === hints.sheet) ?? best(sheets);
  if (chosen === undefined || chosen.rows.length === 0)
    return { refusal: "empty_file", detail: "" };
  const { rows, headerAt } = chosen;
  const first = rows[headerAt] ?? rows[0] ?? [];
  const header =
    headerAt === -1 ? first.map((_, i) => `Colonne ${String(i + 1)}`) : cleanHeader(first);
  const warnings = noWarnings();
  return {
    kind: "xlsx",
    sheets: { names: sheets.map((sheet) => sheet.name), read: chosen.name },
    header,
    headerLine: headerAt + 1,
    sample: rows.slice(headerAt + 1, headerAt + 301),
    rows: { [Symbol.asyncIterator]: () => readRows(rows, headerAt, header, warnings) },
    warnings,
  };
}

async function readSheets(bytes: Buffer): Promise<Sheet[] | undefined> {
  try {
    const { default: readWorkbook } = await import("read-excel-file/node");
    const sheets = await readWorkbook(bytes);
    return sheets.map(({ sheet, data }) => {
      const rows = data.map((row) => row.map(asText));
      return { name: sheet, rows, headerAt: findHeader(rows) };
    });
  } catch {
    return undefined;
  }
}

/** The sheet whose header names the most of its columns: a copy cleaned by hand often follows the raw one. */
function best(sheets: readonly Sheet[]): Sheet | undefined {
  const usable = sheets.filter((sheet) => sheet.rows.length > 1);
  return usable.reduce<Sheet | undefined>(
    (kept, sheet) => (kept === undefined || named(sheet) > named(kept) ? sheet : kept),
    undefined,
  );
}

function named(sheet: Sheet): number {
  const header = sheet.rows[sheet.headerAt] ?? [];
  return header.length === 0 ? 0 : header.filter((cell) => cell !== "").length / header.length;
}

function asText(value: CellValue | null): string {
  if (value === null) return "";
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "boolean") return value ? "Oui" : "Non";
  return String(value);
}

async function* readRows(
  rows: readonly string[][],
  headerAt: number,
  header: readonly string[],
  warnings: Warnings,
): AsyncGenerator<TableRow> {
  Object.assign(warnings, noWarnings(), { inventedHeader: headerAt === -1 ? 1 : 0 });
  for (const [i, row] of rows.entries()) {
    if (i <= headerAt) continue;
    const line = i + 1;
    const cells = header.map((_, column) => row[column] ?? "");
    if (row.every((cell) => cell.trim() === "")) warnings.blankLines += 1;
    else if (sameAsHeader(cells, header))
      yield { line, refusal: "repeated_header", detail: "", cells };
    else yield { line, cells };
  }
}
