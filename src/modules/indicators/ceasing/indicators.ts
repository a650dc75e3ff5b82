import { anyStaff } from "../../../platform/http/person.ts";
import { compared, percent, type Indicator } from "../../communes/index.ts";
import { ceasedRows, ceasingOver, undatedCessations, type Ceasing } from "./queries.ts";

const none: Ceasing = {
  ceased: 0,
  registry: 0,
  declared: 0,
  referent: 0,
  existing: 0,
  ceasedOfExisting: 0,
  unestablished: 0,
};

/** I1.3: associations that ceased in the period, their share of those that existed, and the change. */
export const ceasing: Indicator = {
  id: "I1.3",
  // Associations are public bodies: their number is never masked, however small.
  counts: "associations",
  rowsFor: anyStaff,
  read: async (tx, question) => {
    const { period, before, series, t, lang } = question;
    const all = await ceasingOver(tx, [...series.map((one) => one.period), period, before]);
    const now = all.at(-2) ?? none;
    const earlier = all.at(-1) ?? none;
    const undated = await undatedCessations(tx);
    const number = (value: number) => value.toLocaleString(lang);
    const rate = (of: Ceasing) =>
      percent(lang, of.ceasedOfExisting, of.existing) ?? t("indicators:unknown");
    return {
      figure: now.ceased,
      previous: earlier.ceased,
      value: number(now.ceased),
      words: t("indicators:ceasing.words", { count: now.ceased }),
      note: compared(question, now.ceased, earlier.ceased),
      facts: [
        {
          term: t("indicators:ceasing.rate"),
          value: t("indicators:ceasing.rateValue", {
            rate: rate(now),
            ceased: number(now.ceasedOfExisting),
            existing: number(now.existing),
          }),
        },
        { term: t("indicators:ceasing.rateBefore"), value: rate(earlier) },
        { term: t("indicators:ceasing.source.registry"), value: number(now.registry) },
        { term: t("indicators:ceasing.source.declared"), value: number(now.declared) },
        { term: t("indicators:ceasing.source.referent"), value: number(now.referent) },
        ...apart(t("indicators:ceasing.unestablished"), now.unestablished, number),
        ...apart(t("indicators:ceasing.undated"), undated, number),
      ],
      charts: [
        {
          kind: "bars",
          title: t("indicators:ceasing.chart"),
          labels: t("indicators:column.period"),
          values: t("indicators:ceasing.value"),
          data: series.map(({ label }, at) => ({
            label,
            value: all[at]?.ceased ?? 0,
            strong: at === series.length - 1,
          })),
        },
      ],
    };
  },
  rows: async (tx, { period, t }, limit) => {
    const rows = await ceasedRows(tx, period);
    return {
      total: rows.length,
      linked: 0,
      columns: [
        t("indicators:column.association"),
        t("indicators:column.rna"),
        t("indicators:ceasing.on"),
        t("indicators:ceasing.by"),
        t("indicators:column.created"),
        t("indicators:column.counted"),
      ],
      lines: rows.slice(0, limit).map((row) => ({
        href: `/associations/${row.slug}`,
        cells: [
          row.name,
          row.rna,
          row.on ?? t("indicators:ceasing.noDate"),
          t(`indicators:ceasing.source.${row.source ?? "unknown"}`),
          row.createdOn,
          t(row.counted ? "indicators:yes" : "indicators:no"),
        ],
      })),
    };
  },
};

/** What is told apart is told only when there is some. */
const apart = (term: string, count: number, written: (value: number) => string) =>
  count > 0 ? [{ term, value: written(count) }] : [];
