import { anyStaff } from "../../../platform/http/person.ts";
import { longDay } from "../../../ui/dates.ts";
import { supportKinds } from "../../associations/index.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Indicator, Question, Rows } from "../../communes/index.ts";
import { compared, percent } from "../comparing.ts";
import { supportedOver, supportedRows, type Supported, type SupportedRow } from "./queries.ts";

const none: Supported = { associations: 0, employers: 0, events: 0, byKind: {} };

/** I1.1: associations supported on digital matters in the period, in whatever way, by way. */
export const supported: Indicator = {
  id: "I1.1",
  // Associations are public bodies: their number is never masked, however small.
  counts: "associations",
  rowsFor: anyStaff,
  read: async (tx, question) => {
    const { period, before, series, t, lang } = question;
    const all = await supportedOver(tx, [...series.map((one) => one.period), period, before]);
    const now = all.at(-2) ?? none;
    const earlier = all.at(-1) ?? none;
    return {
      figure: now.associations,
      previous: earlier.associations,
      value: now.associations.toLocaleString(lang),
      words: t("indicators:supported.words", { count: now.associations }),
      note: compared(question, now.associations, earlier.associations),
      facts: [
        { term: t("indicators:supported.events"), value: now.events.toLocaleString(lang) },
        ...supportKinds.map((kind) => ({
          term: t(`support:kind.${kind}`),
          value: t("indicators:supported.kindValue", {
            now: (now.byKind[kind] ?? 0).toLocaleString(lang),
            earlier: (earlier.byKind[kind] ?? 0).toLocaleString(lang),
          }),
        })),
      ],
      charts: [
        {
          kind: "bars",
          title: t("indicators:supported.chart"),
          labels: t("indicators:column.period"),
          values: t("indicators:supported.value"),
          data: series.map(({ label }, at) => ({
            label,
            value: all[at]?.associations ?? 0,
            strong: at === series.length - 1,
          })),
        },
      ],
    };
  },
  rows: (tx, question, limit) => rowsOf(tx, question, () => true, limit),
};

/** I5.1: those of them that the commune designated as employers. */
export const employersSupported: Indicator = {
  id: "I5.1",
  counts: "associations",
  rowsFor: anyStaff,
  read: async (tx, question) => {
    const { period, before, series, t, lang } = question;
    const all = await supportedOver(tx, [...series.map((one) => one.period), period, before]);
    const now = all.at(-2) ?? none;
    const earlier = all.at(-1) ?? none;
    return {
      figure: now.employers,
      previous: earlier.employers,
      value: now.employers.toLocaleString(lang),
      words: t("indicators:supported.employers", { count: now.employers }),
      note: compared(question, now.employers, earlier.employers),
      facts: [
        {
          term: t("indicators:supported.share"),
          value: t("indicators:supported.shareValue", {
            share: percent(lang, now.employers, now.associations) ?? t("indicators:unknown"),
            all: now.associations.toLocaleString(lang),
          }),
        },
      ],
      charts: [
        {
          kind: "bars",
          title: t("indicators:supported.employersChart"),
          labels: t("indicators:column.period"),
          values: t("indicators:supported.value"),
          data: series.map(({ label }, at) => ({
            label,
            value: all[at]?.employers ?? 0,
            strong: at === series.length - 1,
          })),
        },
      ],
    };
  },
  rows: (tx, question, limit) => rowsOf(tx, question, ({ employer }) => employer, limit),
};

async function rowsOf(
  tx: Tx,
  { period, t, lang }: Question,
  which: (row: SupportedRow) => boolean,
  limit?: number,
): Promise<Rows> {
  const rows = (await supportedRows(tx, period)).filter(which);
  return {
    total: rows.length,
    linked: 0,
    columns: [
      t("indicators:column.association"),
      t("indicators:supported.kind"),
      t("indicators:supported.day"),
    ],
    lines: rows.slice(0, limit).map((row) => ({
      href: `/associations/${row.slug}`,
      cells: [row.name, t(`support:kind.${row.kind}`), longDay(lang, row.day)],
    })),
  };
}
