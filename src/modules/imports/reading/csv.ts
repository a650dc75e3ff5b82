import { decodeLines, guessEncoding, type Encoding } from "./encoding.ts";
import { cleanHeader, findHeader, plainWords } from "./header.ts";
import { mendMojibake } from "./mending.ts";
import { fitRow } from "./ragged.ts";
import { parseRecords, RecordSplitter, type RecordText } from "./records.ts";
import { guessSeparator } from "./separator.ts";
import type { Source } from "./source.ts";
import { noWarnings, type Hints, type Opened, type TableRow, type Warnings } from "./table.ts";

type RawRow = { line: number; cells: string[] | undefined; text: string; unclosed: boolean };
type Layout = { encoding: Encoding; separator: string; header: string[]; headerLine: number };

export async function openCsv(source: Source, hints: Hints): Promise<Opened> {
  const encoding = hints.encoding ?? guessEncoding(source.head);
  const sampleText = await headText(source, encoding);
  if (sampleText.trim() === "") return { refusal: "empty_file", detail: "" };
  const separator = hints.separator ?? guessSeparator(sampleText);
  const raw = readRecords(sampleText, separator);
  const at = findHeader(raw.map((row) => row.cells ?? []));
  const first = raw[at]?.cells ?? raw[0]?.cells ?? [];
  const header = at === -1 ? first.map((_, i) => `Colonne ${String(i + 1)}`) : cleanHeader(first);
  const headerLine = raw[at]?.line ?? 0;
  if (header.length < 2 && !/^(noms?|associations?)\b/.test(plainWords(header[0] ?? "")))
    return { refusal: "not_a_table", detail: header[0]?.slice(0, 80) ?? "" };
  const layout = { encoding, separator, header, headerLine };
  const warnings = noWarnings();
  const sample = raw
    .slice(at + 1, at + 301)
    .map((row) => fitRow(row.cells ?? [], header))
    .filter((cells) => cells !== undefined);
  const rows = { [Symbol.asyncIterator]: () => readRows(source, layout, warnings) };
  return { kind: "csv", ...layout, sample, rows, warnings };
}

async function headText(source: Source, encoding: Encoding): Promise<string> {
  const whole = source.head.length === source.size;
  let text = "";
  const forget = noWarnings();
  for await (const piece of decodeLines(only(source.head), encoding, forget))
    text += mendMojibake(piece, forget);
  if (!whole) text = text.slice(0, text.lastIndexOf("\n") + 1) || text;
  return evenLineEnds(text.replace(/^\ufeff/, ""), macLineEnds(text));
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Files of old Macintosh programs end their lines with a lone carriage return. */
function macLineEnds(text: string): boolean {
  return text.includes("\r") && !text.includes("\n");
}

function evenLineEnds(text: string, mac: boolean): string {
  return mac ? text.replaceAll("\r", "\n") : text;
}

function readRecords(sample: string, separator: string): RawRow[] {
  const splitter = new RecordSplitter(separator);
  const records = [...splitter.push(sample), ...splitter.end()].slice(0, 320);
  return toRows(records, separator).filter((row) => !isBlank(row));
}

function toRows(records: readonly RecordText[], separator: string): RawRow[] {
  const cells = parseRecords(records, separator);
  return records.map((record, i) => ({ ...record, cells: cells[i] }));
}

function isBlank(row: RawRow): boolean {
  if (row.line === 1 && /^sep=.$/.test(row.text)) return true;
  return row.text.trim() === "" || row.cells?.every((cell) => cell.trim() === "") === true;
}

async function* readRows(
  source: Source,
  layout: Layout,
  warnings: Warnings,
): AsyncGenerator<TableRow> {
  Object.assign(warnings, noWarnings(), { inventedHeader: layout.headerLine === 0 ? 1 : 0 });
  for await (const records of recordBatches(source, layout, warnings)) {
    for (const row of toRows(records, layout.separator).flatMap((one) => salvage(one, layout))) {
      if (row.line <= layout.headerLine) continue;
      if (isBlank(row)) warnings.blankLines += 1;
      else yield judge(row, layout.header, warnings);
    }
  }
}

async function* recordBatches(
  source: Source,
  layout: Layout,
  warnings: Warnings,
): AsyncGenerator<RecordText[]> {
  const splitter = new RecordSplitter(layout.separator, layout.header.length);
  let mac: boolean | undefined;
  for await (const piece of decodeLines(source.chunks(), layout.encoding, warnings)) {
    const text = mac === undefined ? piece.replace(/^\ufeff/, "") : piece;
    mac ??= macLineEnds(text);
    yield splitter.push(mendMojibake(evenLineEnds(text, mac), warnings));
  }
  yield splitter.end();
}

/** A record of several lines that does not fit may hold whole lines behind a stray quote: those are taken back. */
function salvage(row: RawRow, { separator, header }: Layout): RawRow[] {
  if (!row.text.includes("\n") || fitRow(row.cells ?? [], header) !== undefined) return [row];
  const lines = row.text
    .split("\n")
    .map((text, i) => ({ line: row.line + i, text, unclosed: false }));
  const rows = lines.flatMap((line) => toRows([line], separator));
  return rows.some((one) => one.cells?.length === header.length) ? rows : [row];
}

function judge(row: RawRow, header: readonly string[], warnings: Warnings): TableRow {
  const { line } = row;
  const detail = row.text.slice(0, 200);
  const read = row.cells ?? [];
  if (row.unclosed) warnings.unclosedQuotes += 1;
  if (row.cells === undefined || (row.unclosed && read.length !== header.length))
    return { line, refusal: "unreadable_line", detail, cells: read.length > 0 ? read : [detail] };
  const cells = fitRow(row.cells, header);
  if (cells === undefined) {
    const counts = `${String(read.length)}/${String(header.length)}`;
    return { line, refusal: "wrong_number_of_cells", detail: counts, cells: read };
  }
  if (cells.length !== read.length) warnings.raggedLines += 1;
  return sameAsHeader(cells, header)
    ? { line, refusal: "repeated_header", detail: "", cells }
    : { line, cells };
}

/** Tables made from printed pages repeat their header on each page. */
export function sameAsHeader(cells: readonly string[], header: readonly string[]): boolean {
  return cells.every((cell, i) => plainWords(cell) === plainWords(header[i] ?? ""));
}
