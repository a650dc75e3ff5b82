import type { Lang } from "../../platform/i18n/index.ts";

/** `2026-09-03` as people say it: "3 septembre 2026", "1er septembre 2026". */
export function dayInWords(lang: Lang, day: string): string {
  const formatter = (formatters[lang] ??= new Intl.DateTimeFormat(lang, {
    dateStyle: "long",
    timeZone: "UTC",
  }));
  const words = formatter.format(new Date(`${day}T00:00:00Z`));
  return lang === "fr" ? words.replace(/^1 /, "1er ") : words;
}

const formatters: Partial<Record<Lang, Intl.DateTimeFormat>> = {};

/** A distance in kilometres as people say it: "à 450 m", "à 2,3 km". */
export const distanceInWords = (lang: Lang, kilometres: number): string =>
  kilometres < 1
    ? `${Math.max(50, Math.round(kilometres * 20) * 50)} m`
    : `${(Math.round(kilometres * 10) / 10).toLocaleString(lang)} km`;
