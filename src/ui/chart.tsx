import type { ComponentChildren } from "preact";
import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { Table } from "./table.tsx";
import type { View } from "./view.ts";
import { Bar } from "./wayfinding.tsx";

/** One figure of a chart. `strong` draws it in the accent colour: this year, this district. */
export type Datum = { label: string; value: number; strong?: boolean };

type ChartProps = {
  view: View;
  /** A sentence that says what the chart shows: it is the title. */
  title: string;
  data: readonly Datum[];
  /** Heading of the table's first column: "Année", "Quartier". */
  labels: string;
  /** Heading of the values: "Personnes aidées". */
  values: string;
  /** Writes a value in words; numbers in the page's language by default. */
  format?: (value: number) => string;
  /** How the figure is worked out. */
  method?: ComponentChildren;
};

/** A large figure inside its sentence: "312 personnes aidées, 40 de plus que l’an dernier". */
export function Stat(props: { value: string; words: string; note?: string | undefined }) {
  return (
    <p class="stat">
      <strong class="stat-value">{props.value}</strong> {props.words}
      {props.note && <span class="stat-note">, {props.note}</span>}
    </p>
  );
}

/** Lying bars with their words and values in plain text, then the table. */
export function BarChart(props: ChartProps) {
  const most = Math.max(...props.data.map((one) => one.value), 1);
  return (
    <ChartFigure {...props}>
      <ul class="bars" aria-hidden="true">
        {props.data.map((one) => (
          <li class={one.strong ? "bar-strong" : undefined}>
            <span>{one.label}</span>
            <b>{written(props)(one.value)}</b>
            <Bar part={one.value / most} />
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

/** A line over time, from zero; first, last and highest values are written on it. Then the table. */
export function LineChart(props: ChartProps) {
  const { data } = props;
  const values = data.map((one) => one.value);
  const most = Math.max(...values, 1);
  const y = scaleLinear([0, most], [88, 14]);
  const x = scaleLinear([0, Math.max(data.length - 1, 1)], [2, 98]);
  const points = values.map((value, at): [number, number] => [x(at), y(value)]);
  const said = new Set([0, values.indexOf(most), data.length - 1]);
  // About four labels, counted from the last: they fit a phone without overlap.
  const every = Math.ceil(data.length / 4);
  return (
    <ChartFigure {...props}>
      <svg class="chart" aria-hidden="true" focusable="false">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none">
          <path class="area" d={area().y0(y(0))(points) ?? ""} />
          <path class="line" d={line()(points) ?? ""} />
        </svg>
        <line class="rule" x1="0" x2="100%" y1="88%" y2="88%" />
        {data.map((one, at) => (
          <Point
            left={x(at)}
            top={y(one.value)}
            side={at === 0 ? "start" : at === data.length - 1 ? "end" : "middle"}
            value={said.has(at) ? written(props)(one.value) : undefined}
            label={(data.length - 1 - at) % every === 0 ? one.label : undefined}
          />
        ))}
      </svg>
    </ChartFigure>
  );
}

/** One dot of a line, placed in percent so that its words keep their size on any screen. */
function Point(props: {
  left: number;
  top: number;
  side: "start" | "middle" | "end";
  value: string | undefined;
  label: string | undefined;
}) {
  const x = `${Math.round(props.left * 100) / 100}%`;
  const y = `${Math.round(props.top * 100) / 100}%`;
  return (
    <>
      <circle class="dot" cx={x} cy={y} r="5" />
      {props.value && (
        <text class="value" x={x} y={y} dy="-0.9em" text-anchor={props.side}>
          {props.value}
        </text>
      )}
      {props.label && (
        <text x={x} y="97%" text-anchor={props.side}>
          {props.label}
        </text>
      )}
    </>
  );
}

const written = ({ format, view }: ChartProps) =>
  format ?? ((value: number) => value.toLocaleString(view.lang));

function ChartFigure(props: ChartProps & { children: ComponentChildren }) {
  const { view, data } = props;
  return (
    <figure class="figure">
      <figcaption>{props.title}</figcaption>
      {props.children}
      <details>
        <summary>{view.t("ui:chart.table")}</summary>
        <Table
          view={view}
          caption={props.title}
          captionHidden
          cards={false}
          rows={data}
          columns={[
            { label: props.labels, heading: true, cell: (one) => one.label },
            { label: props.values, numeric: true, cell: (one) => written(props)(one.value) },
          ]}
        />
      </details>
      {props.method && (
        <details>
          <summary>{view.t("ui:chart.method")}</summary>
          <div class="flow">{props.method}</div>
        </details>
      )}
    </figure>
  );
}
