import { longDay } from "../../../ui/dates.ts";
import { ActionForm, Alert, HumanHelp, page, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";

/** What these mails are, and a button that stops them; once stopped, the way back. */
export function stopPage(view: View, token: string, refusedAt: Date | null): string {
  const { t, href, commune } = view;
  const title = t(refusedAt ? "reminders:stop.done" : "reminders:stop.title");
  return page(
    view,
    { title, main: "text", hidden: true },
    <>
      <h1>{title}</h1>
      {refusedAt ? (
        <>
          <Alert view={view} kind="success">
            <p>{t("reminders:stop.doneWords", { day: longDay(view.lang, refusedAt) })}</p>
          </Alert>
          <p>{t("reminders:stop.still")}</p>
          <ActionForm
            view={view}
            action={href(urls.resumeMails(token))}
            kind="secondary"
            icon="undo"
          >
            {t("reminders:stop.mistake")}
          </ActionForm>
        </>
      ) : (
        <>
          <p class="lead">{t("reminders:stop.lead")}</p>
          <p>{t("reminders:stop.then")}</p>
          <p>{t("reminders:stop.still")}</p>
          <ActionForm view={view} action={href(urls.stopMails(token))} icon="mail">
            {t("reminders:stop.act")}
          </ActionForm>
        </>
      )}
      <HumanHelp view={view} title={t("reminders:stop.help")} phone={commune.phone}>
        <p>{t("reminders:stop.helpWords")}</p>
      </HumanHelp>
    </>,
  );
}
