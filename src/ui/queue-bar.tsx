import { Icon } from "./icon.tsx";
import { ActionForm } from "./form.tsx";
import type { View } from "./view.ts";

/** Above the screen of an item of the day's queue: how far one is, pass, put off, go back. */
export function QueueBar({ view }: { view: View }) {
  const { t, href, queue } = view;
  if (!queue) return null;
  const inside = new URLSearchParams({ dans: queue.slice }).toString();
  const after = new URLSearchParams({
    apres: queue.key,
    rang: String(queue.rank),
    dans: queue.slice,
  });
  const later = href("/gestion/file/plus-tard");
  return (
    <nav class="queue-bar" aria-label={t("ui:queue.label")}>
      <p>
        <strong>
          {queue.rank
            ? t("ui:queue.of", { rank: queue.rank, count: queue.count })
            : t("ui:queue.gone")}
        </strong>
      </p>
      <a href={href(`/gestion/file/suivant?${after}&passer=1`)}>
        <Icon name="next" />
        {t(queue.rank ? "ui:queue.pass" : "ui:queue.next")}
      </a>
      <a href={href(`/gestion/file?${inside}`)}>
        <Icon name="list" />
        {t("ui:queue.back")}
      </a>
      {queue.rank > 0 && (
        <details class="queue-later" data-menu>
          <summary>
            <Icon name="wait" />
            {t("ui:queue.later")}
          </summary>
          <div class="row">
            {(["demain", "semaine"] as const).map((when) => (
              <ActionForm
                view={view}
                action={later}
                kind="secondary"
                fields={{ cle: queue.key, quand: when }}
              >
                {t(`ui:queue.when.${when}`)}
              </ActionForm>
            ))}
          </div>
        </details>
      )}
    </nav>
  );
}

/** A link of a screen of the queue to another that helps to handle the same item: what is done there leads back to it. */
export function besideQueue({ queue }: View, path: string): string {
  if (!queue) return path;
  const asked = new URLSearchParams({ file: queue.key, dans: queue.slice });
  return `${path}${path.includes("?") ? "&" : "?"}${asked}`;
}
