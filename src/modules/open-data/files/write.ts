import { csvRecords } from "../../../platform/csv.ts";
import { no, yes, type Cell, type PublishedTable, type Words } from "./columns.ts";

type Slices<Row> = AsyncGenerator<Row[]>;

/** CSV for programs: RFC 4180, UTF-8, commas, decimals with a point; its Table Schema says the rest. */
export async function* csvParts<Row>(
  table: PublishedTable<Row>,
  words: Words,
  slices: Slices<Row>,
): AsyncGenerator<string> {
  yield csvRecords([table.columns.map(({ name }) => name)]);
  for await (const rows of slices)
    yield csvRecords(rows.map((row) => cellsOf(table, words, row).map(written)));
}

/** GeoJSON (RFC 7946): what has several places is one feature of several points, what has none has no geometry. */
export async function* geoJsonParts<Row>(
  table: PublishedTable<Row>,
  words: Words,
  slices: Slices<Row>,
): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  let separator = "";
  for await (const rows of slices) {
    const features = rows.map((row) => JSON.stringify(featureOf(table, words, row)));
    yield separator + features.join(",\n");
    separator = ",\n";
  }
  yield "\n]}\n";
}

export function featureOf<Row>(table: PublishedTable<Row>, words: Words, row: Row) {
  const cells = cellsOf(table, words, row);
  const points = table.positions(row);
  const [first] = points;
  return {
    type: "Feature" as const,
    id: String(cells[0]),
    geometry:
      first === undefined
        ? null
        : points.length === 1
          ? { type: "Point" as const, coordinates: first }
          : { type: "MultiPoint" as const, coordinates: points },
    properties: Object.fromEntries(table.columns.map(({ name }, i) => [name, cells[i] ?? null])),
  };
}

/** Every row as spreadsheets show it, under titles in words. */
export async function sheetOf<Row>(
  table: PublishedTable<Row>,
  words: Words,
  slices: Slices<Row>,
): Promise<{ headers: string[]; rows: (string | number | null)[][] }> {
  const rows: (string | number | null)[][] = [];
  for await (const some of slices)
    rows.push(...some.map((row) => cellsOf(table, words, row).map(written)));
  const title = (name: string) => words.t(`columns:${name}.title` as "columns:id.title");
  return { headers: table.columns.map(({ name }) => title(name)), rows };
}

const cellsOf = <Row>(table: PublishedTable<Row>, words: Words, row: Row): Cell[] =>
  table.columns.map((column) => column.value(row, words) ?? null);

const written = (cell: Cell): string | number | null =>
  typeof cell === "boolean" ? (cell ? yes : no) : cell === "" ? null : cell;
