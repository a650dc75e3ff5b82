import {
  ActionForm,
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  Form,
  page,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { schedulingUrls as urls } from "../urls.ts";
import type { Followable } from "./followable.ts";

/** What is followed, as its pages show it: where it stands in the site, and the address of the form. */
export type Asking = Followable & {
  section: string;
  trail: readonly { words: string; path: string }[];
  action: string;
};

/** An address, to be told of dates that change. */
export function askPage(view: View, about: Asking, form: FormState): string {
  const { t, href } = view;
  const title = t("followers:title");
  return page(
    view,
    {
      title,
      section: about.section,
      main: "text",
      hidden: true,
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb view={view} trail={about.trail} here={title} />
      <h1>{title}</h1>
      <p class="lead">{about.title(t)}</p>
      <p>{t("followers:how")}</p>
      <Form view={view} form={form} action={href(about.action)}>
        <TextField
          view={view}
          form={form}
          name="email"
          type="email"
          autocomplete="email"
          maxLength={254}
          label={t("followers:email")}
          hint={t("followers:emailHint")}
        />
        <p class="soft">{t("followers:kept")}</p>
        <Actions>
          <Button icon="mail">{t("followers:send")}</Button>
          <ButtonLink kind="quiet" href={href(about.path)}>
            {t("followers:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}

/** What a letter leads to: to confirm, then to stop. Opening it changes nothing, scanners of mails open every link. */
export function linkPage(
  view: View,
  seen: { about: Followable; token: string; confirmed: boolean },
): string {
  const { t, href } = view;
  const { about, token, confirmed } = seen;
  const state = confirmed ? "own" : "confirm";
  const title = t(`followers:${state}.title`);
  return page(
    view,
    { title, main: "text", hidden: true },
    <>
      <h1>{title}</h1>
      <p class="lead">{about.title(t)}</p>
      <p>{t(`followers:${state}.words`)}</p>
      <Actions>
        {confirmed ? (
          <ActionForm view={view} action={href(urls.followed(token))} icon="close">
            {t("followers:own.stop")}
          </ActionForm>
        ) : (
          <ActionForm view={view} action={href(urls.followConfirming(token))} icon="done">
            {t("followers:confirm.do")}
          </ActionForm>
        )}
        {about.shown && (
          <ButtonLink kind="quiet" href={href(about.path)}>
            {t("followers:own.see")}
          </ButtonLink>
        )}
      </Actions>
    </>,
  );
}

/** Stopped, or a link that serves no more. */
export function donePage(view: View, state: "stopped" | "over"): string {
  const title = view.t(`followers:${state}.title`);
  return page(
    view,
    { title, main: "text", hidden: true },
    <>
      <h1>{title}</h1>
      <p class="lead">{view.t(`followers:${state}.words`)}</p>
    </>,
  );
}
