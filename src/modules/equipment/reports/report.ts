import type { Tx } from "../../../platform/db/database.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import type { Chart, Question } from "../../communes/index.ts";
import type { Sheet } from "../sheets/sheet.tsx";

/** The reports, by their word in addresses. */
export const reportIds = [
  "usage",
  "refus",
  "attente",
  "non-servies",
  "cout",
  "jamais-sorti",
] as const;
export type ReportId = (typeof reportIds)[number];

/** What narrows the rows behind a figure, as an address says it. */
export type Which = Partial<
  Record<"modele" | "lieu" | "association" | "quoi" | "cause" | "mois" | "qui", string>
>;

export type ReportQuestion = Pick<Question, "t" | "lang" | "period" | "before" | "today"> & {
  now: Date;
  /** Over how many years a thing is used up. */
  years: number;
  /** The address of the rows behind a figure; nothing for those who may not see them. */
  rows: (which: Which) => string | undefined;
  /** The same of a loan, of the page where something is decided. */
  loan: (id: string) => string | undefined;
  review: (poolId: string) => string | undefined;
};

export type ReportTable = {
  /** Its word in addresses. */
  id: string;
  title: string;
  sheet: Sheet;
  empty: string;
};

/** A report over a period: the sentence first, then charts, then tables. */
export type ReportSeen = {
  value: string;
  words: string;
  note?: string | undefined;
  facts: readonly { term: string; value: string }[];
  charts: readonly Chart[];
  tables: readonly ReportTable[];
};

export type Report = {
  id: ReportId;
  read: (tx: Tx, question: ReportQuestion) => Promise<ReportSeen>;
  /** The rows behind a figure, and how many there are when fewer are given. */
  rows?: (
    tx: Tx,
    question: ReportQuestion,
    which: Which,
    limit?: number,
  ) => Promise<{ sheet: Sheet; total: number }>;
};

/** What a report is about, what it counts and how, in plain words. */
export const wordsOf = (t: Translate, id: ReportId) => ({
  title: t(`reports:${key(id)}.title`),
  lead: t(`reports:${key(id)}.lead`),
  method: t(`reports:${key(id)}.method`),
});

const keys = {
  usage: "usage",
  refus: "refusals",
  attente: "waiting",
  "non-servies": "unserved",
  cout: "cost",
  "jamais-sorti": "unused",
} as const;
const key = (id: ReportId) => keys[id];

export const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** A part of a whole, from 0 to 1; nothing of nothing. */
export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : part / whole;
