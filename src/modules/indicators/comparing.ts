import type { Translate } from "../../platform/i18n/index.ts";
import { longDay } from "../../ui/dates.ts";
import type { Period } from "../communes/index.ts";
import { kindOfPeriod } from "./periods.ts";

/** A period in words: "année 2026", "saison 2025-2026", "du 3 mars au 5 avril 2026". */
export function periodWords(t: Translate, lang: string, period: Period): string {
  const year = period.from.slice(0, 4);
  switch (kindOfPeriod(period)) {
    case "year":
      return t("indicators:period.year", { year });
    case "season":
      return t("indicators:period.season", { season: `${year}-${period.to.slice(0, 4)}` });
    case "days":
      return t("indicators:period.days", {
        from: longDay(lang, period.from),
        to: longDay(lang, period.to),
      });
  }
}

/** "40 de plus que l’année précédente", or as many, or fewer. */
export function compared(t: Translate, now: number, earlier: number, period: Period): string {
  const than = t(`indicators:compare.than.${kindOfPeriod(period)}`);
  if (now === earlier) return t("indicators:compare.same", { than });
  const count = Math.abs(now - earlier);
  return t(now > earlier ? "indicators:compare.more" : "indicators:compare.fewer", { count, than });
}

/** A share as a percentage with one decimal; undefined of nothing. */
export function percent(lang: string, part: number, whole: number): string | undefined {
  if (whole === 0) return undefined;
  return (part / whole).toLocaleString(lang, { style: "percent", maximumFractionDigits: 1 });
}
