import { ActionForm, Actions, Alert, ButtonLink, deskPage, type View } from "../../../ui/index.ts";
import type { Import } from "../pipeline/imports.ts";
import { urls } from "../urls.ts";
import { Trail } from "./trail.tsx";

/** The import broke: nothing was half-written, and it can be tried again. */
export function failedPage(view: View, one: Import): string {
  const { t } = view;
  const title = t("imports:report.failedTitle");
  const again = one.fault === "apply" ? urls.application(one.id) : urls.rehearsal(one.id);
  return deskPage(
    view,
    { title, section: urls.list, main: "text" },
    <>
      <Trail view={view} one={one} />
      <h1>{title}</h1>
      <Alert view={view} kind="error" title={one.file_name}>
        <p>{t("imports:report.failed")}</p>
      </Alert>
      <Actions>
        <ActionForm view={view} action={view.href(again)} icon="undo">
          {t("imports:progress.restart")}
        </ActionForm>
        <ButtonLink href={view.href(urls.columns(one.id))} kind="secondary" icon="edit">
          {t("imports:understood.correct")}
        </ButtonLink>
      </Actions>
    </>,
  );
}
