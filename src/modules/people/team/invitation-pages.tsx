import {
  ActionForm,
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  CheckboxGroup,
  deskPage,
  EmptyState,
  Facts,
  Form,
  page,
  RestScene,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { dayOf } from "../../../platform/clock.ts";
import { longDay } from "../../../ui/dates.ts";
import { urls } from "../urls.ts";
import type { Invitation } from "./invitations.ts";
import { roleOptions } from "./member-pages.tsx";
import { rolesWords, settingsStep } from "./pages.tsx";
import { invitationDays } from "./rules.ts";

/** Inviting someone: a name, an address, what they will do. */
export function invitePage(view: View, { form }: { form: FormState }): string {
  const { t } = view;
  const title = t("people:invite.title");
  const field = { view, form };
  return deskPage(
    view,
    { title, section: urls.settings, wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[settingsStep(view), { words: t("people:team.title"), path: urls.team }]}
        here={title}
      />
      <h1>{title}</h1>
      <p>{t("people:invite.words", { count: invitationDays })}</p>
      <Form view={view} action={view.href(urls.teamInvitation)} form={form}>
        <TextField
          {...field}
          name="name"
          maxLength={120}
          autocomplete="off"
          label={t("people:field.name")}
        />
        <TextField
          {...field}
          name="email"
          type="email"
          maxLength={254}
          autocomplete="off"
          label={t("people:field.email")}
          hint={t("people:invite.email")}
        />
        <CheckboxGroup
          {...field}
          name="roles"
          label={t("people:invite.roles")}
          options={roleOptions(view)}
        />
        <Actions>
          <Button icon="send" waiting={t("people:sign_in.waiting")}>
            {t("people:invite.do")}
          </Button>
        </Actions>
      </Form>
    </>,
  );
}

/** What the invitation's link shows: one button; opening the page accepts nothing. */
export function invitedPage(
  view: View,
  { link, invitation }: { link: string; invitation: Invitation },
): string {
  const { t } = view;
  const title = t("people:invited.title", { commune: view.commune.name });
  return page(
    view,
    { title, main: "text", hidden: true },
    <>
      <h1>{title}</h1>
      <p>{t("people:invited.words", { site: view.commune.siteName })}</p>
      <Facts
        view={view}
        facts={[
          { term: t("people:field.name"), value: invitation.name },
          { term: t("people:field.email"), value: invitation.email },
          { term: t("people:team.roles"), value: rolesWords(view, invitation.roles) },
          {
            term: t("people:invited.until"),
            value: longDay(view.lang, dayOf(invitation.expiresAt), true),
          },
        ]}
      />
      <ActionForm view={view} icon="key" action={view.href(urls.invitation(link))}>
        {t("people:invited.do")}
      </ActionForm>
      <p class="soft">{t("people:link.shared")}</p>
    </>,
  );
}

/** An invitation accepted, taken back or too old. */
export function invitationOverPage(view: View): string {
  const { t } = view;
  return page(
    view,
    { title: t("people:invited.over.title"), main: "text", hidden: true },
    <>
      <h1>{t("people:invited.over.title")}</h1>
      <EmptyState scene={<RestScene />} title={t("people:invited.over.why")}>
        <p>{t("people:invited.over.words")}</p>
        <Actions>
          <ButtonLink icon="key" href={view.href(urls.signIn)}>
            {t("people:invited.over.sign_in")}
          </ButtonLink>
        </Actions>
      </EmptyState>
    </>,
  );
}
