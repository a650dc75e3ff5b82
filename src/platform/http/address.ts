import { languages, type Lang } from "../i18n/index.ts";

/** Path of a request, without building a URL. */
export function pathOf(request: Request): string {
  const start = request.url.indexOf("/", 8);
  const query = request.url.indexOf("?", start);
  return query < 0 ? request.url.slice(start) : request.url.slice(start, query);
}

const foreign = new Set<string>(languages.filter((lang) => lang !== "fr"));

/** The language is in the address: `/en/annuaire` is `/annuaire` in English; French has no prefix. */
export function splitLanguage(path: string): { lang: Lang; path: string } {
  const end = path.indexOf("/", 1);
  const first = end < 0 ? path.slice(1) : path.slice(1, end);
  if (!foreign.has(first)) return { lang: "fr", path };
  return { lang: first as Lang, path: end < 0 ? "/" : path.slice(end) };
}
