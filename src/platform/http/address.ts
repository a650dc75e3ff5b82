import { languages, type Lang } from "../i18n/index.ts";

/** Path of a request, without building a URL. */
export function pathOf(request: Request): string {
  const start = request.url.indexOf("/", 8);
  const query = request.url.indexOf("?", start);
  return query < 0 ? request.url.slice(start) : request.url.slice(start, query);
}

const foreign = new Set<string>(languages.filter((lang) => lang !== "fr"));

/** What agents and those who keep an association work in: written in French alone, whatever the address asks. */
const frenchAlone =
  /^\/(gestion|espace\/fiches|espace\/materiel\/(modeles|exemplaires|lieux))(\/|$)/;

/**
 * The language is in the address: `/en/annuaire` is `/annuaire` in English; French has no prefix. `asked` is the language
 * of the links to other pages: the one of the address, even where the page itself is in French.
 */
export function splitLanguage(whole: string): { lang: Lang; asked: Lang; path: string } {
  const end = whole.indexOf("/", 1);
  const first = end < 0 ? whole.slice(1) : whole.slice(1, end);
  if (!foreign.has(first)) return { lang: "fr", asked: "fr", path: whole };
  const asked = first as Lang;
  const path = end < 0 ? "/" : whole.slice(end);
  return { lang: frenchAlone.test(path) ? "fr" : asked, asked, path };
}
