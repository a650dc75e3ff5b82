import { fragmentOf, type View } from "../../../ui/index.ts";
import { pageUrl, type Widget } from "../address.ts";
import type { Said } from "./said.ts";
import { Lines } from "./lines.tsx";

/** The widget as a piece of HTML without style: it takes the look of the page it is put in. */
export function fragment(view: View, widget: Widget, said: Said | undefined): string {
  const outside = { ...view, href: (path: string) => view.origin + view.href(path) };
  const Title = `h${widget.level}` as "h2";
  const title = said?.title ?? view.t("widgets:goneTitle");
  return fragmentOf(
    <section class="maillage" lang={view.lang} dir={view.dir} aria-label={title}>
      <Title>{title}</Title>
      {said ? (
        <Lines view={outside} widget={widget} said={said} level={widget.level + 1} />
      ) : (
        <p>{view.t(widget.kind === "activity" ? "widgets:goneActivity" : "widgets:gone")}</p>
      )}
      <p>
        <a href={outside.href(said ? pageUrl(widget) : "/annuaire")}>
          {view.t(said ? `widgets:more.${widget.kind}` : "widgets:more.gone", {
            site: view.commune.siteName,
          })}
        </a>
      </p>
    </section>,
  );
}
