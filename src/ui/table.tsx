import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import type { View } from "./view.ts";

export type Column<Row> = {
  /** The word at the top of the column, repeated by each value on a phone. */
  label: string;
  cell: (row: Row) => ComponentChildren;
  /** Figures line up at the end of the column. */
  numeric?: boolean;
  /** The column that names the line: one by table, the first as a rule. */
  heading?: boolean;
  /** Left out of a phone's card: the line's own page says it. */
  minor?: boolean;
  /** The whole column is left out when no line has anything in it. */
  ifAny?: boolean;
  /** What is done with the line: of no use on paper. */
  action?: boolean;
  /** The box that chooses the line: on a phone, in the corner of the card. */
  tick?: boolean;
  /** Address that sorts by this column, and the order now in force if this column rules it. */
  sort?: { href: string; order?: "ascending" | "descending" | undefined };
};

/**
 * A table with a caption; sorting is by links; on a phone each line becomes a card.
 * `empty` is shown instead of the table when there is no line.
 */
export function Table<Row>(props: {
  view: View;
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  empty?: ComponentChildren;
  /** False keeps columns on a phone (small tables of figures), scrolling if it must. */
  cards?: boolean;
  /** True when a title just above already says the caption. */
  captionHidden?: boolean;
}) {
  const { view, rows, cards = true } = props;
  if (rows.length === 0 && props.empty) return <>{props.empty}</>;
  const columns = props.columns.filter(({ ifAny, cell }) => !ifAny || rows.some(cell));
  const table = (
    <table class={cards ? "table table-cards" : "table"}>
      <caption class={props.captionHidden ? "sr" : undefined}>{props.caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              scope="col"
              class={column.numeric ? "num" : column.action ? "not-paper" : undefined}
              aria-sort={column.sort?.order}
            >
              <Heading view={view} column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column) => (
              <Cell column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (!cards)
    return (
      // A region that scrolls must be reached by the keyboard (WCAG 2.1.1).
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <section class="table-scroll" aria-label={props.caption} tabIndex={0}>
        {table}
      </section>
    );
  return (
    <>
      <Sorts view={view} columns={columns} />
      {table}
    </>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const classes = [
    column.numeric && "num",
    column.tick && "tick",
    column.minor && "minor",
    column.action && "not-paper",
  ];
  const className = classes.filter(Boolean).join(" ") || undefined;
  if (column.heading)
    return (
      <th scope="row" class={className}>
        {column.cell(row)}
      </th>
    );
  return (
    <td class={className} data-label={column.label}>
      <div class="cell">{column.cell(row)}</div>
    </td>
  );
}

function Heading<Row>({ view, column }: { view: View; column: Column<Row> }) {
  const { sort, label } = column;
  if (!sort) return <>{label}</>;
  return (
    <a href={sort.href}>
      <span class="sr">{view.t("ui:table.sort")} </span>
      {label}
      <Icon name={sort.order === "ascending" ? "up" : sort.order ? "down" : "sort"} />
      {sort.order && <span class="sr"> {view.t(`ui:table.${sort.order}`)}</span>}
    </a>
  );
}

/** The same sorting links for phones, where the headings are out of sight. */
function Sorts<Row>({ view, columns }: { view: View; columns: readonly Column<Row>[] }) {
  const sortable = columns.flatMap(({ sort, label }) => (sort ? [{ ...sort, label }] : []));
  if (sortable.length === 0) return null;
  return (
    <p class="sorts not-paper">
      {view.t("ui:table.sortBy")}{" "}
      {sortable.map((column) => (
        <a href={column.href} aria-current={column.order ? "true" : undefined}>
          {column.label}
        </a>
      ))}
    </p>
  );
}
