import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Facts,
  Form,
  page,
  RestScene,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Invitation } from "./invitations.ts";

type Seen = { token: string; invitation: Invitation; association: string; form: FormState };

/** What the link of a mail shows: one name, one button; opening the page uses nothing up. */
export function accessPage(view: View, { token, invitation, association, form }: Seen): string {
  const { t } = view;
  const title = t("claiming:access.title", { name: association });
  return page(
    view,
    { title, main: "text", hidden: true, wrong: Object.keys(form.errors).length > 0 },
    <>
      <h1>{title}</h1>
      <p class="lead">{t(`claiming:role.${invitation.role}`)}</p>
      <Facts view={view} facts={[{ term: t("claiming:access.email"), value: invitation.email }]} />
      <Form view={view} form={form} action={view.href(urls.access(token))}>
        <TextField
          view={view}
          form={form}
          name="name"
          label={t("claiming:access.name")}
          autocomplete="name"
          maxLength={120}
        />
        <Actions>
          <Button icon="key" waiting={t("ui:form.sending")}>
            {t("claiming:access.do")}
          </Button>
        </Actions>
      </Form>
      <p class="soft">{t("claiming:access.shared")}</p>
    </>,
  );
}

/** A link used, taken back or too old: how to get another. */
export function accessOverPage(view: View): string {
  const { t, href } = view;
  const title = t("claiming:access.over");
  return page(
    view,
    { title, main: "text", hidden: true },
    <>
      <h1>{title}</h1>
      <EmptyState scene={<RestScene />} title={t("claiming:access.overWhy")}>
        <p>{t("claiming:access.overWords")}</p>
        <Actions>
          <ButtonLink icon="key" href={href("/connexion")}>
            {t("claiming:access.signIn")}
          </ButtonLink>
        </Actions>
        <p>
          <a href={href("/contact")}>{t("claiming:call")}</a>
        </p>
      </EmptyState>
    </>,
  );
}
