import {
  Actions,
  Button,
  Form,
  page,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { Trap } from "../proposals/trap.tsx";
import { urls } from "../urls.ts";
import { ClaimTrail, EmailField, type Listed } from "./pages.tsx";

/** Asking the town hall to be given a listing: who you are, and how to reach you. */
export function requestPage(view: View, listing: Listed, form: FormState): string {
  const { t, href } = view;
  const title = t("claiming:request.title");
  const field = { view, form };
  return page(
    view,
    {
      title,
      main: "text",
      hidden: true,
      section: "/annuaire",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <ClaimTrail view={view} listing={listing} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("claiming:request.lead", { name: listing.name })}</p>
      <Form view={view} form={form} action={href(urls.claimRequest(listing.slug))}>
        <TextField
          {...field}
          name="name"
          label={t("claiming:request.name")}
          autocomplete="name"
          maxLength={120}
        />
        <TextField
          {...field}
          name="title"
          label={t("claiming:request.role")}
          hint={t("claiming:request.roleHint")}
          maxLength={120}
        />
        <EmailField {...field} />
        <TextField
          {...field}
          name="phone"
          type="tel"
          label={t("claiming:request.phone")}
          hint={t("claiming:request.phoneHint")}
          autocomplete="tel"
          optional
        />
        <TextArea
          {...field}
          name="message"
          label={t("claiming:request.message")}
          maxLength={2000}
          rows={4}
          optional
        />
        <Trap view={view} />
        <Actions>
          <Button icon="send" waiting={t("ui:form.sending")}>
            {t("claiming:request.send")}
          </Button>
        </Actions>
      </Form>
    </>,
  );
}
