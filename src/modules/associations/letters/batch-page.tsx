import { addDays, dayOf } from "../../../platform/clock.ts";
import { retention } from "../../../platform/retention.ts";
import { longDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Alert,
  Breadcrumb,
  ButtonLink,
  deskPage,
  Progress,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Batch } from "./batches.ts";
import { partSize } from "./rules.ts";

type Named = { id: string; name: string };
type Seen = {
  batch: Batch;
  unaddressed: readonly Named[];
  only: Named | undefined;
  stopped: boolean;
  today: string;
};

/** A batch being printed, then its files: what to do with them, and whom no letter reaches. */
export function batchPage(view: View, seen: Seen): string {
  const { t, lang } = view;
  const { batch, unaddressed, only } = seen;
  const total = batch.associationIds.length;
  const title =
    batch.audience === "one" && only
      ? t("letters:oneTitle", { name: only.name })
      : t("letters:batchTitle", { count: total, day: longDay(lang, dayOf(batch.madeAt)) });
  return deskPage(
    view,
    { title, section: urls.letters, main: "text" },
    <>
      <Breadcrumb
        view={view}
        trail={[
          batch.audience === "one" && only
            ? { words: only.name, path: urls.one(only.id) }
            : { words: t("letters:title"), path: urls.letters },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      {batch.state === "waiting" && (
        <>
          <Progress view={view} words={t("letters:printing")} done={batch.printed} total={total} />
          {!seen.stopped && <p class="soft">{t("letters:refresh")}</p>}
        </>
      )}
      {(batch.state === "failed" || seen.stopped) && (
        <Alert view={view} kind="warning" title={t("letters:stopped")}>
          <p>{t("letters:stoppedHow")}</p>
          <ActionForm view={view} action={view.href(urls.letterBatchAgain(batch.id))} icon="undo">
            {t("letters:again")}
          </ActionForm>
        </Alert>
      )}
      {batch.state === "forgotten" && (
        <Alert view={view} kind="info">
          <p>{t("letters:forgotten")}</p>
        </Alert>
      )}
      {batch.files.length > 0 && <Files view={view} batch={batch} />}
      {unaddressed.length > 0 && (
        <section class="flow" aria-labelledby="sans-adresse">
          <h2 id="sans-adresse">{t("letters:unaddressed", { count: unaddressed.length })}</h2>
          <p>{t("letters:unaddressedHow")}</p>
          <ul>
            {unaddressed.map(({ id, name }) => (
              <li>
                <a href={view.href(urls.section(id, "siege"))}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>,
  );
}

function Files({ view, batch }: { view: View; batch: Batch }) {
  const { t, href, lang } = view;
  const kept = addDays(dayOf(batch.madeAt), retention.letterDays);
  return (
    <section class="flow" aria-labelledby="fichiers">
      <h2 id="fichiers">{t("letters:ready")}</h2>
      {batch.associationIds.length > 1 && <p>{t("letters:sorted")}</p>}
      {batch.files.map((_, at) => {
        const first = at * partSize + 1;
        const last = Math.min(batch.printed, first + partSize - 1);
        return (
          <p>
            <ButtonLink icon="download" href={href(urls.letterPart(batch.id, String(at + 1)))}>
              {batch.files.length === 1 && batch.state === "ready"
                ? t("letters:open", { count: batch.printed })
                : t("letters:openPart", { part: at + 1, first, last })}
            </ButtonLink>
          </p>
        );
      })}
      <p class="soft">{t("letters:kept", { day: longDay(lang, kept) })}</p>
    </section>
  );
}
