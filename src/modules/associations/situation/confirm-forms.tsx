import {
  ActionForm,
  blankForm,
  Button,
  CheckboxGroup,
  Form,
  type View,
} from "../../../ui/index.ts";
import { sections } from "../codes.ts";
import { urls } from "../urls.ts";

/** What an agent does for freshness: note what the association said on the phone, or ask it by mail. */
export function ConfirmForms({ view, id, mail }: { view: View; id: string; mail: boolean }) {
  const { t, href } = view;
  return (
    <>
      <details>
        <summary>{t("registry:confirm.phone")}</summary>
        <Form view={view} form={blankForm} action={href(urls.confirmed(id))}>
          <CheckboxGroup
            view={view}
            form={blankForm}
            name="section"
            label={t("registry:confirm.which")}
            optional="silent"
            options={sections.map((value) => ({
              value,
              label: t(`associations:section.${value}`),
            }))}
          />
          <Button>{t("registry:confirm.save")}</Button>
        </Form>
      </details>
      {mail ? (
        <ActionForm view={view} action={href(urls.confirmAsk(id))} kind="secondary" icon="mail">
          {t("registry:confirm.ask")}
        </ActionForm>
      ) : (
        <p class="soft">{t("registry:confirm.noMail")}</p>
      )}
    </>
  );
}
