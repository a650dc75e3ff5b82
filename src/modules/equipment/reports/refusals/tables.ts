import type { Translate } from "../../../../platform/i18n/index.ts";
import { monthWords } from "../../../../ui/dates.ts";
import { requestRules, thingRules } from "../../rules/rules.ts";
import type { ReportQuestion, ReportTable } from "../report.ts";
import type { RefusalCount, Shortage } from "./queries.ts";

const causes = [...thingRules, ...requestRules, "hand_over_closed", "slot_full", "no_convention", "decided"] as const; // prettier-ignore

/** A cause in words; one without a word shows its code, never nothing. */
export const causeWords = (t: Translate, rule: string): string => {
  const known = causes.find((cause) => cause === rule);
  return known ? t(`reports:cause.${known}`) : rule;
};

/** Models by how often they were not free: how many asked for, how many were missing on the worst day. */
export function toBuy(
  { t, rows }: ReportQuestion,
  counts: readonly RefusalCount[],
  shortages: readonly Shortage[],
): ReportTable {
  const models = counts.filter(({ about, modelId }) => about === "model" && modelId !== null);
  const lines = models.map(({ modelId, model, refusals: every }) => {
    const notFree = counts.find((one) => one.about === "modelRule" && one.modelId === modelId && one.rule === "not_free"); // prettier-ignore
    const shortage = shortages.find((one) => one.modelId === modelId);
    return {
      cells: [
        model,
        notFree?.refusals ?? 0,
        notFree?.units ?? 0,
        shortage?.units ?? null,
        shortage?.day ?? null,
        every,
      ],
      links: {
        1: notFree && rows({ modele: modelId ?? "", cause: "not_free" }),
        5: rows({ modele: modelId ?? "" }),
      },
    };
  });
  return {
    id: "a-acheter",
    title: t("reports:refusals.toBuy"),
    empty: t("reports:refusals.noModel"),
    sheet: {
      columns: [
        { label: t("reports:column.model") },
        { label: t("reports:column.notFree"), kind: "count" },
        { label: t("reports:column.wanted"), kind: "count" },
        { label: t("reports:column.missing"), kind: "count", ifAny: true },
        { label: t("reports:column.missingOn"), kind: "day", ifAny: true },
        { label: t("reports:column.everyRefusal"), kind: "count" },
      ],
      lines: lines.toSorted((a, b) => Number(b.cells[1]) - Number(a.cells[1])),
    },
  };
}

/** Refusals by cause, beside those of the period before. */
export function causeTable(
  { t, rows }: ReportQuestion,
  byRule: readonly RefusalCount[],
  earlier: readonly RefusalCount[],
): ReportTable {
  return {
    id: "causes",
    title: t("reports:refusals.byCause"),
    empty: t("reports:refusals.none"),
    sheet: {
      columns: [
        { label: t("reports:column.cause") },
        { label: t("reports:column.refusals"), kind: "count" },
        { label: t("reports:column.refusalsBefore"), kind: "count" },
        { label: t("reports:column.associations"), kind: "count" },
      ],
      lines: byRule.map(({ rule, refusals: many, associations }) => ({
        cells: [
          causeWords(t, rule ?? ""),
          many,
          earlier.find((one) => one.about === "rule" && one.rule === rule)?.refusals ?? 0,
          associations,
        ],
        links: { 1: rows({ cause: rule ?? "" }) },
      })),
    },
  };
}

/** Refusals by month. */
export function monthTable(question: ReportQuestion, counts: readonly RefusalCount[]): ReportTable {
  const { t, lang, rows } = question;
  const months = counts.filter(({ about }) => about === "month");
  return {
    id: "mois",
    title: t("reports:refusals.byMonth"),
    empty: t("reports:refusals.none"),
    sheet: {
      columns: [
        { label: t("reports:column.month") },
        { label: t("reports:column.refusals"), kind: "count" },
        { label: t("reports:column.associations"), kind: "count" },
      ],
      lines: months
        .toSorted((a, b) => ((a.month ?? "") < (b.month ?? "") ? -1 : 1))
        .map(({ month, refusals: many, associations }) => ({
          cells: [monthWords(lang, `${month}-01`), many, associations],
          links: { 1: rows({ mois: month ?? "" }) },
        })),
    },
  };
}
