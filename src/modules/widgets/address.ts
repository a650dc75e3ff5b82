import { publics, themes } from "../associations/index.ts";
import { grounds, widgetKinds, widgetNames, type Ground, type WidgetKind } from "./codes.ts";
import { urls } from "./urls.ts";

/** A widget as its address says it; what is not known is left out. */
export type Widget = {
  kind: WidgetKind;
  /** Of one association, of one activity. */
  slug: string;
  text: string;
  theme: string;
  public: string;
  district: string;
  /** In the agenda: all that happens, or events alone. */
  all: boolean;
  /** Lines at most; of an activity, dates. */
  most: number;
  ground: Ground;
  /** The main colour, `#14495a`; the commune's own without. */
  colour: string;
  /** Level of the title of a fragment, from 2 to 4. */
  level: number;
};

export const mostLines = 20;
const usual = { most: 5, level: 2 } as const;
const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const known = (codes: readonly string[], value: string | null) =>
  codes.find((code) => code === value) ?? "";
const shaped = (shape: RegExp, value: string | null) => (value && shape.test(value) ? value : "");
const within = (value: string | null, least: number, most: number, otherwise: number) => {
  const number = value ? Number(value) : otherwise;
  return Number.isInteger(number) ? Math.min(most, Math.max(least, number)) : otherwise;
};

export const kindOf = (name: string | null | undefined): WidgetKind | undefined =>
  widgetKinds.find((kind) => widgetNames[kind] === name);

export function widgetFrom(kind: WidgetKind, slug: string, query: URLSearchParams): Widget {
  const ground = (Object.keys(grounds) as Ground[]).find(
    (one) => grounds[one] === query.get("fond"),
  );
  return {
    kind,
    slug: shaped(slugShape, slug),
    text: (query.get("q") ?? "").trim().slice(0, 100),
    theme: known(themes, query.get("theme")),
    public: known(publics, query.get("public")),
    district: shaped(slugShape, query.get("quartier")),
    all: query.get("genre") === "tout",
    most: within(query.get("combien"), 1, mostLines, usual.most),
    ground: ground ?? "auto",
    colour: shaped(/^#[0-9a-f]{6}$/i, query.get("couleur")),
    level: within(query.get("niveau"), 2, 4, usual.level),
  };
}

/** Parameters that say what is shown, then how; the same widget has one address. */
function paramsOf(widget: Widget, look: boolean): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string) => void (value && params.set(name, value));
  put("q", widget.text);
  put("theme", widget.theme);
  put("public", widget.public);
  put("quartier", widget.district);
  put("genre", widget.all ? "tout" : "");
  if (!look) return params;
  put("combien", widget.most === usual.most ? "" : String(widget.most));
  put("fond", widget.ground === "auto" ? "" : grounds[widget.ground]);
  put("couleur", widget.colour);
  put("niveau", widget.level === usual.level ? "" : String(widget.level));
  return params;
}

const withParams = (path: string, params: URLSearchParams) =>
  params.size ? `${path}?${params}` : path;

/** Where the frame, or the fragment, is served. */
export function widgetUrl(widget: Widget, form: "frame" | "fragment" = "frame"): string {
  const params = paramsOf(widget, true);
  if (form === "fragment") params.set("forme", "fragment");
  return withParams(urls.widget(widgetNames[widget.kind], widget.slug), params);
}

const pages: Record<WidgetKind, (widget: Widget) => string> = {
  search: () => "/annuaire",
  associations: () => "/annuaire",
  activities: () => "/activites",
  agenda: () => "/agenda",
  listing: ({ slug }) => `/associations/${slug}`,
  activity: ({ slug }) => `/activites/${slug}`,
};

/** The page of the site that shows the same, and more. */
export const pageUrl = (widget: Widget): string =>
  withParams(pages[widget.kind](widget), paramsOf(widget, false));
