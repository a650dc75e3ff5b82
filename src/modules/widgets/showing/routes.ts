import { notFound, page, type Answer } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { allowingFrames } from "../../../platform/http/security.ts";
import { embeddedStylesheet, proposeTheme, type Hex } from "../../../ui/index.ts";
import { kindOf, widgetFrom } from "../address.ts";
import { isOfOne, type ofOne, type WidgetKind } from "../codes.ts";
import { urls } from "../urls.ts";
import { fragment } from "./fragment.tsx";
import { framePage } from "./frame.tsx";
import { saidIn } from "./said.ts";
import { themeOf } from "./theme.ts";

/** What each widget counts as, read on another site. */
const countedAs: Record<Exclude<WidgetKind, (typeof ofOne)[number]>, string> = {
  search: "home",
  associations: "directory",
  activities: "search",
  agenda: "agenda",
};

/** A colour of the page around, moved as little as it takes to be read. */
const chosen = (colour: string) => proposeTheme({ primary: colour as Hex, accent: colour as Hex });

/** What was removed is said in the frame itself: an error page would be of another site, for who reads it. */
async function show(ask: Ask): Promise<Answer> {
  const kind = kindOf(ask.params["widget"]);
  const { slug = "" } = ask.params;
  if (!kind || isOfOne(kind) !== Boolean(slug)) return notFound();
  const widget = widgetFrom(kind, slug, ask.query);
  const said = await saidIn(ask, widget);
  if (said && !isOfOne(kind)) ask.count(countedAs[kind], "", "widget");
  const answer =
    ask.query.get("forme") === "fragment"
      ? { ...page(fragment(ask.view, widget, said), said ? 200 : 404), ...openToAll }
      : allowingFrames(
          page(framePage(ask.view, widget, said), said ? 200 : 404),
          ask.tenant.framedBy,
        );
  // Places that remain change without anything being published.
  return said?.fleeting ? unkept(answer) : answer;
}

const unkept = (answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, "cache-control": "no-store" },
});

/** Any page may read a fragment by script: it says what the site says to anyone. */
const openToAll = {
  headers: {
    "content-type": "text/html; charset=utf-8",
    "access-control-allow-origin": "*",
    "x-robots-tag": "noindex",
  },
};

export const showingRoutes: Route[] = [
  get(
    urls.colours,
    anyone,
    async (ask) => {
      const own = await themeOf(ask.tx);
      const { ground, colour } = widgetFrom("search", "", ask.query);
      return {
        status: 200,
        headers: { "content-type": "text/css; charset=utf-8" },
        body: embeddedStylesheet(colour ? chosen(colour) : own, ground),
      };
    },
    { cached: true },
  ),
  get(urls.script, anyone, (ask) => ({
    status: 302,
    headers: {
      location: ask.view.origin + ask.view.asset("embed.js"),
      "cache-control": "public, max-age=3600",
    },
    body: undefined,
  })),
  get(urls.widget(":widget"), anyone, show, { cached: true }),
  get(urls.widget(":widget", ":slug"), anyone, show, { cached: true }),
];
