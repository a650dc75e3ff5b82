import { compared } from "../../../communes/index.ts";
import { share, sum, type Report, type ReportQuestion, type ReportTable, type Which } from "../report.ts"; // prettier-ignore
import { cellWords, type Cell } from "../../sheets/sheet.tsx";
import { loanCounts, unitUses, usesOf, type LoanCount, type PoolUse } from "./queries.ts";
import { handedRows, harmRows } from "./rows.ts";
import { handedSheet, harmSheet, unitSheet } from "./sheets.ts";

type Both = { uses: PoolUse[]; loans: LoanCount[] };

/** What is lent, and how much of the time it is there. */
export const usage = {
  id: "usage",
  read: async (tx, question) => {
    const { period, before, now, years, t, lang } = question;
    const over = async (one: typeof period): Promise<Both> => ({
      uses: await usesOf(tx, one, now, years),
      loans: await loanCounts(tx, one, now),
    });
    const [current, earlier] = [await over(period), await over(before)];
    const [all, then] = [counted(current.loans, {}), counted(earlier.loans, {})];
    const rateWords = (uses: readonly PoolUse[]) => cellWords(lang, "share", rateOf(uses)) || "–";
    const models = tableOf(question, current, earlier, "modele");
    return {
      value: all.loans.toLocaleString(lang),
      words: t("reports:usage.words", { count: all.loans }),
      note: compared(question, all.loans, then.loans),
      facts: [
        { term: t("reports:usage.borrowers"), value: all.borrowers.toLocaleString(lang) },
        {
          term: t("reports:column.unitsLent"),
          value: sum(current.uses, ({ unitsLent }) => unitsLent).toLocaleString(lang),
        },
        {
          term: t("reports:column.rate"),
          value: t("reports:beside", { now: rateWords(current.uses), before: rateWords(earlier.uses) }), // prettier-ignore
        },
        {
          term: t("reports:column.late"),
          value: t("reports:beside", { now: String(all.late), before: String(then.late) }),
        },
      ],
      charts: [
        {
          kind: "bars",
          title: t("reports:usage.chart"),
          labels: t("reports:column.model"),
          values: t("reports:column.ratePercent"),
          data: models.sheet.lines.map(({ cells }) => ({
            label: String(cells[0]),
            value: Math.round(Number(cells[6] ?? 0) * 100),
          })),
        },
      ],
      tables: [models, tableOf(question, current, earlier, "lieu")],
    };
  },
  rows: async (tx, question, which, limit) => {
    const { period, now, years } = question;
    const of = { modelId: which.modele, placeId: which.lieu };
    if (which.quoi === "pertes" || which.quoi === "casses") {
      const kind = which.quoi === "pertes" ? "losses" : "breakages";
      return harmSheet(question, await harmRows(tx, period, kind, of, limit));
    }
    if (which.quoi === "exemplaires")
      return unitSheet(question, await unitUses(tx, period, now, years, of, limit));
    const only = { retards: "late", remises: "begun" } as const;
    const kept =
      which.quoi === "retards" || which.quoi === "remises" ? only[which.quoi] : undefined;
    return handedSheet(question, await handedRows(tx, period, now, { ...of, only: kept }, limit));
  },
} satisfies Report;

/** What is used up the most of what was there, first. */
function tableOf(
  { t, rows }: ReportQuestion,
  current: Both,
  earlier: Both,
  by: "modele" | "lieu",
): ReportTable {
  const id = (use: PoolUse) => (by === "modele" ? use.modelId : use.placeId);
  const names = new Map(current.uses.map((use) => [id(use), by === "modele" ? named(use) : use.place])); // prettier-ignore
  const lines = [...names].map(([one, name]) => {
    const mine = current.uses.filter((use) => id(use) === one);
    const their = by === "modele" ? { modelId: one } : { placeId: one };
    const [loans, then] = [counted(current.loans, their), counted(earlier.loans, their)];
    const [losses, breakages] = [sum(mine, (use) => use.losses), sum(mine, (use) => use.breakages)];
    const to = (more: Which) => rows({ [by]: one, ...more });
    return {
      cells: [
        name,
        sum(mine, ({ units }) => units),
        loans.loans,
        then.loans,
        sum(mine, ({ unitsLent }) => unitsLent),
        sum(mine, ({ outDays }) => outDays),
        rateOf(mine),
        rateOf(earlier.uses.filter((use) => id(use) === one)),
        loans.late,
        losses,
        breakages,
      ] satisfies Cell[],
      links: {
        1: to({ quoi: "exemplaires" }),
        2: loans.loans ? to({ quoi: "remises" }) : undefined,
        5: sum(mine, ({ outDays }) => outDays) ? to({}) : undefined,
        8: loans.late ? to({ quoi: "retards" }) : undefined,
        9: losses ? to({ quoi: "pertes" }) : undefined,
        10: breakages ? to({ quoi: "casses" }) : undefined,
      },
    };
  });
  return {
    id: by === "modele" ? "modeles" : "lieux",
    title: t(by === "modele" ? "reports:usage.byModel" : "reports:usage.byPlace"),
    empty: t("reports:usage.none"),
    sheet: {
      columns: [
        { label: t(by === "modele" ? "reports:column.model" : "reports:column.place") },
        { label: t("reports:column.units"), kind: "count", minor: true },
        { label: t("reports:column.loans"), kind: "count" },
        { label: t("reports:column.loansBefore"), kind: "count", minor: true },
        { label: t("reports:column.unitsLent"), kind: "count", minor: true },
        { label: t("reports:column.outDays"), kind: "count" },
        { label: t("reports:column.rate"), kind: "share" },
        { label: t("reports:column.rateBefore"), kind: "share", minor: true },
        { label: t("reports:column.late"), kind: "count" },
        { label: t("reports:column.losses"), kind: "count" },
        { label: t("reports:column.breakages"), kind: "count" },
      ],
      lines: lines.toSorted((a, b) => Number(b.cells[6] ?? 0) - Number(a.cells[6] ?? 0)),
    },
  };
}

const named = ({ model, owner }: PoolUse) => (owner ? `${model} (${owner})` : model);

const rateOf = (uses: readonly PoolUse[]) =>
  share(sum(uses, ({ outDays }) => outDays), sum(uses, ({ presentDays }) => presentDays)); // prettier-ignore

function counted(counts: readonly LoanCount[], of: { modelId?: string; placeId?: string }) {
  const { modelId = null, placeId = null } = of;
  const found = counts.find((one) => one.modelId === modelId && one.placeId === placeId);
  return found ?? { loans: 0, late: 0, borrowers: 0 };
}
