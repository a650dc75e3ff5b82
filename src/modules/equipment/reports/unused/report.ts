import { compared } from "../../../communes/index.ts";
import type { Report } from "../report.ts";
import { usesOf, type PoolUse } from "../usage/queries.ts";
import { reviewsOf } from "./queries.ts";

/** What was there less than this many days says nothing of its use. */
const leastDays = 30;

/** What of the commune nobody had for a day, though it was there. */
export const unusedOf = (uses: readonly PoolUse[]): PoolUse[] =>
  uses.filter(
    ({ owner, outDays, presentDays, units }) =>
      owner === null && outDays === 0 && units > 0 && presentDays >= leastDays * units,
  );

/** What nobody borrows: to keep, to retire, to move. */
export const unused: Report = {
  id: "jamais-sorti",
  read: async (tx, question) => {
    const { period, before, now, years, t, lang, review } = question;
    const found = unusedOf(await usesOf(tx, period, now, years));
    const earlier = unusedOf(await usesOf(tx, before, now, years));
    const reviews = await reviewsOf(tx);
    const last = (poolId: string) => reviews.find((one) => one.poolId === poolId);
    const undecided = found.filter(({ poolId }) => (last(poolId)?.on ?? "") < period.from);
    return {
      value: found.length.toLocaleString(lang),
      words: t("reports:unused.words", { count: found.length }),
      note: compared(question, found.length, earlier.length),
      facts: [{ term: t("reports:unused.toReview"), value: undecided.length.toLocaleString(lang) }],
      charts: [],
      tables: [
        {
          id: "modeles",
          title: t("reports:unused.table"),
          empty: t("reports:unused.none"),
          sheet: {
            columns: [
              { label: t("reports:column.model") },
              { label: t("reports:column.place") },
              { label: t("reports:column.units"), kind: "count" },
              { label: t("reports:column.lastOn"), kind: "day", ifAny: true },
              { label: t("reports:column.decision") },
              { label: t("reports:column.decidedOn"), kind: "day", ifAny: true },
            ],
            lines: [...undecided, ...found.filter((one) => !undecided.includes(one))].map((one) => {
              const said = last(one.poolId);
              return {
                cells: [
                  one.model,
                  one.place,
                  one.units,
                  one.lastOn,
                  said && !undecided.includes(one)
                    ? t(`reports:decision.${said.decision}`)
                    : t("reports:unused.review"),
                  said?.on ?? null,
                ],
                links: { 0: review(one.poolId), 4: review(one.poolId) },
              };
            }),
          },
        },
      ],
    };
  },
};
