import { frenchType } from "../../../platform/i18n/index.ts";
import { Actions, Button, ButtonLink, Form, type FormState } from "../../../ui/form.tsx";
import { TextArea, TextField } from "../../../ui/fields.tsx";
import { French } from "../../../ui/french.tsx";
import { page } from "../../../ui/layout.tsx";
import { dialled, shownPhone } from "../../../ui/phone.ts";
import { DoneScene } from "../../../ui/scenes/index.ts";
import type { View } from "../../../ui/view.ts";
import { legalUrls } from "../legal/urls.ts";

/** The commune says it answers within this many working days. */
const days = 5;

/** Every way to reach a person; the form has its own page, since this one is kept. */
export function contactPage(view: View, address: string | undefined): string {
  const { t, commune, href } = view;
  const { phone, email, hours } = commune;
  return page(
    view,
    {
      title: t("legal:contact.title"),
      description: t("house:contact.description"),
      main: "text",
      section: legalUrls.contact,
    },
    <>
      <h1>{t("legal:contact.title")}</h1>
      <p class="lead">{t("legal:contact.lead")}</p>
      {!phone && !address && <p>{t("house:contact.nothing")}</p>}
      {phone && (
        <section class="flow">
          <h2>{t("legal:contact.phone")}</h2>
          <p>
            <a class="foot-phone" href={`tel:${dialled(phone)}`}>
              {t("legal:contact.phoneText", { phone: shownPhone(phone) })}
            </a>
          </p>
          {hours && (
            <>
              <h3>{t("legal:contact.hours")}</h3>
              <p>
                <French view={view}>{frenchType(hours)}</French>
              </p>
            </>
          )}
        </section>
      )}
      {address && (
        <section class="flow">
          <h2>{t("legal:contact.visit")}</h2>
          <address>
            <French view={view}>{address}</French>
          </address>
        </section>
      )}
      <section class="flow">
        <h2>{t("legal:contact.write")}</h2>
        <p>{t("legal:contact.writeLead", { days })}</p>
        <Actions>
          <ButtonLink href={href(legalUrls.write)} icon="mail">
            {t("legal:contact.write")}
          </ButtonLink>
        </Actions>
        {email && (
          <p>
            <a href={`mailto:${email}`}>{t("legal:contact.emailText", { email })}</a>
          </p>
        )}
        <p>{t("legal:contact.toAssociation")}</p>
      </section>
    </>,
  );
}

/** The form: a name, a way to be answered, a message. */
export function writePage(view: View, form: FormState): string {
  const { t, href } = view;
  return page(
    view,
    {
      title: t("legal:contact.write"),
      main: "text",
      hidden: true,
      section: legalUrls.contact,
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <h1>{t("legal:contact.write")}</h1>
      <p class="lead">{t("legal:contact.writeLead", { days })}</p>
      <Form view={view} action={href(legalUrls.write)} form={form}>
        <TextField
          view={view}
          form={form}
          name="name"
          label={t("legal:contact.name")}
          autocomplete="name"
          maxLength={120}
        />
        <TextField
          view={view}
          form={form}
          name="replyTo"
          label={t("legal:contact.replyTo")}
          hint={t("legal:contact.replyToHint")}
          maxLength={254}
        />
        <TextArea
          view={view}
          form={form}
          name="message"
          label={t("legal:contact.message")}
          hint={t("legal:contact.messageHint")}
          rows={8}
          maxLength={5000}
        />
        {/* Only programs fill in what nobody sees. */}
        <div hidden>
          <input type="text" name="site" autocomplete="off" tabIndex={-1} aria-label="site" />
        </div>
        <Actions>
          <Button icon="send">{t("legal:contact.send")}</Button>
        </Actions>
      </Form>
    </>,
  );
}

/** After the message left. */
export function thanksPage(view: View): string {
  const { t, href } = view;
  return page(
    view,
    { title: t("house:contact.thanks.title"), main: "text", hidden: true },
    <>
      <DoneScene />
      <h1>{t("house:contact.thanks.title")}</h1>
      <p class="lead">{t("legal:contact.sent", { days })}</p>
      <Actions>
        <ButtonLink href={href("/")} kind="secondary">
          {t("house:contact.thanks.home")}
        </ButtonLink>
      </Actions>
    </>,
  );
}
