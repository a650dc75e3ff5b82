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
