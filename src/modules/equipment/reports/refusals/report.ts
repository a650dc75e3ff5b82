import { compared } from "../../../communes/index.ts";
import { associationUrls } from "../../../associations/index.ts";
import { shortMonth } from "../../../../ui/dates.ts";
import type { Report, ReportQuestion } from "../report.ts";
import { refusalCounts, refusalRows, shortagesOf, type RefusalCount } from "./queries.ts";
import { causeTable, causeWords, monthTable, toBuy } from "./tables.ts";

/** What was refused, why, and what to buy. */
export const refusals = {
  id: "refus",
  read: async (tx, question) => {
    const { period, before, t, lang } = question;
    const counts = await refusalCounts(tx, period);
    const earlier = await refusalCounts(tx, before);
    const all = ofAll(counts);
    const byRule = counts.filter(({ about }) => about === "rule");
    return {
      value: all.refusals.toLocaleString(lang),
      words: t("reports:refusals.words", { count: all.refusals }),
      note: compared(question, all.refusals, ofAll(earlier).refusals),
      facts: [
        { term: t("reports:refusals.associations"), value: all.associations.toLocaleString(lang) },
      ],
      charts: [
        {
          kind: "bars",
          title: t("reports:refusals.chart"),
          labels: t("reports:column.cause"),
          values: t("reports:column.refusals"),
          data: byRule.map(({ rule, refusals: value }) => ({ label: causeWords(t, rule ?? ""), value })), // prettier-ignore
        },
        {
          kind: "line",
          title: t("reports:refusals.overMonths"),
          labels: t("reports:column.month"),
          values: t("reports:column.refusals"),
          data: monthsOf(question).map((month) => ({
            label: shortMonth(lang, month),
            value: counts.find((one) => one.month === month)?.refusals ?? 0,
          })),
        },
      ],
      tables: [
        toBuy(question, counts, await shortagesOf(tx, period)),
        causeTable(question, byRule, earlier),
        monthTable(question, counts),
      ],
    };
  },
  rows: async (tx, { period, t }, which, limit) => {
    const of = {
      rule: which.cause,
      modelId: which.modele,
      month: which.mois,
      associationId: which.association,
    };
    const rows = await refusalRows(tx, period, of, limit);
    return {
      total: rows[0]?.total ?? 0,
      sheet: {
        columns: [
          { label: t("reports:column.on"), kind: "day" },
          { label: t("reports:column.cause") },
          { label: t("reports:column.association") },
          { label: t("reports:column.model"), ifAny: true },
          { label: t("reports:column.wanted"), kind: "count", ifAny: true },
          { label: t("reports:column.fromDay"), kind: "day" },
          { label: t("reports:column.untilDay"), kind: "day" },
        ],
        lines: rows.map((row) => ({
          cells: [
            row.onDay,
            causeWords(t, row.rule),
            row.association,
            row.model,
            row.quantity,
            row.fromDay,
            row.untilDay,
          ],
          links: { 2: row.associationId ? associationUrls.one(row.associationId) : undefined },
        })),
      },
    };
  },
} satisfies Report;

const ofAll = (counts: readonly RefusalCount[]) =>
  counts.find(({ about }) => about === "all") ?? { refusals: 0, associations: 0 };

/** The months of a period that have begun, `YYYY-MM`. */
function monthsOf({ period, today }: ReportQuestion): string[] {
  const last = (period.to < today ? period.to : today).slice(0, 7);
  const months: string[] = [];
  for (let month = period.from.slice(0, 7); month <= last; month = following(month))
    months.push(month);
  return months;
}

const following = (month: string) => {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 7);
};
