import { cellWords, type SheetLine } from "../../sheets/sheet.tsx";
import { share, sum, type Report, type ReportQuestion } from "../report.ts";
import { usesOf, type PoolUse } from "../usage/queries.ts";
import { usage } from "../usage/report.ts";

type Cost = {
  modelId: string;
  model: string;
  valueCents: number | null;
  units: number;
  uses: number;
  worn: number;
  /** What was lost, at the price of a new one. */
  lost: number;
  each: number | null;
};

/** What a use of each thing of the commune costs: what is used up of it and what was lost, over its hand-overs. */
export const cost: Report = {
  id: "cout",
  // What is used up is told unit by unit; hand-overs and losses are the rows of what is lent.
  rows: usage.rows,
  read: async (tx, question) => {
    const { period, before, now, years, t, lang } = question;
    const costs = costsOf(await usesOf(tx, period, now, years));
    const earlier = costsOf(await usesOf(tx, before, now, years));
    const words = (cents: number | null) =>
      cents === null ? t("reports:cost.noUse") : cellWords(lang, "euros", Math.round(cents));
    return {
      value: words(costOfAll(costs)),
      words: t("reports:cost.words"),
      note: t("reports:cost.before", { cost: words(costOfAll(earlier)) }),
      facts: [
        {
          term: t("reports:column.worn"),
          value: cellWords(
            lang,
            "euros",
            sum(costs, (one) => one.worn),
          ),
        },
        {
          term: t("reports:column.lost"),
          value: cellWords(
            lang,
            "euros",
            sum(costs, (one) => one.lost),
          ),
        },
        { term: t("reports:cost.years"), value: t("reports:cost.yearsValue", { count: years }) },
      ],
      charts: [
        {
          kind: "bars",
          title: t("reports:cost.chart"),
          labels: t("reports:column.model"),
          values: t("reports:column.eachEuros"),
          data: costs.flatMap(({ model, each }) =>
            each === null ? [] : { label: model, value: Math.round(each) / 100 },
          ),
        },
      ],
      tables: [
        {
          id: "modeles",
          title: t("reports:cost.table"),
          empty: t("reports:usage.none"),
          sheet: {
            columns: [
              { label: t("reports:column.model") },
              { label: t("reports:column.value"), kind: "euros" },
              { label: t("reports:column.units"), kind: "count" },
              { label: t("reports:column.uses"), kind: "count" },
              { label: t("reports:column.worn"), kind: "euros" },
              { label: t("reports:column.lost"), kind: "euros" },
              { label: t("reports:column.each"), kind: "euros" },
              { label: t("reports:column.eachBefore"), kind: "euros", ifAny: true },
            ],
            lines: costs.map((one) => lineOf(question, one, earlier)),
          },
        },
      ],
    };
  },
};

/** The cost of a use of all that has a value, together. */
function costOfAll(all: readonly Cost[]): number | null {
  const valued = all.filter(({ valueCents }) => valueCents !== null);
  return share(sum(valued, ({ worn, lost }) => worn + lost), sum(valued, ({ uses }) => uses)); // prettier-ignore
}

function lineOf({ rows }: ReportQuestion, one: Cost, earlier: readonly Cost[]): SheetLine {
  const known = one.valueCents !== null;
  const was = earlier.find(({ modelId }) => modelId === one.modelId)?.each ?? null;
  return {
    cells: [
      one.model,
      one.valueCents,
      one.units,
      one.uses,
      known ? one.worn : null,
      known ? one.lost : null,
      one.each === null ? null : Math.round(one.each),
      was === null ? null : Math.round(was),
    ],
    links: {
      2: rows({ modele: one.modelId, quoi: "exemplaires" }),
      3: one.uses ? rows({ modele: one.modelId, quoi: "remises" }) : undefined,
      4: known ? rows({ modele: one.modelId, quoi: "exemplaires" }) : undefined,
      5: one.lost ? rows({ modele: one.modelId, quoi: "pertes" }) : undefined,
    },
  };
}

/** The cost of each model the commune owns, the dearest use first. What has no value has no cost. */
export function costsOf(uses: readonly PoolUse[]): Cost[] {
  const byModel = Map.groupBy(
    uses.filter(({ owner }) => owner === null),
    ({ modelId }) => modelId,
  );
  return [...byModel.values()]
    .flatMap((pools) => {
      const [first] = pools;
      if (!first) return [];
      const { modelId, model, valueCents } = first;
      const worn = sum(pools, ({ wornCents }) => wornCents);
      const lost = sum(pools, ({ losses }) => losses) * (valueCents ?? 0);
      const handed = sum(pools, (pool) => pool.uses);
      const each = valueCents === null ? null : share(worn + lost, handed);
      return { modelId, model, valueCents, units: sum(pools, ({ units }) => units), uses: handed, worn, lost, each }; // prettier-ignore
    })
    .toSorted((a, b) => (b.each ?? -1) - (a.each ?? -1));
}
