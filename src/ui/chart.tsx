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

/** A line over time, from zero, first and last values written on it, then the table. */
export function LineChart(props: ChartProps) {
  const { data } = props;
  const most = Math.max(...data.map((one) => one.value), 1);
  const y = scaleLinear([0, most], [86, 10]).nice(4);
  const x = scaleLinear([0, Math.max(data.length - 1, 1)], [9, 95]);
  const points = data.map((one, at): [number, number] => [x(at), y(one.value)]);
  const percent = (value: number) => `${Math.round(value * 100) / 100}%`;
  // Every label when they fit, else about six: a phone shows them without overlap.
  const every = Math.ceil(data.length / 6);
  return (
    <ChartFigure {...props}>
      <svg class="chart" aria-hidden="true" focusable="false">
        {y.ticks(4).map((tick) => (
          <>
            <line class="rule" x1="9%" x2="100%" y1={percent(y(tick))} y2={percent(y(tick))} />
            <text x="0" y={percent(y(tick))} dy="0.32em">
              {written(props)(tick)}
            </text>
          </>
        ))}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none">
          <path class="area" d={area().y0(y(0))(points) ?? ""} />
          <path class="line" d={line()(points) ?? ""} />
        </svg>
        {points.map(([left, top], at) => {
          const one = data[at];
          const last = at === data.length - 1;
          return (
            <>
              <circle class="dot" cx={percent(left)} cy={percent(top)} r="5" />
              {(at === 0 || last) && (
                <text
                  class="value"
                  x={percent(left)}
                  y={percent(top)}
                  dy="-1em"
                  text-anchor={last ? "end" : "middle"}
                >
                  {written(props)(one?.value ?? 0)}
                </text>
              )}
              {(data.length - 1 - at) % every === 0 && (
                <text
                  x={percent(left)}
                  y="97%"
                  text-anchor={last ? "end" : at === 0 ? "start" : "middle"}
                >
                  {one?.label}
                </text>
              )}
            </>
          );
        })}
      </svg>
    </ChartFigure>
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
