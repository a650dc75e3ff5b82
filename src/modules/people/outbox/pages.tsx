import { momentWords } from "../../../ui/dates.ts";
import {
  Alert,
  Breadcrumb,
  deskPage,
  EmptyState,
  MailAddress,
  Pagination,
  RestScene,
  Table,
  Tag,
  type View,
} from "../../../ui/index.ts";
import { settingsStep } from "../team/pages.tsx";
import { urls } from "../urls.ts";
import type { MailLine } from "./queries.ts";
import { isPrivate, stateOfMail, troubleOf, type MailState } from "./rules.ts";

type Seen = {
  mails: readonly MailLine[];
  total: number;
  page: number;
  pages: number;
  mailServer: boolean;
};

/** The mails written by the site, newest first. */
export function outboxPage(view: View, seen: Seen): string {
  const { t } = view;
  const title = t("people:outbox.title");
  return deskPage(
    view,
    { title, section: urls.outbox },
    <>
      <Breadcrumb view={view} trail={[settingsStep(view)]} here={title} />
      <h1>{title}</h1>
      <p>{t("people:outbox.words")}</p>
      {!seen.mailServer && <NoMailServer view={view} />}
      <Table
        view={view}
        caption={t("people:outbox.caption", { count: seen.total })}
        rows={seen.mails}
        empty={
          <EmptyState scene={<RestScene />} title={t("people:outbox.none.title")}>
            <p>{t("people:outbox.none.words")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("people:outbox.subject"),
            heading: true,
            cell: ({ id, subject }) => <a href={view.href(urls.mail(id))}>{subject}</a>,
          },
          { label: t("people:outbox.to"), cell: (mail) => recipient(view, mail) },
          {
            label: t("people:outbox.when"),
            cell: ({ createdAt }) => momentWords(view.lang, createdAt),
          },
          { label: t("people:outbox.state"), cell: (mail) => <State view={view} mail={mail} /> },
        ]}
      />
      <Pagination
        view={view}
        page={seen.page}
        pages={seen.pages}
        href={(page) => view.href(urls.outboxPage(page))}
      />
    </>,
  );
}

/** Whom a mail is for, unless it is nobody's business here. */
export const recipient = ({ t }: View, { kind, to }: Pick<MailLine, "kind" | "to">) =>
  isPrivate(kind) ? t("people:outbox.private.to") : <MailAddress address={to} />;

/** No mail leaves: why, and what it means for the person reading. */
export const NoMailServer = ({ view }: { view: View }) => (
  <Alert view={view} kind="warning" title={view.t("people:outbox.no_server.title")}>
    <p>{view.t("people:outbox.no_server.words")}</p>
  </Alert>
);

const tones = { waiting: "info", sent: "success", failed: "error" } as const satisfies Record<
  MailState,
  string
>;

/** Waiting, sent or failed, with the reason in plain words. */
export function State({ view, mail }: { view: View; mail: MailLine }) {
  const { t } = view;
  const state = stateOfMail(mail);
  return (
    <>
      <Tag tone={tones[state]} {...(state === "waiting" ? { icon: "wait" } : {})}>
        {t(`people:outbox.states.${state}`)}
      </Tag>
      {state === "failed" && <> {t(`people:trouble.${troubleOf(mail.lastError ?? "")}`)}</>}
    </>
  );
}
