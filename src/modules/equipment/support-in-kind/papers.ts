import { join } from "node:path";
import { projectRoot } from "../../../platform/config.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import { periodHeading, seasonOf } from "../../communes/index.ts";
import type { Content, Printable } from "../../printing/index.ts";
import { cellWords, isFigure, type Sheet } from "../sheets/sheet.tsx";
import { methodOf } from "./method.ts";
import type { Asked } from "./parts.tsx";
import { annexSheet, statementSheet, tariffSheet } from "./sheets.ts";
import type { Statement } from "./statements.ts";

/** A table as a template reads it: words, and which columns are figures; empty columns are left out. */
function printedTable({ columns, lines }: Sheet) {
  const kept = columns.flatMap(({ label, kind = "words", ifAny }, at) =>
    ifAny && lines.every(({ cells }) => (cells[at] ?? null) === null) ? [] : { label, kind, at },
  );
  return {
    columns: kept.map(({ label, kind }) => ({
      label,
      figures: isFigure(kind),
    })),
    lines: lines.map(({ cells }) => kept.map(({ kind, at }) => cellWords("fr", kind, cells[at] ?? null))), // prettier-ignore
  };
}

const stopped = (t: Translate, { period, today }: Asked) =>
  period.to >= today ? t("inkind:running", { date: longDay("fr", today) }) : null;

/** A statement on paper, for the accounts of an association: in French, as its accounts are. */
export const statementContent = (
  t: Translate,
  asked: Asked,
  statement: Statement,
  years: number,
): Content => ({
  data: {
    title: t("inkind:title"),
    association: statement.name,
    period: periodHeading(t, "fr", asked.period),
    stopped: stopped(t, asked),
    total: cellWords("fr", "euros", statement.totalCents),
    words: t("inkind:words"),
    untold: statement.untold ? t("inkind:untold", { count: statement.untold }) : null,
    table: printedTable(statementSheet(t, statement, () => undefined)),
    methodTitle: t("inkind:methodTitle"),
    method: methodOf(t, years),
  },
});

/** The annex on paper: the lines, the tariffs, the method. */
export const annexContent = (
  t: Translate,
  asked: Asked,
  statements: readonly Statement[],
  models: Parameters<typeof tariffSheet>[1],
  years: number,
): Content => ({
  data: {
    title: t("reports:annex.title"),
    period: periodHeading(t, "fr", asked.period),
    stopped: stopped(t, asked),
    lead: t("reports:annex.lead"),
    table: printedTable(annexSheet(t, statements, () => undefined)),
    tariffsTitle: t("reports:annex.tariffs"),
    tariffs: printedTable(tariffSheet(t, models, statements)),
    methodTitle: t("inkind:methodTitle"),
    method: [...methodOf(t, years), t("reports:annex.law")],
  },
});

const invented: Statement = {
  associationId: "",
  name: "Ciné-club de la Vallée",
  lent: [
    { associationId: "", loanId: "", code: "ABC234", regime: "loan", model: "Vidéoprojecteur", outOn: "2026-03-06", backOn: "2026-03-09", units: 2, days: 8, dayCents: 1250, cents: 10_000 }, // prettier-ignore
  ],
  hours: [
    { associationId: "", bookable: "Grande salle", place: "Maison des associations", hours: 12.5, hourValueCents: 800, cents: 10_000 }, // prettier-ignore
  ],
  loansCents: 10_000,
  provisionsCents: 0,
  hoursCents: 10_000,
  totalCents: 20_000,
  untold: 0,
};
const lastSeason: Asked = { period: seasonOf(2025), today: "2026-10-01", refused: undefined };
const template = (name: string) =>
  join(projectRoot, `src/modules/equipment/support-in-kind/templates/${name}.typ`);

export const statementDocument: Printable = {
  kind: "soutien-releve",
  title: (t) => t("inkind:title"),
  purpose: (t) => t("reports:annex.statementPurpose"),
  template: template("statement"),
  sample: (t) => statementContent(t, lastSeason, invented, 5),
};

export const annexDocument: Printable = {
  kind: "soutien-annexe",
  title: (t) => t("reports:annex.title"),
  purpose: (t) => t("reports:annex.purpose"),
  template: template("annex"),
  sample: (t) =>
    annexContent(t, lastSeason, [invented], [{ model: "Vidéoprojecteur", dayCents: 1250, valueCents: 45_000 }], 5), // prettier-ignore
};
