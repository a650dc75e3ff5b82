import { translations, type Lang } from "../platform/i18n/index.ts";
import { words } from "../words.ts";
import type { View } from "../ui/view.ts";

const translators = translations(words);

/** A view of the invented commune, for the tests of pages: what matters to the test is given, the rest is plausible. */
export function exampleView(given: Partial<View> & { lang?: Lang } = {}): View {
  return {
    lang: "fr",
    dir: "ltr",
    t: translators(given.lang ?? "fr"),
    path: "/annuaire",
    origin: "https://assos.exemple.fr",
    href: (path) => path,
    asset: (name) => `/assets/${name}`,
    commune: {
      name: "Ville de Valmont-sur-Loire",
      siteName: "Les associations de Valmont",
      logo: undefined,
      phone: "02 41 00 00 00",
      email: "associations@valmont.example",
      hours: "Du lundi au vendredi, de 9 h à 17 h",
      languages: ["fr", "en"],
      themeCss: "/theme.css",
      demonstration: false,
    },
    tiles: undefined,
    person: undefined,
    desk: [],
    formKey: "key-1",
    notice: undefined,
    ...given,
  };
}
