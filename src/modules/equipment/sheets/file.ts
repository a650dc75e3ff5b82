import { csvFile } from "../../../platform/csv.ts";
import { file, notFound, type Answer } from "../../../platform/http/answer.ts";
import { sheetAsXlsx } from "../../associations/index.ts";
import type { Cell, Sheet, SheetColumn } from "./sheet.tsx";

export const formats = ["csv", "xlsx"] as const;

/** The same lines as a file for a spreadsheet: amounts in euros, shares in percent, waits in hours, the unit in the heading. */
export async function sheetFile(sheet: Sheet, name: string, format: string): Promise<Answer> {
  const headers = sheet.columns.map(({ label, kind }) => {
    const unit = kind && units[kind];
    return unit ? `${label} (${unit})` : label;
  });
  const rows = sheet.lines.map(({ cells }) =>
    sheet.columns.map(({ kind }, at) => asData(kind, cells[at] ?? null)),
  );
  if (format === "csv")
    return file(csvFile(headers, rows), "text/csv; charset=utf-8", `${name}.csv`);
  if (format !== "xlsx") return notFound();
  return file(await sheetAsXlsx({ headers, rows }), xlsx, `${name}.xlsx`);
}

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const units: Partial<Record<NonNullable<SheetColumn["kind"]>, string>> = {
  share: "%",
  euros: "€",
  hours: "h",
};

function asData(kind: SheetColumn["kind"], cell: Cell): Cell {
  if (typeof cell !== "number") return cell;
  if (kind === "euros") return cell / 100;
  if (kind === "share") return Math.round(cell * 1000) / 10;
  return Math.round(cell * 10) / 10;
}
