import { reportsBetween, type ReportRow } from "../../associations/index.ts";
import { compared, percent, type Indicator } from "../../communes/index.ts";
import { staff } from "../../../platform/http/person.ts";

const decided = (rows: readonly ReportRow[], state: "accepted" | "refused") =>
  rows.filter((row) => row.state === state).length;

/** Half of the answers came sooner. */
function medianDays(rows: readonly ReportRow[]): number | undefined {
  const days = rows.flatMap((row) => row.days ?? []).toSorted((a, b) => a - b);
  return days[Math.floor(days.length / 2)];
}

/** I4.2, for what residents say of the directory: errors reported, what became of them, and how long it took. */
export const reports: Indicator = {
  id: "I4.2",
  // A report is an act; who sent it is counted nowhere.
  counts: "acts",
  rowsFor: staff("referent", "communication", "front_desk"),
  read: async (tx, question) => {
    const { period, before, series, t, lang } = question;
    const now = await reportsBetween(tx, period.from, period.to);
    const earlier = await reportsBetween(tx, before.from, before.to);
    const data = [];
    for (const [at, one] of series.entries()) {
      const { length: value } = await reportsBetween(tx, one.period.from, one.period.to);
      data.push({ label: one.label, value, strong: at === series.length - 1 });
    }
    const corrected = decided(now, "accepted");
    const days = medianDays(now);
    return {
      figure: now.length,
      previous: earlier.length,
      value: now.length.toLocaleString(lang),
      words: t("indicators:reports.words", { count: now.length }),
      note: compared(question, now.length, earlier.length),
      facts: [
        {
          term: t("indicators:reports.corrected"),
          value: t("indicators:reports.correctedValue", {
            count: corrected,
            share: percent(lang, corrected, now.length) ?? t("indicators:unknown"),
          }),
        },
        {
          term: t("indicators:reports.refused"),
          value: decided(now, "refused").toLocaleString(lang),
        },
        {
          term: t("indicators:reports.delay"),
          value:
            days === undefined
              ? t("indicators:unknown")
              : t("indicators:reports.days", { count: days }),
        },
      ],
      charts: [
        {
          kind: "bars",
          title: t("indicators:reports.chart"),
          labels: t("indicators:column.period"),
          values: t("indicators:reports.value"),
          data,
        },
      ],
    };
  },
  rows: async (tx, { period, t }, limit) => {
    const rows = await reportsBetween(tx, period.from, period.to);
    return {
      total: rows.length,
      linked: 0,
      columns: [
        t("indicators:column.association"),
        t("indicators:reports.received"),
        t("indicators:reports.answer"),
        t("indicators:reports.delay"),
      ],
      lines: rows.slice(0, limit).map((row) => ({
        href: row.slug ? `/associations/${row.slug}` : undefined,
        cells: [row.association, row.receivedOn, t(`registry:queue.state.${row.state}`), row.days],
      })),
    };
  },
};
