import { directionOf, type Lang } from "../platform/i18n/index.ts";
import { Icon } from "./icon.tsx";
import type { View } from "./view.ts";

/** Each language by its own name: a person recognises it without reading the others. */
const ownNames: Record<Lang, string> = {
  fr: "Français",
  en: "English",
  ar: "العربية",
  es: "Español",
  pt: "Português",
  uk: "Українська",
};

/** A language by its own name, even one the interface does not have: `wo` is `Wolof`, `br` is `Brezhoneg`. */
export function ownLanguageName(code: string): string {
  if (code in ownNames) return ownNames[code as Lang];
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

/** The same path in another language; the commune's first language has no prefix. */
export const inLanguage = (view: View, path: string, lang: Lang): string =>
  lang === view.commune.languages[0] ? path : `/${lang}${path === "/" ? "" : path}`;

/** Links to the same page in each language of the commune; nothing when there is only one. */
export function LanguageChooser({ view }: { view: View }) {
  const { languages } = view.commune;
  if (languages.length < 2) return null;
  return (
    <details class="languages" data-menu>
      <summary>
        <Icon name="language" />
        <span>
          <span class="sr">{view.t("ui:layout.language")} </span>
          {ownNames[view.lang]}
        </span>
        <Icon name="open" />
      </summary>
      <ul class="plain">
        {languages.map((lang) => (
          <li>
            <a
              href={inLanguage(view, view.path, lang)}
              lang={lang}
              hreflang={lang}
              aria-current={lang === view.lang ? "true" : undefined}
            >
              {ownNames[lang]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Words in a language that is not the page's, read in their own direction, a paragraph for each of theirs. */
export function WordsIn({ lang, text }: { lang: string; text: string }) {
  return (
    <div class="flow words-in" lang={lang} dir={directionOf(lang)}>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  );
}
