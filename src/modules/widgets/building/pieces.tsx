import { Alert, CopyButton, type View } from "../../../ui/index.ts";
import { pageUrl, widgetUrl, type Widget } from "../address.ts";
import { urls } from "../urls.ts";
import { fragmentCode, frameCode, heightOf, scriptCode } from "./code.ts";

type Seen = { view: View; widget: Widget; title: string };
type CodesSeen = Seen & {
  /** The only sites where a frame shows; any when none is named. */
  framedBy: readonly string[];
};

/** The widget itself, as it will stand on the other site. */
export const Preview = ({ view, widget, title }: Seen) => (
  <section class="flow" aria-labelledby="apercu">
    <h2 id="apercu">{view.t("diffusion:preview")}</h2>
    <iframe
      class="letter-frame"
      src={view.href(widgetUrl(widget))}
      title={title}
      height={heightOf(widget)}
    />
  </section>
);

/** What to copy, each with what it is for. */
export function Codes({ view, widget, title, framedBy }: CodesSeen) {
  const { t, origin, href } = view;
  const address = origin + href(pageUrl(widget));
  const codes = [
    ["frame", `${frameCode(view, widget, title)}\n${scriptCode(view)}`],
    ["fragment", fragmentCode(view, widget, title)],
    ["link", address],
    ["oembed", `${origin}${urls.oembed}?${new URLSearchParams({ url: address })}`],
  ] as const;
  const shown = widget.kind === "search" ? codes.slice(0, 3) : codes;
  return (
    <section class="flow" aria-labelledby="codes">
      <h2 id="codes">{t("diffusion:codes")}</h2>
      <p>{t("diffusion:codesWords")}</p>
      {framedBy.length > 0 && (
        <Alert view={view} kind="info" title={t("diffusion:limited.title")}>
          <p>{t("diffusion:limited.words", { sites: framedBy.join(", ") })}</p>
        </Alert>
      )}
      {shown.map(([kind, code]) => (
        <div class="field">
          <label class="label" for={`code-${kind}`}>
            {t(`diffusion:code.${kind}.title`)}
          </label>
          <p class="hint" id={`code-${kind}-aide`}>
            {t(`diffusion:code.${kind}.words`)}
          </p>
          <textarea
            id={`code-${kind}`}
            class="input code"
            rows={kind === "frame" || kind === "fragment" ? 4 : 2}
            readOnly
            spellcheck={false}
            aria-describedby={`code-${kind}-aide`}
          >
            {code}
          </textarea>
          <CopyButton view={view} text={code} words={t(`diffusion:code.${kind}.title`)} />
        </div>
      ))}
      <p class="soft">{t("diffusion:privacy")}</p>
    </section>
  );
}
