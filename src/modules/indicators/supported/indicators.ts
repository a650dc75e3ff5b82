import { anyStaff } from "../../../platform/http/person.ts";
import { longDay } from "../../../ui/dates.ts";
import { supportKinds } from "../../associations/index.ts";
import type { Tx } from "../../../platform/db/database.ts";
import {
  compared,
  percent,
  type Indicator,
  type Question,
  type Rows,
  type Reading,
} from "../../communes/index.ts";
import { supportedOver, supportedRows, type Supported, type SupportedRow } from "./queries.ts";

const none: Supported = { associations: 0, employers: 0, events: 0, byKind: {} };

/** A figure of associations over a period: what it counts, what it says, and the rows of which it is made. */
function counting(of: {
  id: Indicator["id"];
  count: "associations" | "employers";
  words: "words" | "employers";
  chart: "chart" | "employersChart";
  facts: (question: Question, now: Supported, earlier: Supported) => Reading["facts"];
  which: (row: SupportedRow) => boolean;
}): Indicator {
  const { id, count, which } = of;
  return {
    id,
    // Associations are public bodies: their number is never masked, however small.
    counts: "associations",
    rowsFor: anyStaff,
    read: async (tx, question) => {
      const { period, before, series, t, lang } = question;
      const all = await supportedOver(tx, [...series.map((one) => one.period), period, before]);
      const now = all.at(-2) ?? none;
      const earlier = all.at(-1) ?? none;
      return {
        figure: now[count],
        previous: earlier[count],
        value: now[count].toLocaleString(lang),
        words: t(`indicators:supported.${of.words}`, { count: now[count] }),
        note: compared(question, now[count], earlier[count]),
        facts: of.facts(question, now, earlier),
        charts: [
          {
            kind: "bars",
            title: t(`indicators:supported.${of.chart}`),
            labels: t("indicators:column.period"),
            values: t("indicators:supported.value"),
            data: series.map(({ label }, at) => ({
              label,
              value: all[at]?.[count] ?? 0,
              strong: at === series.length - 1,
            })),
          },
        ],
      };
    },
    rows: (tx, question, limit) => rowsOf(tx, question, which, limit),
  };
}

/** I1.1: associations supported on digital matters in the period, in whatever way, by way. */
export const supported = counting({
  id: "I1.1",
  count: "associations",
  words: "words",
  chart: "chart",
  facts: ({ t, lang }, now, earlier) => [
    { term: t("indicators:supported.events"), value: now.events.toLocaleString(lang) },
    ...supportKinds.map((kind) => ({
      term: t(`support:kind.${kind}`),
      value: t("indicators:supported.kindValue", {
        now: (now.byKind[kind] ?? 0).toLocaleString(lang),
        earlier: (earlier.byKind[kind] ?? 0).toLocaleString(lang),
      }),
    })),
  ],
  which: () => true,
});

/** I5.1: those of them that the commune designated as employers. */
export const employersSupported = counting({
  id: "I5.1",
  count: "employers",
  words: "employers",
  chart: "employersChart",
  facts: ({ t, lang }, now) => [
    {
      term: t("indicators:supported.share"),
      value: t("indicators:supported.shareValue", {
        share: percent(lang, now.employers, now.associations) ?? t("indicators:unknown"),
        all: now.associations.toLocaleString(lang),
      }),
    },
  ],
  which: ({ employer }) => employer,
});

async function rowsOf(
  tx: Tx,
  { period, t, lang }: Question,
  which: (row: SupportedRow) => boolean,
  limit?: number,
): Promise<Rows> {
  const rows = (await supportedRows(tx, period)).filter(which);
  return {
    total: rows.length,
    linked: 0,
    columns: [
      t("indicators:column.association"),
      t("indicators:supported.kind"),
      t("indicators:supported.day"),
    ],
    lines: rows.slice(0, limit).map((row) => ({
      href: `/associations/${row.slug}`,
      cells: [row.name, t(`support:kind.${row.kind}`), longDay(lang, row.day)],
    })),
  };
}
