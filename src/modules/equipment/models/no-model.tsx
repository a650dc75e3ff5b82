import { Actions, Alert, ButtonLink, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";

/** A place hands over, and there is nothing to lend: the next thing to say, by hand or from a file. */
export const NoModel = ({ view: { t, href }, view }: { view: View }) => (
  <Alert view={view} kind="info" title={t("lending:models.empty")}>
    <p>{t("lending:models.nextHow")}</p>
    <Actions>
      <ButtonLink href={href(urls.addModel)} icon="add">
        {t("lending:model.add")}
      </ButtonLink>
      <ButtonLink href={href(urls.addInventory)} kind="secondary" icon="import">
        {t("inventory:new.title")}
      </ButtonLink>
    </Actions>
  </Alert>
);
