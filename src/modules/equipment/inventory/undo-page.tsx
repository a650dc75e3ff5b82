import { ActionForm, Actions, Breadcrumb, ButtonLink, deskPage, type View } from "../../../ui/index.ts"; // prettier-ignore
import { urls } from "../urls.ts";
import { trailOf } from "./list-page.tsx";
import type { Inventory } from "./queries.ts";

/** What undoing would do, and the button that does it. */
export function undoPage(view: View, one: Inventory): string {
  const { t, href } = view;
  const title = t("inventory:undo.title");
  const { added = 0, changed = 0 } = one.counts;
  return deskPage(
    view,
    { title, section: urls.desk, main: "text" },
    <>
      <Breadcrumb view={view} trail={trailOf(view, one)} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("inventory:undo.lead", { file: one.fileName })}</p>
      <ul>
        {added > 0 && <li>{t("inventory:undo.added", { count: added })}</li>}
        {changed > 0 && <li>{t("inventory:undo.changed", { count: changed })}</li>}
        <li>{t("inventory:undo.kept")}</li>
      </ul>
      <Actions>
        <ActionForm view={view} action={href(urls.inventoryUndo(one.id))} kind="danger" icon="undo">
          {t("inventory:undo.do")}
        </ActionForm>
        <ButtonLink href={href(urls.inventory(one.id))} kind="secondary">
          {t("inventory:undo.cancel")}
        </ButtonLink>
      </Actions>
    </>,
  );
}
