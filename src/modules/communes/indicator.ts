import type { Tx } from "../../platform/db/database.ts";
import type { Who } from "../../platform/http/person.ts";
import type { Translate } from "../../platform/i18n/index.ts";

/** Days included at both ends, `YYYY-MM-DD`. */
export type Period = { from: string; to: string };

/** What an indicator says over a period, already in words: the sentence first, then what supports it. */
export type Reading = {
  /** Figure and words of the sentence: "312" and "personnes aidées"; the note compares with the period before. */
  value: string;
  words: string;
  note?: string | undefined;
  /** The figure itself and that of the period before; undefined when it cannot be said. */
  figure: number | boolean | undefined;
  previous: number | boolean | undefined;
  /** Other figures that explain it. */
  facts: readonly { term: string; value: string }[];
  charts: readonly Chart[];
};

export type Chart = {
  kind: "bars" | "line";
  title: string;
  labels: string;
  values: string;
  data: readonly { label: string; value: number; strong?: boolean }[];
};

/** The rows behind a figure: what a person checks it with. */
export type Rows = {
  columns: readonly string[];
  /** Which column carries the link of its line, from 0. */
  linked: number;
  lines: readonly { cells: readonly (string | number | null)[]; href?: string | undefined }[];
  /** How many there are in all, when fewer are given. */
  total: number;
};

/** What an indicator is asked with; `before` is the period it is compared with. */
export type Question = {
  period: Period;
  before: Period;
  /** Periods of the same kind, oldest first, the last one being `period`: for the chart. */
  series: readonly { period: Period; label: string }[];
  today: string;
  t: Translate;
  lang: string;
};

/** A figure a room gives beside the 21 of the programme: what it says, and the page that shows its rows. */
export type BesideFigure = {
  title: (t: Translate) => string;
  readers: Who;
  path: (period: Period) => string;
  read: (
    tx: Tx,
    question: Question & { now: Date },
  ) => Promise<Pick<Reading, "value" | "words" | "note">>;
};

/**
 * A figure of the programme, computed from rows. `counts` says of what: where people are counted, small figures are
 * masked before they are shown; associations, views and acts are not people.
 */
export type Indicator = {
  id: string;
  counts: "associations" | "views" | "acts" | "people" | "state";
  /** Who may see the rows, beyond those who see the figure. */
  rowsFor: Who;
  read: (tx: Tx, question: Question) => Promise<Reading>;
  rows: (tx: Tx, question: Question, limit?: number) => Promise<Rows>;
};
