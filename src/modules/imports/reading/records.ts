import { parse } from "csv-parse/sync";

/** The text of one record, the number of the line it begins on, and whether its quotes never closed. */
export type RecordText = { line: number; text: string; unclosed: boolean };

const mostLinesInRecord = 60;
const longestRecord = 200_000;

/** Cuts text into records as it comes; a quote left open costs one line, never the rest of the file. */
export class RecordSplitter {
  #carry = "";
  #pending: string[] = [];
  #pendingLength = 0;
  #inside = false;
  #line = 1;
  #out: RecordText[] = [];
  readonly #separator: string;

  readonly #separators: number;

  /** The width of the header, when it is known, tells a forgotten quote from a cell of several lines. */
  constructor(separator: string, width = 0) {
    this.#separator = separator;
    this.#separators = width >= 4 ? width - 1 : Number.POSITIVE_INFINITY;
  }

  push(text: string): RecordText[] {
    const lines = (this.#carry + text).split("\n");
    this.#carry = lines.pop() ?? "";
    if (this.#carry.length > longestRecord) {
      lines.push(this.#carry);
      this.#carry = "";
    }
    for (const line of lines) this.#take(line.endsWith("\r") ? line.slice(0, -1) : line);
    return this.#drain();
  }

  end(): RecordText[] {
    if (this.#carry !== "") this.#take(this.#carry);
    this.#carry = "";
    while (this.#pending.length > 0) this.#giveUpFirstLine();
    return this.#drain();
  }

  #take(line: string): void {
    this.#pending.push(line);
    this.#pendingLength += line.length;
    this.#inside = endsInsideQuotes(line, this.#separator, this.#inside);
    if (!this.#inside) this.#release(this.#pending.join("\n"), false, this.#pending.length);
    else if (this.#tooLong() || this.#hidesRecord(line)) this.#giveUpFirstLine();
  }

  #tooLong(): boolean {
    return this.#pending.length > mostLinesInRecord || this.#pendingLength > longestRecord;
  }

  /** A whole line of the table inside a quoted cell means that the quote was never meant to stay open. */
  #hidesRecord(line: string): boolean {
    if (this.#pending.length < 2 || this.#separators === Number.POSITIVE_INFINITY) return false;
    return line.split(this.#separator).length > this.#separators;
  }

  #release(text: string, unclosed: boolean, lines: number): void {
    this.#out.push({ line: this.#line, text, unclosed });
    this.#line += lines;
    this.#pending = [];
    this.#pendingLength = 0;
    this.#inside = false;
  }

  #giveUpFirstLine(): void {
    const [first = "", ...rest] = this.#pending;
    this.#release(first, true, 1);
    for (const line of rest) this.#take(line);
  }

  #drain(): RecordText[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }
}

/** Follows the quoting rules csv-parse applies with `relax_quotes`, so that both agree on where a record ends. */
function endsInsideQuotes(line: string, separator: string, insideAtStart: boolean): boolean {
  if (!line.includes('"')) return insideAtStart;
  let state: "start" | "quoted" | "plain" = insideAtStart ? "quoted" : "start";
  for (let i = 0; i < line.length; i += 1) {
    const character = line[i];
    if (state === "quoted") {
      if (character !== '"') continue;
      if (line[i + 1] === '"') i += 1;
      else state = "plain";
    } else if (character === separator) state = "start";
    else if (state === "start") state = character === '"' ? "quoted" : "plain";
  }
  return state === "quoted";
}

/** Cells of each record, in order; undefined where a record cannot be read. */
export function parseRecords(
  records: readonly RecordText[],
  separator: string,
): (string[] | undefined)[] {
  const sound = records.filter((record) => !record.unclosed);
  const parsed = tryParse(sound.map((record) => record.text).join("\n"), separator);
  if (parsed?.length === sound.length) {
    let next = 0;
    return records.map((record) =>
      record.unclosed ? parseBare(record, separator) : parsed[next++],
    );
  }
  return records.map((record) => {
    if (record.unclosed) return parseBare(record, separator);
    const alone = tryParse(record.text, separator);
    return alone?.length === 1 ? alone[0] : undefined;
  });
}

/** A line whose quote never closes is read as if quotes were ordinary characters. */
function parseBare(record: RecordText, separator: string): string[] {
  return record.text.split(separator).map((cell) => cell.replaceAll('"', ""));
}

function tryParse(text: string, separator: string): string[][] | undefined {
  if (text === "") return [];
  try {
    return parse(text, {
      delimiter: separator,
      record_delimiter: "\n",
      relax_quotes: true,
      relax_column_count: true,
    });
  } catch {
    return undefined;
  }
}
