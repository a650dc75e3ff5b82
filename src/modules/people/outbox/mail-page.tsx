import { momentWords } from "../../../ui/dates.ts";
import {
  ActionForm,
  Alert,
  Breadcrumb,
  deskPage,
  Facts,
  Refused,
  type View,
} from "../../../ui/index.ts";
import { settingsStep } from "../team/pages.tsx";
import { urls } from "../urls.ts";
import { NoMailServer, recipient, State } from "./pages.tsx";
import type { Mail } from "./queries.ts";
import { isPrivate, stateOfMail } from "./rules.ts";

type Seen = {
  mail: Mail;
  mailServer: boolean;
  secret: boolean;
  refusal: string | undefined;
};

/** One mail: what became of it, its words, and how it looks. */
export function mailPage(view: View, seen: Seen): string {
  const { t } = view;
  const { mail, mailServer, secret } = seen;
  const state = stateOfMail(mail);
  return deskPage(
    view,
    { title: mail.subject, section: urls.outbox },
    <>
      <Breadcrumb
        view={view}
        trail={[settingsStep(view), { words: t("people:outbox.title"), path: urls.outbox }]}
        here={mail.subject}
      />
      <h1>{mail.subject}</h1>
      <Refused view={view} sentence={seen.refusal} />
      <Facts
        view={view}
        facts={[
          { term: t("people:outbox.to"), value: recipient(view, mail) },
          { term: t("people:outbox.when"), value: momentWords(view.lang, mail.createdAt) },
          { term: t("people:outbox.state"), value: <State view={view} mail={mail} /> },
          {
            term: t("people:outbox.sent_at"),
            value: mail.sentAt && momentWords(view.lang, mail.sentAt),
          },
          { term: t("people:outbox.attempts"), value: mail.attempts || undefined },
          {
            term: t("people:outbox.answer"),
            value:
              state === "failed" && !isPrivate(mail.kind) ? (
                <code>{mail.lastError}</code>
              ) : undefined,
          },
        ]}
      />
      {!mailServer && <NoMailServer view={view} />}
      {mailServer && state !== "sent" && (
        <ActionForm view={view} icon="send" action={view.href(urls.mailSending(mail.id))}>
          {t("people:outbox.again")}
        </ActionForm>
      )}
      {isPrivate(mail.kind) ? (
        <Alert view={view} kind="info" title={t("people:outbox.private.title")}>
          <p>{t("people:outbox.private.words")}</p>
        </Alert>
      ) : secret ? (
        <Alert view={view} kind="info" title={t("people:outbox.secret.title")}>
          <p>{t("people:outbox.secret.words")}</p>
        </Alert>
      ) : (
        <Words view={view} mail={mail} />
      )}
    </>,
  );
}

const Words = ({ view, mail }: { view: View; mail: Mail }) => (
  <>
    <h2>{view.t("people:outbox.text")}</h2>
    <div class="letter-text">{linked(view, mail.text)}</div>
    {mail.html && (
      <>
        <h2>{view.t("people:outbox.look")}</h2>
        <iframe
          class="letter-frame"
          title={view.t("people:outbox.look")}
          src={view.href(urls.mailLook(mail.id))}
          sandbox=""
        />
      </>
    )}
  </>
);

/** The text with the addresses of this very site as links; others stay text. */
function linked(view: View, text: string) {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, at) =>
      at % 2 && part.startsWith(`${view.origin}/`) ? <a href={part}>{part}</a> : part,
    );
}
