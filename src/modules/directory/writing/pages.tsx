import {
  Actions,
  Alert,
  Breadcrumb,
  Button,
  Form,
  page,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Listing } from "../listing/queries.ts";
import { urls } from "../urls.ts";
import { longest } from "./rules.ts";

/** Write to an association without knowing its address, nor giving it to a machine. */
export function writePage(view: View, listing: Listing, form: FormState): string {
  const { t, href } = view;
  const title = t("directory:write.title", { name: listing.name });
  return page(
    view,
    {
      title,
      main: "text",
      hidden: true,
      section: urls.list,
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: listing.name, path: urls.association(listing.slug) }]}
        here={t("directory:listing.write")}
      />
      <h1>{title}</h1>
      <p class="lead">{t("directory:write.how")}</p>
      <Form view={view} form={form} action={href(urls.write(listing.slug))}>
        <TextField
          view={view}
          form={form}
          name="name"
          label={t("directory:write.name")}
          autocomplete="name"
          maxLength={120}
        />
        <TextField
          view={view}
          form={form}
          name="email"
          type="email"
          label={t("directory:write.email")}
          hint={t("directory:write.emailHint")}
          autocomplete="email"
          maxLength={254}
        />
        <TextArea
          view={view}
          form={form}
          name="message"
          label={t("directory:write.message")}
          rows={8}
          maxLength={longest}
        />
        <div class="decoy" aria-hidden="true">
          <label for="site-internet">{t("directory:write.decoy")}</label>
          <input
            id="site-internet"
            name="site-internet"
            type="text"
            tabIndex={-1}
            autocomplete="off"
          />
        </div>
        <Actions>
          <Button icon="send" waiting={t("ui:form.sending")}>
            {t("directory:write.send")}
          </Button>
        </Actions>
      </Form>
      <p class="soft">{t("directory:write.privacy", { name: listing.name })}</p>
    </>,
  );
}

/** Too many messages: when to come back, or call. */
export function tooManyPage(view: View, listing: Listing): string {
  const { t, href, commune } = view;
  return page(
    view,
    { title: t("directory:write.tooMany"), main: "text", hidden: true },
    <>
      <h1>{t("directory:write.tooMany")}</h1>
      <Alert view={view} kind="warning">
        <p>{t("directory:write.later")}</p>
        {commune.phone && <p>{t("directory:listing.askTownCall", { phone: commune.phone })}</p>}
      </Alert>
      <p>
        <a href={href(urls.association(listing.slug))}>{listing.name}</a>
      </p>
    </>,
  );
}
