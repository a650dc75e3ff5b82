import type { Lang } from "../platform/i18n/index.ts";
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
