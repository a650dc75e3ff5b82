import {
  ActionForm,
  Actions,
  ButtonLink,
  EmptyState,
  page,
  RestScene,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { tokenMinutes } from "./rules.ts";

/** What the link of the mail shows: one button; opening the page uses nothing up. */
export function linkPage(view: View, { link, email }: { link: string; email: string }): string {
  const { t } = view;
  return page(
    view,
    { title: t("people:link.title"), main: "text", hidden: true },
    <>
      <h1>{t("people:link.title")}</h1>
      <p>{t("people:link.words", { email, site: view.commune.siteName })}</p>
      <ActionForm view={view} icon="key" action={view.href(urls.link(link))}>
        {t("people:link.do")}
      </ActionForm>
      <p class="soft">{t("people:link.shared")}</p>
    </>,
  );
}

/** A link used, too old or unknown: the way to another. */
export function linkOverPage(view: View): string {
  const { t } = view;
  return page(
    view,
    { title: t("people:link.over.title"), main: "text", hidden: true },
    <>
      <h1>{t("people:link.over.title")}</h1>
      <EmptyState scene={<RestScene />} title={t("people:link.over.why")}>
        <p>{t("people:link.over.words", { count: tokenMinutes })}</p>
        <Actions>
          <ButtonLink icon="mail" href={view.href(urls.signIn)}>
            {t("people:code.again")}
          </ButtonLink>
        </Actions>
      </EmptyState>
    </>,
  );
}
