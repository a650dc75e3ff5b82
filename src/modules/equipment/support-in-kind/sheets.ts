import type { Translate } from "../../../platform/i18n/index.ts";
import type { Sheet, SheetLine } from "../sheets/sheet.tsx";
import type { Tariff } from "./queries.ts";
import type { HoursLine, Statement } from "./statements.ts";

/** What one association was given, line by line, then the total. `loan` says where a loan is read. */
export function statementSheet(
  t: Translate,
  { lent, hours, totalCents }: Statement,
  loan: (id: string) => string | undefined,
): Sheet {
  const lines: SheetLine[] = lent.map((line) => ({
    cells: [
      line.model,
      t(`inkind:regime.${line.regime}`),
      line.code,
      line.outOn,
      line.backOn,
      line.units,
      line.days,
      t("inkind:unit.days"),
      line.dayCents,
      line.cents,
    ],
    links: { 2: loan(line.loanId) },
  }));
  const ofHours = (line: HoursLine): SheetLine => ({
    cells: [
      `${line.bookable}, ${line.place}`,
      t("inkind:regime.hours"),
      null,
      null,
      null,
      null,
      line.hours,
      t("inkind:unit.hours"),
      line.hourValueCents,
      line.cents,
    ],
  });
  const every = [...lines, ...hours.map(ofHours)];
  const none = Array.from({ length: 8 }, () => null);
  const total = { cells: [t("inkind:total"), ...none, totalCents], total: true as const };
  return {
    columns: [
      { label: t("inkind:column.what"), french: true },
      { label: t("inkind:column.how") },
      { label: t("inkind:column.loan"), ifAny: true },
      { label: t("inkind:column.from"), kind: "day", ifAny: true },
      { label: t("inkind:column.until"), kind: "day", ifAny: true },
      { label: t("inkind:column.units"), kind: "count", ifAny: true },
      { label: t("inkind:column.time"), kind: "count" },
      { label: t("inkind:column.unit") },
      { label: t("inkind:column.tariff"), kind: "euros" },
      { label: t("inkind:column.value"), kind: "euros" },
    ],
    lines: every.length ? [...every, total] : [],
  };
}

/** One line an association, then the total: what the commune adds to its accounts. */
export function annexSheet(
  t: Translate,
  statements: readonly Statement[],
  one: (associationId: string) => string | undefined,
): Sheet {
  const add = (of: (statement: Statement) => number) =>
    statements.reduce((sum, statement) => sum + of(statement), 0);
  const counted = {
    loans: ({ lent }: Statement) => new Set(lent.map(({ loanId }) => loanId)).size,
    days: ({ lent }: Statement) => lent.reduce((sum, { days }) => sum + days, 0),
    hours: ({ hours }: Statement) => hours.reduce((sum, line) => sum + line.hours, 0),
  };
  const cells = [
    counted.loans,
    counted.days,
    (one: Statement) => one.loansCents,
    (one: Statement) => one.provisionsCents,
    counted.hours,
    (one: Statement) => one.hoursCents,
    (one: Statement) => one.totalCents,
  ];
  const lines: SheetLine[] = statements.map((statement) => ({
    cells: [statement.name, ...cells.map((of) => of(statement))],
    links: { 0: one(statement.associationId) },
  }));
  const total = { cells: [t("inkind:total"), ...cells.map(add)], total: true as const };
  return {
    columns: [
      { label: t("inkind:column.association") },
      { label: t("reports:annex.loans"), kind: "count" },
      { label: t("reports:annex.days"), kind: "count" },
      { label: t("reports:annex.loansValue"), kind: "euros" },
      { label: t("reports:annex.provisionsValue"), kind: "euros" },
      { label: t("reports:annex.hours"), kind: "count" },
      { label: t("reports:annex.hoursValue"), kind: "euros" },
      { label: t("reports:annex.total"), kind: "euros" },
    ],
    lines: lines.length ? [...lines, total] : [],
  };
}

/** The tariffs used: of equipment by the day, of rooms and workstations by the hour. */
export function tariffSheet(
  t: Translate,
  models: readonly Tariff[],
  statements: readonly Statement[],
): Sheet {
  const rooms = new Map(
    statements.flatMap(({ hours }) => hours.map((line) => [`${line.bookable}, ${line.place}`, line.hourValueCents] as const)), // prettier-ignore
  );
  return {
    columns: [
      { label: t("inkind:column.what") },
      { label: t("reports:annex.dayTariff"), kind: "euros" },
      { label: t("reports:annex.hourTariff"), kind: "euros", ifAny: true },
      { label: t("reports:column.value"), kind: "euros" },
    ],
    lines: [
      ...models.map(({ model, dayCents, valueCents }) => ({ cells: [model, dayCents, null, valueCents] })), // prettier-ignore
      ...[...rooms].map(([name, cents]) => ({ cells: [name, null, cents, null] })),
    ],
  };
}
