import { percent } from "../../../communes/index.ts";
import { minute, waitWords } from "../../sheets/sheet.tsx";
import type { Report, ReportQuestion, ReportTable } from "../report.ts";
import { deciders, waitCounts, waitRows, waitSpread, type WaitCount } from "./queries.ts"; // prettier-ignore

const deciderNamed = (name: string | undefined) => deciders.find((one) => one === name);

/** How long associations wait: for an answer, then for the thing. */
export const waiting: Report = {
  id: "attente",
  read: async (tx, question) => {
    const { period, before, t, lang } = question;
    const counts = await waitCounts(tx, period);
    const earlier = await waitCounts(tx, before);
    const spread = await waitSpread(tx, period);
    const [all, then] = [ofAll(counts), ofAll(earlier)];
    const wait = (hours: number | null | undefined) =>
      typeof hours === "number"
        ? (waitWords(lang, hours) ?? t("reports:waiting.atOnceInside"))
        : t("reports:waiting.nobody");
    const beside = (now: string, was: string) => t("reports:beside", { now, before: was });
    const byRules = (of: readonly WaitCount[]) =>
      percent(lang, of.find(({ how }) => how === "rules")?.decision.count ?? 0, ofAll(of)?.decision.count ?? 0) ?? "–"; // prettier-ignore
    return {
      ...sentence(question, all),
      note: t("reports:waiting.before", { wait: wait(then?.decision.median) }),
      facts: [
        {
          term: t("reports:waiting.ninth"),
          value: beside(wait(all?.decision.ninth), wait(then?.decision.ninth)),
        },
        {
          term: t("reports:waiting.handOver"),
          value: beside(wait(all?.handOver.median), wait(then?.handOver.median)),
        },
        {
          term: t("reports:waiting.handOverNinth"),
          value: beside(wait(all?.handOver.ninth), wait(then?.handOver.ninth)),
        },
        { term: t("reports:waiting.byRules"), value: beside(byRules(counts), byRules(earlier)) },
        { term: t("reports:waiting.undecided"), value: spread.undecided.toLocaleString(lang) },
      ],
      charts: [
        {
          kind: "bars",
          title: t("reports:waiting.chart"),
          labels: t("reports:column.waited"),
          values: t("reports:column.requests"),
          data: spread.classes.some(Boolean)
            ? spread.classes.map((value, nth) => ({ label: t(`reports:class.${classes[nth] ?? "more"}`), value })) // prettier-ignore
            : [],
        },
      ],
      tables: [tableOf(question, counts, earlier)],
    };
  },
  rows: async (tx, { period, t, loan }, which, limit) => {
    const rows = await waitRows(tx, period, deciderNamed(which.qui), limit);
    return {
      total: rows[0]?.total ?? 0,
      sheet: {
        columns: [
          { label: t("reports:column.loan") },
          { label: t("reports:column.borrower") },
          { label: t("reports:column.askedOn"), kind: "day" },
          { label: t("reports:column.decider") },
          { label: t("reports:column.toDecision"), kind: "hours" },
          { label: t("reports:column.toHandOver"), kind: "hours" },
        ],
        lines: rows.map((row) => ({
          cells: [
            row.code,
            row.borrower,
            row.askedOn,
            row.how && t(`reports:decider.${row.how}`),
            row.decision,
            row.handOver,
          ],
          links: { 0: loan(row.loanId) },
        })),
      },
    };
  },
};

/** The classes in words: up to an hour, a day, three days, a week, then more. */
const classes = ["hour", "day", "days", "week", "more"] as const;

/** The sentence: nothing decided, at once for most, or how long half of them waited at most. */
function sentence({ t, lang }: ReportQuestion, all: WaitCount | undefined) {
  const median = all?.decision.median ?? null;
  if (median === null) return { value: "0", words: t("reports:waiting.undecidedAll") };
  const value = waitWords(lang, median) ?? t("reports:waiting.atOnce");
  return { value, words: t(median < minute ? "reports:waiting.atOnceWords" : "reports:waiting.words") }; // prettier-ignore
}

const ofAll = (counts: readonly WaitCount[]) => counts.find(({ how }) => how === null);

function tableOf(
  { t, rows }: ReportQuestion,
  counts: readonly WaitCount[],
  earlier: readonly WaitCount[],
): ReportTable {
  const lines = [...deciders, null].flatMap((how) => {
    const count = counts.find((one) => one.how === how);
    if (!count?.requests) return [];
    const { requests, decision, handOver } = count;
    return {
      cells: [
        t(`reports:decider.${how ?? "all"}`),
        requests,
        decision.median,
        decision.ninth,
        earlier.find((one) => one.how === how)?.decision.median ?? null,
        handOver.count,
        handOver.median,
        handOver.ninth,
      ],
      links: { 1: rows(how ? { qui: how } : {}) },
    };
  });
  return {
    id: "delais",
    title: t("reports:waiting.table"),
    empty: t("reports:waiting.none"),
    sheet: {
      lines,
      columns: [
        { label: t("reports:column.decider") },
        { label: t("reports:column.requests"), kind: "count" },
        { label: t("reports:column.decisionMedian"), kind: "hours" },
        { label: t("reports:column.decisionNinth"), kind: "hours" },
        { label: t("reports:column.decisionBefore"), kind: "hours", ifAny: true },
        { label: t("reports:column.handed"), kind: "count" },
        { label: t("reports:column.handOverMedian"), kind: "hours", ifAny: true },
        { label: t("reports:column.handOverNinth"), kind: "hours", ifAny: true },
      ],
    },
  };
}
