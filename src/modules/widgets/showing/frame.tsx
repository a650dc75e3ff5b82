import { framedDocument, type View } from "../../../ui/index.ts";
import { pageUrl, type Widget } from "../address.ts";
import { urls } from "../urls.ts";
import { grounds } from "../codes.ts";
import type { Said } from "./said.ts";
import { Lines } from "./lines.tsx";

/** The widget as a page of its own, to stand in the frame of another site; what it leads to opens outside it. */
export function framePage(view: View, widget: Widget, said: Said | undefined): string {
  const title = said?.title ?? view.t("widgets:goneTitle");
  const path = said ? pageUrl(widget) : "/annuaire";
  return framedDocument(
    view,
    { title, colours: coloursOf(widget) },
    <main class="widget">
      <h1>{title}</h1>
      {said ? (
        <Lines view={view} widget={widget} said={said} level={2} />
      ) : (
        <p>{view.t(widget.kind === "activity" ? "widgets:goneActivity" : "widgets:gone")}</p>
      )}
      <p class="widget-from">
        <a href={view.href(path)}>
          {view.t(said ? `widgets:more.${widget.kind}` : "widgets:more.gone", {
            site: view.commune.siteName,
          })}
        </a>
        <span class="only-paper">{view.origin + view.href(path)}</span>
      </p>
    </main>,
  );
}

/** The stylesheet of colours that are not the commune's, or do not follow the reader's screen. */
function coloursOf({ ground, colour }: Widget): string | undefined {
  if (ground === "auto" && !colour) return undefined;
  return `${urls.colours}?${new URLSearchParams({ fond: grounds[ground], ...(colour ? { couleur: colour } : {}) })}`;
}
