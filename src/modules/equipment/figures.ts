import { compared, type BesideFigure } from "../communes/index.ts";
import { euros } from "../../ui/money.ts";
import { refusalCounts } from "./reports/refusals/queries.ts";
import { wordsOf } from "./reports/report.ts";
import { readers } from "./reports/routes.ts";
import { urls as reports } from "./reports/urls.ts";
import { loanCounts } from "./reports/usage/queries.ts";
import type { HoursOf } from "./support-in-kind/hours.ts";
import { statementsOf } from "./support-in-kind/statements.ts";
import { urls as support } from "./support-in-kind/urls.ts";

/** What lending says beside the indicators of the programme: loans, refusals, support in kind. */
export const equipmentFigures = (hoursOf: HoursOf): BesideFigure[] => [
  {
    title: (t) => wordsOf(t, "usage").title,
    readers,
    path: (period) => reports.one("usage", period),
    read: async (tx, question) => {
      const { period, before, now, t, lang } = question;
      const over = async (days: typeof period) =>
        (await loanCounts(tx, days, now)).find((one) => one.modelId === null && one.placeId === null)?.loans ?? 0; // prettier-ignore
      const [loans, earlier] = [await over(period), await over(before)];
      return {
        value: loans.toLocaleString(lang),
        words: t("reports:usage.words", { count: loans }),
        note: compared(question, loans, earlier),
      };
    },
  },
  {
    title: (t) => wordsOf(t, "refus").title,
    readers,
    path: (period) => reports.one("refus", period),
    read: async (tx, question) => {
      const { period, before, t, lang } = question;
      const over = async (days: typeof period) =>
        (await refusalCounts(tx, days)).find(({ about }) => about === "all")?.refusals ?? 0;
      const [refusals, earlier] = [await over(period), await over(before)];
      return {
        value: refusals.toLocaleString(lang),
        words: t("reports:refusals.words", { count: refusals }),
        note: compared(question, refusals, earlier),
      };
    },
  },
  {
    title: (t) => t("reports:annex.title"),
    readers,
    path: support.annex,
    read: async (tx, { period, now, t, lang }) => {
      const { statements } = await statementsOf(tx, hoursOf, period, now);
      const total = statements.reduce((sum, { totalCents }) => sum + totalCents, 0);
      return {
        value: euros(lang, total / 100),
        words: t("reports:annex.words", { count: statements.length }),
      };
    },
  },
];
