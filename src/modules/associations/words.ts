import { localeOf, type Translate } from "../../platform/i18n/index.ts";

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
    return new Intl.DisplayNames(localeOf(lang), { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
