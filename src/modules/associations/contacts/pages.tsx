import {
  ActionForm,
  Actions,
  Button,
  CheckboxGroup,
  deskPage,
  Form,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { Trail, Ways } from "../edit/pages.tsx";
import type { Situation } from "../record/fields.ts";
import { urls } from "../urls.ts";

/** One contact: who, how to reach them, and what the association accepts to publish. */
export function contactPage(
  view: View,
  seen: { situation: Situation; contactId: string | undefined; form: FormState },
): string {
  const { t } = view;
  const { situation, contactId, form } = seen;
  const { id, record } = situation;
  const title = t("registry:contact.title", { name: record.name });
  return deskPage(
    view,
    { title, section: urls.list, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Trail view={view} situation={situation} here={t("registry:section.contacts")} />
      <h1>{contactId ? title : t("registry:contact.add")}</h1>
      <Form
        view={view}
        form={form}
        action={view.href(contactId ? urls.contact(id, contactId) : urls.newContact(id))}
      >
        <ContactFields view={view} form={form} />
        <Actions>
          <Button>{t("registry:contact.save")}</Button>
        </Actions>
      </Form>
      {contactId && (
        <ActionForm
          view={view}
          action={view.href(urls.contactRemoval(id, contactId))}
          kind="danger"
          icon="remove"
        >
          {t("registry:contact.remove")}
        </ActionForm>
      )}
      <Ways view={view} situation={situation} />
    </>,
  );
}

/** The fields of a contact. */
export function ContactFields({ view, form }: { view: View; form: FormState }) {
  const { t } = view;
  const field = { view, form, optional: true };
  return (
    <>
      <TextField {...field} name="name" label={t("registry:contact.name")} />
      <TextField {...field} name="role" label={t("registry:contact.role")} />
      <TextField {...field} name="email" type="email" label={t("registry:contact.email")} />
      <TextField {...field} name="phone" type="tel" label={t("registry:contact.phone")} />
      <CheckboxGroup
        {...field}
        name="shown"
        label={t("registry:contact.shown")}
        hint={t("registry:contact.shownHint")}
        options={(["name", "email", "phone"] as const).map((value) => ({
          value,
          label: t(`registry:contact.show.${value}`),
        }))}
      />
    </>
  );
}
