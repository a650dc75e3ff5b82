import type { ComponentChildren, VNode } from "preact";
import { render } from "preact-render-to-string";
import { localeOf, type Lang } from "../platform/i18n/index.ts";
import { inLanguage } from "./languages.tsx";
import type { View } from "./view.ts";

/** What a page says of itself besides its content. */
export type PageOptions = {
  /** Title of the page alone; the site's name is added. */
  title: string;
  /** One sentence for search engines, under 160 characters. */
  description?: string | undefined;
  /** `text` keeps a readable column; `wide` (the default) uses the whole page. */
  main?: "text" | "wide";
  /** Address told to search engines when it differs from the page's own (`/annuaire` for a filtered list). */
  canonical?: string | undefined;
  /** Addresses of the neighbouring pages of a long list. */
  previous?: string | undefined;
  next?: string | undefined;
  /** True for pages that search engines must leave out. */
  hidden?: boolean;
  /** True when the page shows a form with errors: the title says so first. */
  wrong?: boolean;
  /** True where an address of oEmbed says how to show the page on another site. */
  embeds?: boolean;
  /** schema.org descriptions, written as JSON-LD data blocks. */
  jsonLd?: readonly object[];
  /** Path of the main navigation entry to mark as current, `/annuaire` for instance. */
  section?: string | undefined;
};

/** The whole HTML document around the body. */
export function htmlDocument(view: View, options: PageOptions, body: ComponentChildren): string {
  return `<!doctype html>${render(
    <html lang={localeOf(view.lang)} dir={view.dir}>
      <Head view={view} options={options} />
      <body>
        <a class="skip" href="#contenu">
          {view.t("ui:layout.skip")}
        </a>
        {body}
      </body>
    </html>,
  )}`;
}

/** A piece of the site that stands in the frame of another one: what it leads to opens in the whole window. */
export function framedDocument(
  view: View,
  { title, colours }: { title: string; colours: string | undefined },
  body: ComponentChildren,
): string {
  return `<!doctype html>${render(
    <html lang={localeOf(view.lang)} dir={view.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${view.commune.siteName}`}</title>
        <meta name="robots" content="noindex" />
        <base target="_top" />
        <link rel="stylesheet" href={view.asset("app.css")} />
        <link rel="stylesheet" href={view.commune.themeCss} />
        {colours && <link rel="stylesheet" href={colours} />}
        <script type="module" src={view.asset("framed.js")} />
      </head>
      <body>{body}</body>
    </html>,
  )}`;
}

/** A piece of HTML to be put in another page. */
export const fragmentOf = (piece: VNode): string => render(piece);

function Head({ view, options }: { view: View; options: PageOptions }) {
  const { t, commune, origin } = view;
  const title = options.wrong ? t("ui:layout.wrongTitle", { title: options.title }) : options.title;
  const canonical = options.canonical ?? view.path;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === commune.siteName ? title : `${title} · ${commune.siteName}`}</title>
      {options.description && <meta name="description" content={options.description} />}
      <meta property="og:title" content={options.title} />
      <meta property="og:site_name" content={commune.siteName} />
      <meta property="og:type" content="website" />
      {options.description && <meta property="og:description" content={options.description} />}
      {options.previous && <link rel="prev" href={options.previous} />}
      {options.next && <link rel="next" href={options.next} />}
      {options.hidden ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={origin + inLanguage(view, canonical, view.lang)} />
          <link
            rel="alternate"
            type="application/atom+xml"
            href="/nouveautes.atom"
            title={t("ui:layout.news")}
          />
          <link
            rel="alternate"
            type="text/calendar"
            href="/agenda.ics"
            title={t("ui:layout.agenda")}
          />
          {options.embeds && (
            <link
              rel="alternate"
              type="application/json+oembed"
              href={`${origin}/oembed?${new URLSearchParams({ url: origin + view.href(view.path) })}`}
              title={options.title}
            />
          )}
          {commune.languages.length > 1 &&
            commune.languages.map((lang: Lang) => (
              <link
                rel="alternate"
                hreflang={lang}
                href={origin + inLanguage(view, canonical, lang)}
              />
            ))}
        </>
      )}
      <link
        rel="preload"
        href={view.asset("text.woff2")}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={view.asset("app.css")} />
      <link rel="stylesheet" href={commune.themeCss} />
      <link rel="icon" href="/icone.svg" type="image/svg+xml" />
      <script type="module" src={view.asset("app.js")} />
      {options.jsonLd?.map((data) => (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: dataBlock(data) }} />
      ))}
    </head>
  );
}

/** JSON that cannot close its own `<script>`. */
const dataBlock = (data: object) => JSON.stringify(data).replaceAll("<", "\\u003c");
