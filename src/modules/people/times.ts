import type { Lang } from "../../platform/i18n/index.ts";

const inFrance = { timeZone: "Europe/Paris" } as const;

/** "mardi 3 novembre à 18 h 05": the moment as people say it. */
export const momentWords = (lang: Lang, at: Date): string =>
  lang === "fr"
    ? `${dayWords(lang, at)} à ${hourWords(lang, at)}`
    : `${dayWords(lang, at)}, ${hourWords(lang, at)}`;

/** "mardi 3 novembre 2026". */
export const dayWords = (lang: Lang, at: Date): string =>
  new Intl.DateTimeFormat(lang, { ...inFrance, dateStyle: "full" }).format(at);

/** "18 h 05", "18:05" in other languages. */
export function hourWords(lang: Lang, at: Date): string {
  const parts = new Intl.DateTimeFormat(lang, {
    ...inFrance,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const text = parts.format(at);
  if (lang !== "fr") return text;
  const [hour = "", minute = ""] = text.split(":");
  return minute === "00" ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`;
}
