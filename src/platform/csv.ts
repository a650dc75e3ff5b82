import { stringify } from "csv-stringify/sync";

/**
 * A CSV file for French spreadsheets: UTF-8 with its mark, `;` between cells, decimals with a comma.
 * Text that a spreadsheet would run as a formula is quoted.
 */
export function csvFile(
  columns: readonly string[],
  lines: readonly (readonly (string | number | null)[])[],
): string {
  return stringify([columns, ...lines.map((line) => line.map(written))], {
    delimiter: ";",
    bom: true,
    record_delimiter: "\r\n",
    escape_formulas: true,
  });
}

const written = (cell: string | number | null) =>
  typeof cell === "number" ? String(cell).replace(".", ",") : cell;

/**
 * Lines of a CSV file for programs (RFC 4180): commas, decimals with a point, no mark. Text a spreadsheet would run as a
 * formula is quoted; numbers never are, however negative, nor a phone number in full (`+33241000012`).
 */
export const csvRecords = (lines: readonly (readonly (string | number | null)[])[]): string =>
  stringify(
    lines.map((line) => line.map(harmless)),
    { record_delimiter: "\r\n" },
  );

const harmless = (cell: string | number | null) =>
  typeof cell === "string" && /^(?!\+\d{6,15}$)[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
