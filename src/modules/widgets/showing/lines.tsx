import { French, type View } from "../../../ui/index.ts";
import { pageUrl, type Widget } from "../address.ts";
import type { Said, SaidLine } from "./said.ts";

/** What a widget says, in plain HTML that any page may style; titles of what is inside are of the level given. */
export function Lines(props: { view: View; widget: Widget; said: Said; level: number }) {
  const { view, widget, said, level } = props;
  if (widget.kind === "search") return <SearchForm view={view} widget={widget} />;
  if (said.groups.every(({ lines }) => lines.length === 0))
    return <p>{view.t(`widgets:nothing.${widget.kind as "agenda"}`)}</p>;
  const Title = `h${level}` as "h3";
  return (
    <>
      {said.groups.map(({ title, lines }) => (
        <>
          {title && <Title>{title}</Title>}
          <ul class="maillage-lines">
            {lines.map((line) => (
              <Line view={view} line={line} />
            ))}
          </ul>
        </>
      ))}
    </>
  );
}

const Name = ({ view, line: { ours, title } }: { view: View; line: SaidLine }) =>
  ours ? <>{title}</> : <French view={view}>{title}</French>;

const Line = ({ view, line }: { view: View; line: SaidLine }) => (
  <li>
    <p class="maillage-title">
      {line.href === undefined ? (
        <Name view={view} line={line} />
      ) : (
        <a href={view.href(line.href)}>
          <Name view={view} line={line} />
        </a>
      )}
    </p>
    {line.summary && (
      <p>
        <French view={view}>{line.summary}</French>
      </p>
    )}
    {line.facts.length > 0 && (
      <p class="maillage-facts">
        {line.facts.map(({ words, french }, at) => (
          <>
            {at > 0 && " · "}
            {french ? <French view={view}>{words}</French> : words}
          </>
        ))}
      </p>
    )}
  </li>
);

/** One field; what it finds is read on the site itself. */
function SearchForm({ view, widget }: { view: View; widget: Widget }) {
  const { t, href } = view;
  const [path = ""] = pageUrl({ ...widget, text: "" }).split("?");
  return (
    <search>
      <form method="get" action={href(path)} class="maillage-search">
        <label>
          {t("widgets:search.label")}
          <input type="search" name="q" maxLength={200} />
        </label>
        {widget.theme && <input type="hidden" name="theme" value={widget.theme} />}
        <button type="submit">{t("widgets:search.do")}</button>
      </form>
    </search>
  );
}
