import { ActionForm, Actions, Alert, ButtonLink, deskPage, type View } from "../../../ui/index.ts";
import type { Import } from "../pipeline/imports.ts";
import { urls } from "../urls.ts";
import { Trail } from "./trail.tsx";

/** What undoing would do, and the button that does it; or why it may not be. */
export function undoPage(view: View, one: Import, problem: string | undefined): string {
  const { t } = view;
  const title = t("imports:undo.title");
  const { created = 0, changed = 0, activities } = one.counts;
  return deskPage(
    view,
    { title, section: urls.list, main: "text", wrong: Boolean(problem) },
    <>
      <Trail view={view} one={one} here={title} />
      <h1>{title}</h1>
      {problem ? (
        <div role="alert">
          <Alert view={view} kind="error" title={problem} />
        </div>
      ) : (
        <>
          <p class="lead">{t("imports:undo.lead", { file: one.file_name })}</p>
          <ul>
            {created > 0 && <li>{t("imports:undo.created", { count: created })}</li>}
            {changed > 0 && <li>{t("imports:undo.changed", { count: changed })}</li>}
            {(activities?.created ?? 0) > 0 && (
              <li>{t("imports:activity.created", { count: activities?.created ?? 0 })}</li>
            )}
            {(activities?.changed ?? 0) > 0 && (
              <li>{t("imports:activity.changed", { count: activities?.changed ?? 0 })}</li>
            )}
            <li>{t("imports:undo.kept")}</li>
          </ul>
        </>
      )}
      <Actions>
        {!problem && (
          <ActionForm view={view} action={view.href(urls.undo(one.id))} kind="danger" icon="undo">
            {t("imports:undo.do")}
          </ActionForm>
        )}
        <ButtonLink href={view.href(urls.one(one.id))} kind="secondary">
          {t("imports:undo.cancel")}
        </ButtonLink>
      </Actions>
    </>,
  );
}
