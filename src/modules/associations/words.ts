import type { Translate } from "../../platform/i18n/index.ts";

/** `3 septembre 2026` */
export const dayWords = (lang: string, day: string | Date): string =>
  new Date(typeof day === "string" ? `${day}T12:00:00Z` : day).toLocaleDateString(lang, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "Europe/Paris",
  });

/** `03/09/2026`, for tables. */
export const shortDay = (lang: string, at: Date): string =>
  at.toLocaleDateString(lang, { dateStyle: "short", timeZone: "Europe/Paris" });

/** `3 septembre 2026 à 14:05` */
export const momentWords = (lang: string, at: Date): string =>
  at.toLocaleString(lang, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Paris",
  });

/** A word of a code list; a code no longer known is shown as it is. */
export function codeWord(
  t: Translate,
  list: "theme" | "public" | "state" | "legalForm" | "access" | "section",
  code: string,
): string {
  const key = `associations:${list}.${code}`;
  const word = t(key as never) as string;
  return word === key || word === `${list}.${code}` ? code : word;
}

/** A language by its name: `anglais`. */
export function languageWord(t: Translate, lang: string, code: string): string {
  if (code === "fsl") return t("registry:signLanguage");
  try {
    return new Intl.DisplayNames(lang, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
