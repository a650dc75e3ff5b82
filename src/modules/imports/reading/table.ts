import type { Encoding } from "./encoding.ts";

export const fileRefusals = [
  "missing_file",
  "empty_file",
  "not_a_table",
  "too_large",
  "html_page",
  "encrypted_workbook",
  "old_workbook",
  "corrupt_workbook",
  "swollen_workbook",
  "corrupt_json",
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

export const lineRefusals = [
  "unreadable_line",
  "wrong_number_of_cells",
  "repeated_header",
] as const;
export type LineRefusal = (typeof lineRefusals)[number];

/** Counters of what was mended; complete once the rows have all been read. */
export type Warnings = {
  repairedLines: number;
  repairedBytes: number;
  mendedWords: number;
  blankLines: number;
  raggedLines: number;
  unclosedQuotes: number;
  inventedHeader: number;
};

export type TableRow =
  | { line: number; cells: string[] }
  | { line: number; refusal: LineRefusal; detail: string; cells: string[] };

export type Table = {
  kind: "csv" | "xlsx" | "json";
  encoding?: Encoding;
  separator?: string;
  /** Sheets of a workbook and the one read. */
  sheets?: { names: string[]; read: string };
  header: string[];
  /** Line of the header in the file, 0 when the file has none. */
  headerLine: number;
  /** First rows, for guessing a mapping. */
  sample: string[][];
  /** May be read several times; each reading starts again at the first line. */
  rows: AsyncIterable<TableRow>;
  warnings: Warnings;
};

export type Hints = {
  encoding?: Encoding;
  separator?: string;
  sheet?: string;
  /** Bytes of the largest file taken, when a file read line by line may be larger than others. */
  largest?: number;
};

export type Opened = Table | { refusal: FileRefusal; detail: string };

export function noWarnings(): Warnings {
  return {
    repairedLines: 0,
    repairedBytes: 0,
    mendedWords: 0,
    blankLines: 0,
    raggedLines: 0,
    unclosedQuotes: 0,
    inventedHeader: 0,
  };
}
