import i18next, { type TFunction, type TOptions } from "i18next";

/** Languages the interface knows. `fr` is the reference: its catalogues are complete at compile time. */
export const languages = ["fr", "en", "ar", "es", "pt", "uk"] as const;
export type Lang = (typeof languages)[number];

/** Languages written from right to left. */
const rightToLeft: ReadonlySet<Lang> = new Set(["ar"]);

/** Text direction for the `dir` attribute. */
export const directionOf = (lang: Lang): "ltr" | "rtl" => (rightToLeft.has(lang) ? "rtl" : "ltr");

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
    for (const [lang, words] of Object.entries(byLanguage)) (resources[lang] ??= {})[room] = words;
  void instance.init({
    lng: "fr",
    fallbackLng: "fr",
    ns: Object.keys(catalogues),
    defaultNS: "ui",
    resources,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  const made = new Map<Lang, Translate>();
  return (lang) => {
    let t = made.get(lang);
    if (!t)
      made.set(
        lang,
        (t = quick(instance.getFixedT(lang) as unknown as Say, wholeSentences(catalogues, lang))),
      );
    return t;
  };
}

type Say = (key: string, options?: TOptions) => string;

/** A page says hundreds of sentences, most of them whole: those are read from a map, the others made by i18next. */
function quick(made: Say, whole: ReadonlyMap<string, string>): Translate {
  const t: Say = (key, options) =>
    (options === undefined ? whole.get(key) : undefined) ?? made(key, options);
  return t as unknown as Translate;
}

/** Sentences of a language without anything to fill in, by their whole key (`ui:search.button`), French where it is silent. */
function wholeSentences(catalogues: Catalogues, lang: Lang): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const collect = (prefix: string, words: Catalogue): void => {
    for (const [name, value] of Object.entries(words))
      if (typeof value !== "string") collect(`${prefix}${name}.`, value);
      else if (!/\{\{|\$t\(/.test(value)) found.set(prefix + name, value);
  };
  for (const [room, byLanguage] of Object.entries(catalogues))
    for (const one of [byLanguage.fr, byLanguage[lang]]) if (one) collect(`${room}:`, one);
  return found;
}

export type { TOptions };
