import i18next, { type TFunction, type TOptions } from "i18next";
import { eliding, formatters, ofName } from "./elision.ts";
import { frenchType } from "./french-type.ts";
import { commaList, isolating } from "./isolating.ts";
import { quick, wholeSentences, type Say } from "./quick.ts";

/** Languages the interface knows. `fr` is the reference: its catalogues are complete at compile time. */
export const languages = ["fr", "en", "ar", "es", "pt", "uk"] as const;
export type Lang = (typeof languages)[number];

/** Languages written from right to left, among those of the interface and those people write in. */
const rightToLeft: ReadonlySet<string> = new Set(["ar", "fa", "ps"]);

/** Text direction for the `dir` attribute. */
export const directionOf = (lang: string): "ltr" | "rtl" => (rightToLeft.has(lang) ? "rtl" : "ltr");

/**
 * How a language writes its dates, amounts and plurals: plain `pt` would follow Brazil ("€ 12,50", "0 associação").
 */
export const localeOf = (lang: string): string => (lang === "pt" ? "pt-PT" : lang);

/** What stands between a label and what it says: French alone keeps a space before it. */
export const colon = (lang: string): string => (lang === "fr" ? "\u00a0: " : ": ");

/** `t("ui:pagination.next", { page: 2 })`: a sentence in the language of the request. Keys are typed from the French catalogues. */
export type Translate = TFunction<
  readonly (keyof import("i18next").CustomTypeOptions["resources"])[]
>;

export type Catalogue = { [key: string]: string | Catalogue };
/** Catalogues by room, then by language. */
export type Catalogues = Record<string, Partial<Record<Lang, Catalogue>>>;

/**
 * Builds the translators from the rooms' catalogues. A key missing in a language falls back to French.
 * `translations(catalogues)("en")` gives the English `t`.
 */
export function translations(catalogues: Catalogues): (lang: Lang) => Translate {
  const instance = i18next.createInstance();
  const resources: Record<string, Record<string, Catalogue>> = {};
  for (const [room, byLanguage] of Object.entries(catalogues))
    for (const [lang, words] of Object.entries(byLanguage))
      (resources[localeOf(lang)] ??= {})[room] = lang === "fr" ? typeset(words) : words;
  void instance.init({
    lng: "fr",
    fallbackLng: "fr",
    ns: Object.keys(catalogues),
    defaultNS: "ui",
    resources,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  for (const [name, said] of Object.entries(formatters))
    instance.services.formatter?.add(name, said);
  const made = new Map<Lang, Translate>();
  return (lang) => {
    let t = made.get(lang);
    if (!t) {
      const say = instance.getFixedT(localeOf(lang)) as unknown as Say;
      const apart = directionOf(lang) === "rtl" ? isolating(say) : say;
      made.set(lang, (t = quick(apart, wholeSentences(resources, localeOf(lang)))));
    }
    return t;
  };
}

/** A French catalogue, set as French is printed. */
const typeset = (words: Catalogue): Catalogue =>
  Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === "string" ? eliding(frenchType(value)) : typeset(value),
    ]),
  );

export { commaList, frenchType, ofName };
export type { TOptions };
