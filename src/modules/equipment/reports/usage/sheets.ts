import type { Translate } from "../../../../platform/i18n/index.ts";
import type { Sheet } from "../../sheets/sheet.tsx";
import type { ReportQuestion } from "../report.ts";
import type { UnitUse } from "./queries.ts";
import type { HandedRow, HarmRow } from "./rows.ts";

/** Rows of lending as they are shown and sent. */
export type SheetOfRows = { sheet: Sheet; total: number };

const unitColumns = (t: Translate) => [
  { label: t("reports:column.tag") },
  { label: t("reports:column.model") },
  { label: t("reports:column.place") },
];

/** Units that were away. */
export function handedSheet({ t, loan }: ReportQuestion, rows: readonly HandedRow[]): SheetOfRows {
  const columns: Sheet["columns"] = [
    ...unitColumns(t),
    { label: t("reports:column.loan") },
    { label: t("reports:column.borrower") },
    { label: t("reports:column.outOn"), kind: "date" },
    { label: t("reports:column.dueOn"), kind: "date" },
    { label: t("reports:column.backOn"), kind: "date" },
    { label: t("reports:column.days"), kind: "count" },
  ];
  const lines = rows.map((row) => ({
    cells: [
      row.tag,
      row.model,
      row.place,
      row.code,
      row.borrower,
      row.outOn,
      row.dueOn,
      row.backOn ?? t("reports:stillOut"),
      row.days,
    ],
    links: { 3: loan(row.loanId) },
  }));
  return { sheet: { columns, lines }, total: rows[0]?.total ?? 0 };
}

/** Units lost or broken. */
export function harmSheet({ t, loan }: ReportQuestion, rows: readonly HarmRow[]): SheetOfRows {
  const columns: Sheet["columns"] = [
    ...unitColumns(t),
    { label: t("reports:column.on"), kind: "day" },
    { label: t("reports:column.loan"), ifAny: true },
    { label: t("reports:column.borrower"), ifAny: true },
  ];
  const lines = rows.map((row) => ({
    cells: [row.tag, row.model, row.place, row.on, row.code, row.borrower],
    links: { 4: row.loanId ? loan(row.loanId) : undefined },
  }));
  return { sheet: { columns, lines }, total: rows[0]?.total ?? 0 };
}

/** Every unit: how long it was there and away, and what was used up of it. */
export function unitSheet({ t }: ReportQuestion, rows: readonly UnitUse[]): SheetOfRows {
  const columns: Sheet["columns"] = [
    ...unitColumns(t),
    { label: t("reports:column.boughtOn"), kind: "day" },
    { label: t("reports:column.presentDays"), kind: "count" },
    { label: t("reports:column.outDays"), kind: "count" },
    { label: t("reports:column.worn"), kind: "euros", ifAny: true },
  ];
  const lines = rows.map((row) => ({
    cells: [
      row.tag,
      row.model,
      row.place,
      row.boughtOn,
      row.presentDays,
      row.outDays,
      row.wornCents,
    ],
  }));
  return { sheet: { columns, lines }, total: rows[0]?.total ?? 0 };
}
