import { associationUrls } from "../../../associations/index.ts";
import { compared } from "../../../communes/index.ts";
import { refusals } from "../refusals/report.ts";
import type { Report } from "../report.ts";
import { activeAssociations, unservedIn } from "./queries.ts";

/** Active associations that had nothing, those that asked in vain first. */
export const unserved: Report = {
  id: "non-servies",
  rows: refusals.rows,
  read: async (tx, question) => {
    const { period, before, now, t, lang, rows } = question;
    const found = await unservedIn(tx, period, now);
    const earlier = await unservedIn(tx, before, now);
    const active = await activeAssociations(tx);
    const refused = found.filter((one) => one.refusals > 0);
    return {
      value: found.length.toLocaleString(lang),
      words: t("reports:unserved.words", { count: found.length, active }),
      note: compared(question, found.length, earlier.length),
      facts: [
        { term: t("reports:unserved.refused"), value: refused.length.toLocaleString(lang) },
        {
          term: t("reports:unserved.never"),
          value: found.filter(({ lastOn }) => lastOn === null).length.toLocaleString(lang),
        },
      ],
      charts: [],
      tables: [
        {
          id: "associations",
          title: t("reports:unserved.table"),
          empty: t("reports:unserved.none"),
          sheet: {
            columns: [
              { label: t("reports:column.association") },
              { label: t("reports:column.refusals"), kind: "count" },
              { label: t("reports:column.lastOn"), kind: "day", ifAny: true },
            ],
            lines: found.map((one) => ({
              cells: [one.name, one.refusals, one.lastOn],
              links: {
                0: associationUrls.one(one.id),
                1: one.refusals ? rows({ association: one.id }) : undefined,
              },
            })),
          },
        },
      ],
    };
  },
};
