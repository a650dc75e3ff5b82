import type { Translate } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import type { Period, Question } from "../indicator.ts";
import { kindOfPeriod } from "./periods.ts";

/** A period in words, inside a sentence: "année 2026", "saison 2025-2026", "période du 3 mars au 5 avril 2026". */
export const periodWords = (t: Translate, lang: string, period: Period): string =>
  t(`period:of.${kindOfPeriod(period)}`, partsOf(lang, period));

/** The same as a title. */
export const periodHeading = (t: Translate, lang: string, period: Period): string =>
  t(`period:heading.${kindOfPeriod(period)}`, partsOf(lang, period));

const partsOf = (lang: string, { from, to }: Period) => ({
  year: from.slice(0, 4),
  season: `${from.slice(0, 4)}-${to.slice(0, 4)}`,
  from: longDay(lang, from),
  to: longDay(lang, to),
});

/** "40 de plus que l’année précédente", or as many, or fewer. */
export function compared(
  { t, lang, period }: Pick<Question, "t" | "lang" | "period">,
  now: number,
  earlier: number,
): string {
  const than = t(`period:compare.than.${kindOfPeriod(period)}`);
  if (now === earlier) return t("period:compare.same", { than });
  const many = Math.abs(now - earlier).toLocaleString(lang);
  return t(now > earlier ? "period:compare.more" : "period:compare.fewer", { many, than });
}

/** A share as a percentage with one decimal; undefined of nothing. */
export function percent(lang: string, part: number, whole: number): string | undefined {
  if (whole === 0) return undefined;
  return (part / whole).toLocaleString(lang, { style: "percent", maximumFractionDigits: 1 });
}
