import type { Someone, TestSite } from "./site.ts";

export type Crawled = { path: string; html: string };

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Their filters combine at will: one address for each choice of a view is enough. */
const combined = /^(\/[a-z]{2})?\/(activites|agenda)$/;

/** Addresses of the same kind, seen as one: identifiers and slugs forgotten, names of the query kept. */
export function kindOf(path: string): string {
  const url = new URL(path, "http://x");
  const view = url.searchParams.get("vue");
  if (combined.test(url.pathname)) return view ? `${url.pathname}?vue=${view}` : url.pathname;
  const names = [...new Set(url.searchParams.keys())].sort().join("&");
  const shape = url.pathname
    .replace(uuid, ":id")
    .replace(/^(\/[a-z]{2})?\/(associations|activites)\/[^/]+/, "$1/$2/:slug");
  return names ? `${shape}?${names}` : shape;
}

/** Addresses that one screen answers: the filters and the codes of a list forgotten, the choice of a view kept. */
export function screenOf(path: string): string {
  const url = new URL(path, "http://x");
  const shape = kindOf(url.pathname).replace(/\/I?\d+\.\d+(?=\/|$)/g, "/:code");
  const view = url.searchParams.get("vue");
  return view ? `${shape}?vue=${view}` : shape;
}

const linked = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src)="(\/[^"#]*)(?:#[^"]*)?"/g)].map((found) =>
    (found[1] ?? "").replaceAll("&amp;", "&"),
  );

/**
 * Every page someone can reach by following links from some first addresses, at most `perKind` of each kind.
 * A link that breaks (5xx) or leads nowhere (404) is told by its page.
 */
export async function crawl(
  site: TestSite,
  as: Someone,
  first: readonly string[],
  perKind = 1,
): Promise<{ pages: Crawled[]; broken: string[] }> {
  const seen = new Set<string>();
  const taken = new Map<string, number>();
  const waiting = first.map((path) => ({ path, from: "the start" }));
  const pages: Crawled[] = [];
  const broken: string[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, from } = next;
    const kind = kindOf(path);
    // Municipal pages are in French: their other languages are not walked again.
    if (as !== "resident" && /^\/[a-z]{2}(?=[/?]|$)/.test(path)) continue;
    if (seen.has(path) || (taken.get(kind) ?? 0) >= perKind || path.startsWith("/assets/"))
      continue;
    seen.add(path);
    taken.set(kind, (taken.get(kind) ?? 0) + 1);
    const answer = await site.get(path, { as });
    if (answer.status >= 400) broken.push(`${answer.status} ${path} (linked from ${from})`);
    const type = answer.headers.get("content-type") ?? "";
    if (answer.status !== 200 || !type.startsWith("text/html")) {
      if (answer.location?.startsWith("/")) waiting.push({ path: answer.location, from: path });
      continue;
    }
    pages.push({ path, html: answer.html });
    for (const to of linked(answer.html)) waiting.push({ path: to, from: path });
  }
  return { pages, broken };
}
