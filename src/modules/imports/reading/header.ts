import { mostFrequent } from "./separator.ts";

const dataLike = /^[\d\s.,:/+€-]+$|@|^https?:|^oui$|^non$/i;
const farthestHeader = 15;

/** Index of the header among the first rows of a file (titles may come before), or -1 when data begins at once. */
export function findHeader(rows: readonly (readonly string[])[]): number {
  const width = mostFrequent(rows.slice(0, 200).map((row) => row.length));
  return rows.slice(0, farthestHeader).findIndex((row) => {
    const filled = row.filter((cell) => cell.trim() !== "");
    const data = filled.filter((cell) => dataLike.test(cell.trim()));
    const wide = width === 1 ? filled.length === 1 : filled.length >= Math.max(2, width / 2);
    return wide && data.length <= filled.length * 0.3;
  });
}

/** Names of columns as the file writes them, on one line; columns without a name keep an empty one. */
export function cleanHeader(cells: readonly string[]): string[] {
  return cells.map((cell) =>
    cell
      .replace(/^\ufeff/, "")
      .replace(/\s+/g, " ")
      .trim(),
  );
}

/** Lower case letters and digits: what makes two column names the same. */
export function plainWords(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
