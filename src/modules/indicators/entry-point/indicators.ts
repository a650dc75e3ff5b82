import { anyStaff } from "../../../platform/http/person.ts";
import { longDay } from "../../../ui/dates.ts";
import { percent, type Indicator, type Period } from "../../communes/index.ts";
import { entryPointOn, existsSince, listingRows } from "./queries.ts";

const sections = 5;

/** A period is judged at its end, or today while it lasts. */
const lastDay = ({ to }: Period, today: string) => (to < today ? to : today);

/** I2.1: whether a single entry point exists, since when, and how much of it is confirmed. */
export const entryPoint: Indicator = {
  id: "I2.1",
  counts: "state",
  rowsFor: anyStaff,
  read: async (tx, { period, before, series, today, t, lang }) => {
    const on = (one: Period) => lastDay(one, today);
    const now = await entryPointOn(tx, on(period));
    const earlier = await entryPointOn(tx, on(before));
    const since = existsSince(now, on(period));
    const existed = existsSince(earlier, on(before)) !== undefined;
    const said = (day: string | null) => (day ? longDay(lang, day) : t("indicators:entry.notYet"));
    const shares: { label: string; value: number; strong: boolean }[] = [];
    for (const [at, one] of series.entries()) {
      const { listings, confirmed } = await entryPointOn(tx, on(one.period));
      const value = listings ? Math.round((confirmed / listings) * 1000) / 10 : 0;
      shares.push({ label: one.label, value, strong: at === series.length - 1 });
    }
    return {
      figure: since !== undefined,
      previous: existed,
      value: t(since ? "indicators:yes" : "indicators:no"),
      words: since
        ? t("indicators:entry.since", { date: longDay(lang, since) })
        : t("indicators:entry.none"),
      note: t(existed ? "indicators:entry.before.yes" : "indicators:entry.before.no"),
      facts: [
        { term: t("indicators:entry.directory"), value: said(now.directoryOn) },
        { term: t("indicators:entry.rules"), value: said(now.rulesOn) },
        {
          term: t("indicators:entry.confirmed"),
          value: t("indicators:entry.confirmedValue", {
            share: percent(lang, now.confirmed, now.listings) ?? t("indicators:unknown"),
            confirmed: now.confirmed.toLocaleString(lang),
            listings: now.listings.toLocaleString(lang),
          }),
        },
      ],
      charts: [
        {
          kind: "bars",
          title: t("indicators:entry.chart"),
          labels: t("indicators:column.period"),
          values: t("indicators:entry.share"),
          data: shares,
        },
      ],
    };
  },
  rows: async (tx, { period, today, t }, limit) => {
    const day = lastDay(period, today);
    const rows = await listingRows(tx, day, limit);
    const { listings } = await entryPointOn(tx, day);
    return {
      total: listings,
      linked: 0,
      columns: [
        t("indicators:column.association"),
        t("indicators:entry.held"),
        t("indicators:entry.oldest"),
        t("indicators:column.counted"),
      ],
      lines: rows.map((row) => ({
        href: `/associations/${row.slug}`,
        cells: [
          row.name,
          t("indicators:entry.heldValue", { held: row.held, sections }),
          row.oldest ?? t("indicators:entry.never"),
          t(row.held === sections ? "indicators:yes" : "indicators:no"),
        ],
      })),
    };
  },
};
