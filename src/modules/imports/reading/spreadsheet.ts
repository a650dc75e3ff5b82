import type { ZipEntry } from "../../../platform/zip.ts";

/** A sheet of an OpenDocument workbook, as its cells are kept. */
export type OdsSheet = { name: string; rows: string[][] };

/** Past these, only empty rows and columns that a spreadsheet repeats to its edge. */
const mostRows = 200_000;
const mostColumns = 500;

/** The sheets of a LibreOffice workbook (OpenDocument), or nothing when its content is no workbook. */
export async function readOpenDocument(content: ZipEntry): Promise<OdsSheet[] | undefined> {
  const parts: Uint8Array[] = [];
  for await (const part of content.chunks()) parts.push(part);
  const xml = Buffer.concat(parts).toString("utf8");
  return xml.includes("<office:spreadsheet") ? sheetsOf(xml) : undefined;
}

type Cell = { attributes: string; paragraphs: string[] };

/** Read once from end to end, tag after tag, whatever the file leaves open. */
function sheetsOf(xml: string): OdsSheet[] {
  const sheets: OdsSheet[] = [];
  let row: string[] | undefined;
  let rowTimes = 1;
  let cell: Cell | undefined;
  let asides = 0;
  const endCell = () => {
    if (row && cell) add(row, textOf(cell), timesIn(cell.attributes, "columns"), mostColumns);
    cell = undefined;
  };
  const endRow = () => {
    const rows = sheets.at(-1)?.rows;
    while (row?.at(-1) === "") row.pop();
    if (row && rows) add(rows, row, rowTimes, mostRows);
    row = undefined;
  };
  for (const [, closing, name, attributes = "", alone, said] of xml.matchAll(
    /<(\/?)([\w:-]+)([^<>]*?)(\/?)>|([^<>]+)/g,
  )) {
    if (said !== undefined) {
      const last = (cell?.paragraphs.length ?? 0) - 1;
      if (cell && asides === 0 && last >= 0) cell.paragraphs[last] += decoded(said);
    } else if (name === "office:annotation") asides += closing ? -1 : alone ? 0 : 1;
    else if (name === "table:table" && !closing)
      sheets.push({ name: attributeOf(attributes, "table:name") ?? "", rows: [] });
    else if (name === "table:table-row") {
      if (!closing) [row, rowTimes] = [[], timesIn(attributes, "rows")];
      if (closing || alone) endRow();
    } else if (name === "table:table-cell" || name === "table:covered-table-cell") {
      if (!closing) cell = { attributes, paragraphs: [] };
      if (closing || alone) endCell();
    } else if (name === "text:p" && !closing && asides === 0) cell?.paragraphs.push("");
    else if (/^text:(?:s|tab|line-break)$/.test(name ?? "") && cell && asides === 0)
      cell.paragraphs.push(`${cell.paragraphs.pop() ?? ""} `);
  }
  for (const { rows } of sheets) while (rows.at(-1)?.length === 0) rows.pop();
  return sheets;
}

/** Writes something so many times, as far as there is room: the empty edge of a sheet is not spread out. */
function add<T>(list: T[], one: T, times: number, most: number): void {
  for (let at = 0; at < times && list.length < most; at += 1) list.push(one);
}

const timesIn = (attributes: string, what: "rows" | "columns"): number =>
  Math.max(1, Number(attributeOf(attributes, `table:number-${what}-repeated`)) || 1);

/** Numbers and days are taken as they are kept, not as the sheet shows them: 450 rather than "450,00 €". */
function textOf({ attributes, paragraphs }: Cell): string {
  const kind = attributeOf(attributes, "office:value-type");
  if (kind === "date") return (attributeOf(attributes, "office:date-value") ?? "").slice(0, 10);
  if (kind === "float" || kind === "currency") return attributeOf(attributes, "office:value") ?? "";
  if (kind === "boolean")
    return attributeOf(attributes, "office:boolean-value") === "true" ? "Oui" : "Non";
  return paragraphs.join("\n");
}

function attributeOf(attributes: string, name: string): string | undefined {
  const from = attributes.indexOf(` ${name}="`);
  if (from < 0) return undefined;
  const start = from + name.length + 3;
  return decoded(attributes.slice(start, attributes.indexOf('"', start)));
}

const entities = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" } as const;

const decoded = (text: string): string =>
  text.replace(/&(?:#(x?)([0-9a-f]{1,6})|(lt|gt|quot|apos|amp));/gi, (_, hex: string, digits: string, name: keyof typeof entities) => {
    if (name) return entities[name];
    const code = Number.parseInt(digits, hex ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  }); // prettier-ignore
