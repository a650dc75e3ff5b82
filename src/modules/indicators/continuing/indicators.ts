import { anyStaff } from "../../../platform/http/person.ts";
import { longDay } from "../../../ui/dates.ts";
import {
  compared,
  percent,
  seasonYear,
  type Indicator,
  type Period,
} from "../../communes/index.ts";
import { continuingIn, continuingRows, parts, type Continuing } from "./queries.ts";

/** A period is judged on the season of its last day, or of today while it lasts. */
const judged = ({ to }: Period, today: string) => {
  const day = to < today ? to : today;
  return { day, season: seasonYear(day) };
};

const goOn = ({ kept, renewed }: Continuing): number => kept + renewed;
const hadBefore = (of: Continuing): number => goOn(of) + of.stopped + of.waiting;

/** I1.2: activities of the season that go on from the one before: kept as they were, or renewed with changes. */
export const continuing: Indicator = {
  id: "I1.2",
  // Activities of public bodies are not people: never masked.
  counts: "acts",
  rowsFor: anyStaff,
  read: async (tx, question) => {
    const { period, before, series, today, t, lang } = question;
    const of = (one: Period) => {
      const { season, day } = judged(one, today);
      return continuingIn(tx, season, day);
    };
    const now = await of(period);
    const earlier = await of(before);
    const data: { label: string; value: number; strong: boolean }[] = [];
    for (const [at, one] of series.entries())
      data.push({ label: one.label, value: goOn(await of(one.period)), strong: at === series.length - 1 }); // prettier-ignore
    const { season } = judged(period, today);
    return {
      figure: goOn(now),
      previous: goOn(earlier),
      value: goOn(now).toLocaleString(lang),
      words: t("indicators:continuing.words", { count: goOn(now), season: `${season}-${season + 1}` }), // prettier-ignore
      note: compared(question, goOn(now), goOn(earlier)),
      facts: [
        {
          term: t("indicators:continuing.share"),
          value: t("indicators:continuing.shareValue", {
            share: percent(lang, goOn(now), hadBefore(now)) ?? t("indicators:unknown"),
            continuing: goOn(now).toLocaleString(lang),
            before: hadBefore(now).toLocaleString(lang),
          }),
        },
        ...parts.map((part) => ({
          term: t(`indicators:continuing.part.${part}`),
          value: now[part].toLocaleString(lang),
        })),
      ],
      charts: [
        {
          kind: "bars",
          title: t("indicators:continuing.chart"),
          labels: t("indicators:column.period"),
          values: t("indicators:continuing.value"),
          data,
        },
      ],
    };
  },
  rows: async (tx, { period, today, t, lang }, limit) => {
    const { season, day } = judged(period, today);
    const rows = await continuingRows(tx, season, day);
    return {
      total: rows.length,
      linked: 0,
      columns: [
        t("indicators:continuing.activity"),
        t("indicators:column.association"),
        t("indicators:continuing.season"),
        t("indicators:continuing.became"),
        t("indicators:continuing.on"),
        t("indicators:column.counted"),
      ],
      lines: rows.slice(0, limit).map((row) => ({
        href: `/activites/${row.slug}`,
        cells: [
          row.title,
          row.association,
          `${row.season}-${row.season + 1}`,
          t(`indicators:continuing.part.${row.part}`),
          row.on ? longDay(lang, row.on) : null,
          t(row.part === "kept" || row.part === "renewed" ? "indicators:yes" : "indicators:no"),
        ],
      })),
    };
  },
};
