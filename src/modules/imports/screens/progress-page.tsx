import { ActionForm, Alert, deskPage, Progress, type View } from "../../../ui/index.ts";
import type { Import } from "../pipeline/imports.ts";
import { urls } from "../urls.ts";
import { Trail } from "./trail.tsx";

export type Working = "reading" | "applying" | "undoing";

const again = { reading: urls.rehearsal, applying: urls.application, undoing: urls.undo };

/** Work under way, seen from outside; it goes on whether or not somebody watches. */
export function progressPage(view: View, one: Import, work: Working, stopped: boolean): string {
  const { t } = view;
  const title = t(`imports:progress.${work}`);
  const { progress_done: done, progress_total: total } = one;
  return deskPage(
    view,
    { title, section: urls.list, main: "text" },
    <>
      <Trail view={view} one={one} />
      <h1>{title}</h1>
      <Progress view={view} words={one.file_name} done={done} total={total ?? undefined} />
      {total === null && done > 0 && (
        <p class="soft num">{t("imports:progress.lines", { count: done })}</p>
      )}
      {stopped ? (
        <Alert view={view} kind="warning" title={t("imports:progress.stopped")}>
          <p>{t("imports:progress.stoppedHow")}</p>
          <ActionForm view={view} action={view.href(again[work](one.id))} icon="undo">
            {t("imports:progress.restart")}
          </ActionForm>
        </Alert>
      ) : (
        <p class="soft">{t("imports:progress.refresh")}</p>
      )}
    </>,
  );
}
