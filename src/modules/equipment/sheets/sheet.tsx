import { longDay } from "../../../ui/dates.ts";
import { French, Table, type View } from "../../../ui/index.ts";
import { euros } from "../../../ui/money.ts";

/** How a column is written: amounts are euro cents, shares from 0 to 1, days `YYYY-MM-DD` in full or in figures, waits in hours. */
type Kind = "words" | "count" | "share" | "euros" | "day" | "date" | "hours";

/** Kinds that are not figures. */
const said: readonly Kind[] = ["words", "day", "date"];
export const isFigure = (kind: Kind): boolean => !said.includes(kind);

export type SheetColumn = {
  label: string;
  /** Words without one. */
  kind?: Kind;
  /** Left out when no line has anything in it. */
  ifAny?: boolean;
  /** Left out of the card of a phone: the file has it. */
  minor?: boolean;
  /** Names the commune wrote, in French whatever the page is in. */
  french?: boolean;
};

export type Cell = string | number | null;

export type SheetLine = {
  cells: readonly Cell[];
  /** Where a cell leads, by its number from 0. */
  links?: Readonly<Record<number, string | undefined>>;
  /** The sum of the others: its words are those of the page. */
  total?: true;
};

/** Lines that are shown, and sent as a file: the same ones. */
export type Sheet = {
  columns: readonly SheetColumn[];
  lines: readonly SheetLine[];
};

/** A cell as it is read. */
export function cellWords(lang: string, kind: Kind, cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(cell)) return cell;
    if (kind === "day") return longDay(lang, cell);
    return kind === "date" ? figures(lang, cell) : cell;
  }
  switch (kind) {
    case "share":
      return cell.toLocaleString(lang, { style: "percent", maximumFractionDigits: 1 });
    case "euros":
      return euros(lang, cell / 100);
    case "hours":
      return waitWords(lang, cell) ?? "0";
    default:
      return cell.toLocaleString(lang, { maximumFractionDigits: 1 });
  }
}

/** "23/02/26": several dates hold side by side. */
const figures = (lang: string, day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString(lang, {
    day: "2-digit",
    month: "2-digit",
    year: "2-digit",
    timeZone: "UTC",
  });

/** A minute, in hours. */
export const minute = 1 / 60;

/** "40 minutes", "5 heures", "2,5 jours"; nothing of less than a minute. */
export function waitWords(lang: string, hours: number): string | undefined {
  if (hours < minute) return undefined;
  const [unit, many] =
    hours < 1 ? (["minute", Math.round(hours * 60)] as const) : hours < 48 ? (["hour", Math.round(hours)] as const) : (["day", hours / 24] as const); // prettier-ignore
  return many.toLocaleString(lang, {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: 1,
  });
}

function cellOf(view: View, { kind, french }: SheetColumn, line: SheetLine, at: number) {
  const words = cellWords(view.lang, kind ?? "words", line.cells[at] ?? null);
  if (!words) return "";
  const path = line.links?.[at];
  if (path) return <a href={view.href(path)}>{words}</a>;
  return french && !line.total ? <French view={view}>{words}</French> : words;
}

/** The lines as a table; a cell that leads somewhere is a link. */
export function SheetTable(props: { view: View; caption: string; sheet: Sheet; empty: string }) {
  const { view, sheet } = props;
  return (
    <Table
      view={view}
      caption={props.caption}
      captionHidden
      rows={sheet.lines}
      empty={<p>{props.empty}</p>}
      columns={sheet.columns.map((column, at) => ({
        label: column.label,
        heading: at === 0,
        numeric: isFigure(column.kind ?? "words"),
        minor: column.minor ?? false,
        ifAny: column.ifAny ?? false,
        cell: (line: SheetLine) => cellOf(view, column, line, at),
      }))}
    />
  );
}
