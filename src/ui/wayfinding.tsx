import { colon } from "../platform/i18n/index.ts";
import { Icon } from "./icon.tsx";
import type { View } from "./view.ts";

/** Where the page stands: the home page is added first; the last one, the page itself, is not a link. */
export function Breadcrumb(props: {
  view: View;
  trail: readonly { words: string; path: string }[];
  here: string;
}) {
  const { t, href } = props.view;
  const trail = [{ words: t("ui:crumbs.home"), path: "/" }, ...props.trail];
  return (
    <nav aria-label={t("ui:crumbs.label")}>
      <ol class="crumbs">
        {trail.map((one) => (
          <li>
            <a href={href(one.path)}>{one.words}</a>
          </li>
        ))}
        <li>
          <span aria-current="page">{props.here}</span>
        </li>
      </ol>
    </nav>
  );
}

/** How far one is in a task, in words first: "Étape 2 sur 4". */
export function Steps(props: { view: View; step: number; steps: number; words?: string }) {
  const { view, step, steps } = props;
  return (
    <div class="steps">
      <p>
        <strong>{view.t("ui:steps.of", { step, steps })}</strong>
        {props.words && `${colon(view.lang)}${props.words}`}
      </p>
      <Bar part={step / steps} class="steps-bar" />
    </div>
  );
}

/** A long work under way: what is being done and how far; without `total`, a moving thread says it is alive. */
export function Progress(props: {
  view: View;
  words: string;
  done?: number | undefined;
  total?: number | undefined;
}) {
  const { view, done = 0, total } = props;
  return (
    <div aria-live="polite">
      <p>
        <strong>{props.words}</strong>
      </p>
      {total === undefined ? (
        <svg class="progress" aria-hidden="true">
          <rect class="bar-back" width="100%" height="100%" rx="6" />
          <rect class="bar-fill progress-moving" width="30%" height="100%" rx="6" />
        </svg>
      ) : (
        <>
          <Bar part={total > 0 ? done / total : 0} class="progress" />
          <p class="soft num">
            {view.t("ui:progress.of", {
              done: done.toLocaleString(view.lang),
              total: total.toLocaleString(view.lang),
            })}
          </p>
        </>
      )}
    </div>
  );
}

/** A bar filled to a part between 0 and 1; the words beside it say the same. */
export function Bar({ part, class: className }: { part: number; class?: string }) {
  const width = `${Math.round(Math.min(Math.max(part, 0), 1) * 1000) / 10}%`;
  return (
    <svg
      class={className ? `turns ${className}` : "turns"}
      height="12"
      width="100%"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="bar-back" width="100%" height="100%" rx="4" />
      <rect class="bar-fill" width={width} height="100%" rx="4" />
    </svg>
  );
}

/** Shares the address of the page by the phone's own means, or copies it. Appears only with scripts. */
export function ShareButton({ view, url }: { view: View; url?: string }) {
  return (
    <span class="row">
      <button
        type="button"
        class="btn btn-secondary needs-script"
        data-share={url ?? view.origin + view.href(view.path)}
        data-copied={view.t("ui:share.copied")}
      >
        <Icon name="share" />
        {view.t("ui:share.do")}
      </button>
      <output class="soft" />
    </span>
  );
}

/** Copies a text. Appears only with scripts; the text is there to be selected without. */
export const CopyButton = ({ view, text, words }: { view: View; text: string; words: string }) => (
  <span class="row">
    <button
      type="button"
      class="btn btn-secondary needs-script"
      data-copy={text}
      data-copied={view.t("ui:copy.done")}
    >
      <Icon name="copy" />
      {view.t("ui:copy.do")}
      <span class="sr">{`${colon(view.lang)}${words}`}</span>
    </button>
    <output class="soft" />
  </span>
);

/** Prints the page. Appears only with scripts; the page prints well by the browser's menu too. */
export function PrintButton({ view }: { view: View }) {
  return (
    <button type="button" class="btn btn-secondary needs-script" data-print>
      <Icon name="print" />
      {view.t("ui:print.do")}
    </button>
  );
}
