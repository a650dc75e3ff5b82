import type { View } from "../../../ui/index.ts";
import { pageUrl, widgetUrl, type Widget } from "../address.ts";
import { urls } from "../urls.ts";

/** Pixels a frame is given before it says its own height: what its usual content takes at 320 pixels wide. */
export function heightOf({ kind, most }: Widget): number {
  if (kind === "search") return 240;
  if (kind === "listing") return 320;
  if (kind === "activity") return 360 + most * 60;
  return Math.min(180 + most * 130, 1200);
}

/** A text inside an attribute or an element. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"); // prettier-ignore

/** A frame: works everywhere, with or without script. */
export function frameCode(view: View, widget: Widget, title: string, width?: number): string {
  const src = escaped(view.origin + view.href(widgetUrl(widget)));
  return `<iframe src="${src}" title="${escaped(title)}" width="${width ?? "100%"}" height="${heightOf(widget)}" loading="lazy" style="border:0"></iframe>`;
}

/** A link that a script of ours replaces by the piece itself, with the look of the page around it. */
export function fragmentCode(view: View, widget: Widget, title: string): string {
  const page = escaped(view.origin + view.href(pageUrl(widget)));
  const piece = escaped(view.origin + view.href(widgetUrl(widget, "fragment")));
  return `<a href="${page}" data-maillage="${piece}">${escaped(title)}</a>\n${scriptCode(view)}`;
}

/** The script, once a page: frames take the height of what they hold. */
export const scriptCode = (view: View): string =>
  `<script src="${escaped(view.origin + urls.script)}" defer></script>`;
