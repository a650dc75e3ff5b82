import { anyStaff } from "../../../platform/http/person.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { compared, daysIn, type Chart, type Indicator } from "../../communes/index.ts";
import {
  countViewRows,
  totalViews,
  viewRows,
  viewsBy,
  viewsOver,
  type Counted,
} from "./queries.ts";

/** Up to this many days a chart has a point a day, then a point a month. */
const mostDailyPoints = 62;

const kinds = ["home", "search", "directory", "association", "activity", "selection", "map", "agenda", "calendar", "data", "rules", "meter", "news"] as const; // prettier-ignore
const channels = ["site", "widget", "feed", "api"] as const;

/** The word of a kind of page; a kind without word shows its code, never nothing. */
const kindWords = (t: Translate, code: string): string => {
  const known = kinds.find((kind) => kind === code);
  return known ? t(`indicators:views.kind.${known}`) : code;
};
export const channelWords = (t: Translate, code: string): string => {
  const known = channels.find((channel) => channel === code);
  return known ? t(`indicators:views.channel.${known}`) : code;
};

/** I2.2: views of the directory, robots left out, by kind of page and by channel. */
export const views: Indicator = {
  id: "I2.2",
  // Views are counted without anything about who looked: they are not people, nothing is masked.
  counts: "views",
  rowsFor: anyStaff,
  read: async (tx, question) => {
    const { period, before, today, t, lang } = question;
    const now = await totalViews(tx, period);
    const earlier = await totalViews(tx, before);
    const byKind = await viewsBy(tx, period, "page_kind");
    const byChannel = await viewsBy(tx, period, "channel");
    const bars = (
      title: string,
      labels: string,
      counted: readonly Counted[],
      word: typeof kindWords,
    ): Chart => ({
      kind: "bars",
      title,
      labels,
      values: t("indicators:views.value"),
      data: counted.map(({ code, views }) => ({ label: word(t, code), value: views })),
    });
    const step = daysIn(period) > mostDailyPoints ? "month" : "day";
    // Days to come have no views yet: they are not drawn as none.
    const drawn = { ...period, to: period.to < today ? period.to : today };
    const over = drawn.to < drawn.from ? [] : await viewsOver(tx, drawn, step);
    return {
      figure: now,
      previous: earlier,
      value: now.toLocaleString(lang),
      words: t("indicators:views.words", { count: now }),
      note: compared(question, now, earlier),
      facts: [],
      charts: [
        {
          kind: "line",
          title: t(`indicators:views.over.${step}`),
          labels: t(`indicators:views.step.${step}`),
          values: t("indicators:views.value"),
          data: over.map(({ start, views }) => ({
            label: shortLabel(lang, start, step),
            value: views,
          })),
        },
        bars(t("indicators:views.byKind"), t("indicators:column.kind"), byKind, kindWords),
        bars(
          t("indicators:views.byChannel"),
          t("indicators:column.channel"),
          byChannel,
          channelWords,
        ),
      ],
    };
  },
  rows: async (tx, { period, t }, limit) => ({
    total: await countViewRows(tx, period),
    linked: 3,
    columns: [
      t("indicators:column.day"),
      t("indicators:column.kind"),
      t("indicators:column.channel"),
      t("indicators:column.association"),
      t("indicators:views.value"),
    ],
    lines: (await viewRows(tx, period, limit)).map((row) => ({
      href: row.slug ? `/associations/${row.slug}` : undefined,
      cells: [row.day, kindWords(t, row.kind), channelWords(t, row.channel), row.name, row.views],
    })),
  }),
};

/** "3 mars" for a day, "mars 2026" for a month. */
function shortLabel(lang: string, start: string, step: "day" | "month"): string {
  const parts = step === "day" ? ({ day: "numeric" } as const) : ({ year: "numeric" } as const);
  return new Date(`${start}T12:00:00Z`).toLocaleDateString(lang, {
    month: "short",
    timeZone: "UTC",
    ...parts,
  });
}
