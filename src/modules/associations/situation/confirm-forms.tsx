import {
  ActionForm,
  Button,
  CheckboxGroup,
  Form,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { sections } from "../codes.ts";
import { urls } from "../urls.ts";

/** What an agent does for freshness: note what the association said on the phone, or ask it by mail. */
export function ConfirmForms({
  view,
  id,
  form,
  mail,
}: {
  view: View;
  id: string;
  form: FormState;
  mail: boolean;
}) {
  const { t, href } = view;
  return (
    <>
      <details open={Object.keys(form.errors).length > 0}>
        <summary>{t("registry:confirm.phone")}</summary>
        <Form view={view} form={form} action={href(urls.confirmed(id))}>
          <CheckboxGroup
            view={view}
            form={form}
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
      <div class="row">
        <ActionForm view={view} action={href(urls.letterTo(id))} kind="secondary" icon="print">
          {t("letters:desk")}
        </ActionForm>
        {mail && (
          <ActionForm view={view} action={href(urls.confirmAsk(id))} kind="secondary" icon="mail">
            {t("registry:confirm.ask")}
          </ActionForm>
        )}
      </div>
      {!mail && <p class="soft">{t("registry:confirm.noMail")}</p>}
    </>
  );
}
