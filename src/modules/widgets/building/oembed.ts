import type { Answer } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { languages, type Lang } from "../../../platform/i18n/index.ts";
import { widgetFrom, type Widget } from "../address.ts";
import type { WidgetKind } from "../codes.ts";
import { saidIn } from "../showing/said.ts";
import { urls } from "../urls.ts";
import { escaped, frameCode, heightOf } from "./code.ts";

const kinds: Record<string, WidgetKind> = {
  "/annuaire": "associations",
  "/activites": "activities",
  "/agenda": "agenda",
};

const ones: Record<string, WidgetKind> = { associations: "listing", activites: "activity" };

/** The widget that shows what a page of the site shows, and the language of that page. */
export function widgetOf(
  address: string,
  origin: string,
): { widget: Widget; lang: Lang } | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.origin !== origin) return undefined;
  const [, first = "", ...rest] = url.pathname.split("/");
  const lang = languages.find((one) => one === first && one !== "fr");
  const path = lang ? `/${rest.join("/")}` : url.pathname;
  const [, room = "", slug = ""] = /^\/(associations|activites)\/([a-z0-9-]+)$/.exec(path) ?? [];
  const kind = slug ? ones[room] : kinds[path];
  return kind && { widget: widgetFrom(kind, slug, url.searchParams), lang: lang ?? "fr" };
}

/** Widths a frame may have, whatever is asked. */
const widths = { usual: 600, least: 240 } as const;

/** oEmbed 1.0: a site given the address of one of our pages learns how to show it. */
async function oembed(ask: Ask): Promise<Answer> {
  const format = ask.query.get("format") ?? "json";
  if (format !== "json" && format !== "xml") return plain(501, "json, xml");
  const found = widgetOf(ask.query.get("url") ?? "", ask.view.origin);
  if (!found) return plain(404, ask.t("widgets:oembed.unknown"));
  const { lang, widget } = found;
  const prefix = lang === "fr" ? "" : `/${lang}`;
  const view = {
    ...ask.view,
    lang,
    t: ask.house.words(lang),
    href: (path: string) => prefix + path,
  };
  const said = await saidIn({ ...ask, view, count: () => undefined }, widget);
  if (!said) return plain(404, ask.t("widgets:oembed.unknown"));
  const asked = Number(ask.query.get("maxwidth")) || widths.usual;
  const width = Math.max(widths.least, Math.min(widths.usual, Math.floor(asked)));
  const height = Math.min(heightOf(widget), Number(ask.query.get("maxheight")) || Infinity);
  const told = {
    version: "1.0",
    type: "rich",
    title: said.title,
    provider_name: ask.view.commune.siteName,
    provider_url: ask.view.origin,
    cache_age: 3600,
    html: frameCode(view, widget, said.title, width),
    width,
    height,
  };
  return format === "json"
    ? answer("application/json; charset=utf-8", JSON.stringify(told))
    : answer("text/xml; charset=utf-8", xmlOf(told));
}

const answer = (type: string, body: string): Answer => ({
  status: 200,
  headers: { "content-type": type, "access-control-allow-origin": "*" },
  body,
});

const plain = (status: 404 | 501, body: string): Answer => ({
  status,
  headers: { "content-type": "text/plain; charset=utf-8", "access-control-allow-origin": "*" },
  body,
});

const xmlOf = (told: Record<string, string | number>): string => {
  const inside = Object.entries(told).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${inside.join("")}</oembed>\n`;
};

export const oembedRoutes: Route[] = [get(urls.oembed, anyone, oembed)];
