import { stringify } from "csv-stringify/sync";
import { plainWords } from "./header.ts";
import { isAdded } from "./mapping.ts";

/** A line to be corrected by a person: its own cells, and what is wrong in words. */
export type LineToCorrect = { line: number; cells: readonly string[]; problem: string };

const lineHeader = "ligne";
const problemHeader = "problème";

/**
 * The lines to correct, as a CSV a French spreadsheet opens. The columns of the file keep their names and places,
 * so that its mapping is found again when it comes back; two columns are added at the end.
 */
export async function* writeCorrected(
  header: readonly string[],
  lines: AsyncIterable<LineToCorrect> | Iterable<LineToCorrect>,
): AsyncGenerator<string> {
  const kept = header.flatMap((name, column) => (isAdded(plainWords(name)) ? [] : [column]));
  const names = kept.map((column) => header[column] ?? "");
  yield `\ufeff${record([...names, lineHeader, problemHeader])}`;
  for await (const { line, cells, problem } of lines) {
    const own = kept.map((column) => unarmed(cells[column] ?? ""));
    const beyond =
      cells.length > header.length ? ` (${cells.slice(header.length).join(" ; ")})` : "";
    yield record([...own, String(line), problem + beyond]);
  }
}

function record(cells: readonly string[]): string {
  return stringify([[...cells]], { delimiter: ";", record_delimiter: "\r\n" });
}

/** A cell that a spreadsheet would run as a formula is shown as text. */
function unarmed(cell: string): string {
  return /^[=@]|^[+-](?![\d\s.,]+$)/.test(cell) ? `'${cell}` : cell;
}
