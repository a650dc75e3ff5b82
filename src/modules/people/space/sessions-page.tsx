import { momentWords } from "../../../ui/dates.ts";
import { ActionForm, Breadcrumb, page, Table, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { deviceWords } from "./devices.ts";
import type { OpenSession } from "./queries.ts";

type Sessions = { sessions: readonly OpenSession[]; current: string };

/** Where the person is signed in, each device in words. */
export function sessionsPage(view: View, { sessions, current }: Sessions): string {
  const { t } = view;
  const title = t("people:sessions.title");
  return page(
    view,
    { title, section: urls.space, hidden: true },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("people:space.title"), path: urls.space }]}
        here={title}
      />
      <h1>{title}</h1>
      <p>{t("people:sessions.words")}</p>
      <Table
        view={view}
        caption={t("people:sessions.caption", { count: sessions.length })}
        rows={sessions}
        columns={[
          {
            label: t("people:sessions.device"),
            heading: true,
            cell: ({ device, id }) => (
              <>
                {deviceWords(t, device)}
                {id === current && <span class="soft"> ({t("people:sessions.this")})</span>}
              </>
            ),
          },
          {
            label: t("people:sessions.since"),
            cell: ({ since }) => momentWords(view.lang, since),
          },
          {
            label: t("people:sessions.act"),
            cell: ({ id, device, since }) => (
              <ActionForm
                view={view}
                kind="quiet"
                icon="leave"
                action={view.href(urls.sessionEnd(id))}
              >
                {t("people:sessions.end")}
                <span class="sr">
                  {" "}
                  {deviceWords(t, device)}, {momentWords(view.lang, since)}
                </span>
              </ActionForm>
            ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <ActionForm view={view} kind="secondary" action={view.href(urls.otherSessionsEnd)}>
          {t("people:sessions.end_others")}
        </ActionForm>
      )}
    </>,
  );
}
