import { inLanguage, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";

/** Where an association is read in a language: the site in that language when the commune offers it, else its texts alone. */
export function readingAddress(view: View, slug: string, lang: string): string {
  const offered = view.commune.languages.find((one) => one === lang);
  return offered
    ? inLanguage(view, urls.listing(slug), offered)
    : view.href(`${urls.listing(slug)}?texte=${lang}`);
}
