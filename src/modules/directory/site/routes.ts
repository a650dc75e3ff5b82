import { dayOf } from "../../../platform/clock.ts";
import { page, type Answer } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { freshnessMeter, freshnessRules, themes } from "../../associations/index.ts";
import type { SearchBeside } from "../../language/index.ts";
import { urls } from "../urls.ts";
import { meterPage } from "./meter-page.tsx";
import { rulesPage } from "./rules-page.tsx";

const text = (body: string, type: string): Answer => ({
  status: 200,
  headers: { "content-type": `${type}; charset=utf-8` },
  body,
});

type Addresses = SearchBeside["addresses"];

/** Pages search engines are told about besides the associations. */
const pages = [
  urls.home,
  urls.list,
  urls.rules,
  urls.meter,
  urls.propose,
  urls.join,
  urls.contact,
  "/engagements",
  "/actualites",
  "/lieux-ressources",
  ...themes.map(urls.theme),
];

/** Rules, freshness, and what robots read; `others` gives the addresses of what other rooms publish. */
export const siteRoutes = (others: readonly Addresses[]): Route[] => [
  get(
    urls.rules,
    anyone,
    async (ask) => {
      ask.count("rules");
      return page(rulesPage(ask.view, await freshnessRules(ask.tx)));
    },
    { cached: true },
  ),
  get(
    urls.meter,
    anyone,
    async (ask) => {
      ask.count("meter");
      const day = dayOf(ask.now);
      return page(meterPage(ask.view, await freshnessMeter(ask.tx, day), day));
    },
    { cached: true },
  ),
  get(
    "/robots.txt",
    anyone,
    (ask) =>
      text(
        `User-agent: *\nDisallow: /gestion\nDisallow: /espace\nDisallow: /connexion\nDisallow: /*/ecrire$\nDisallow: /selection\n\nSitemap: ${ask.view.origin}/sitemap.xml\n`,
        "text/plain",
      ),
    { cached: true },
  ),
  get("/sitemap.xml", anyone, async (ask) => text(await siteMap(ask, others), "application/xml"), {
    cached: true,
  }),
];

// The protocol's own limit is 50,000 addresses a file (sitemaps.org).
const most = 20_000;

/** Every public page in every language of the commune, each saying where its translations are. */
async function siteMap(ask: Ask, others: readonly Addresses[]): Promise<string> {
  const slugs = await ask.tx
    .selectFrom("search_document")
    .select("slug")
    .where("state", "<>", "ceased")
    .orderBy("slug")
    .limit(most)
    .execute();
  const { origin } = ask.view;
  const { languages } = ask.tenant.view;
  const address = (path: string, lang: string) =>
    escaped(origin + (lang === languages[0] ? path : `/${lang}${path === "/" ? "" : path}`));
  const entry = (path: string) => {
    const alternates =
      languages.length > 1
        ? languages
            .map(
              (lang) =>
                `<xhtml:link rel="alternate" hreflang="${lang}" href="${address(path, lang)}"/>`,
            )
            .join("")
        : "";
    return languages
      .map((lang) => `<url><loc>${address(path, lang)}</loc>${alternates}</url>`)
      .join("\n");
  };
  const added = await Promise.all(others.map((one) => one(ask.tx, most)));
  const paths = [...pages, ...slugs.map(({ slug }) => urls.association(slug)), ...added.flat()];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${paths.map(entry).join("\n")}\n</urlset>\n`;
}

const escaped = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
