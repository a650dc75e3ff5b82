import { longDay, momentWords } from "../../../ui/dates.ts";
import {
  Alert,
  MailAddress,
  shownPhone,
  Table,
  type Column,
  type View,
} from "../../../ui/index.ts";
import { answersOf, personWords } from "../enrolling/described.ts";
import type { Registration } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { Calls } from "./calls-list.tsx";
import type { RollSeen } from "./roll-page.tsx";

/** Who registered, who waits in the order of the list, who cancelled. */
export function Names({
  view,
  seen,
  registrations,
}: {
  view: View;
  seen: RollSeen;
  registrations: readonly Registration[];
}) {
  const { t } = view;
  const kept = registrations.filter(({ purgedAt }) => purgedAt === null);
  const has = (...states: Registration["state"][]) =>
    kept.filter(({ ended, state }) => ended === null && states.includes(state));
  const ended = kept.filter(({ ended: why }) => why !== null);
  const forgotten = registrations.length - kept.length;
  const table = (rows: readonly Registration[], caption: string, empty: string) => (
    <Table
      view={view}
      caption={caption}
      rows={rows}
      empty={
        <>
          <h2>{caption}</h2>
          <p class="soft">{empty}</p>
        </>
      }
      columns={columnsOf(view, seen)}
    />
  );
  return (
    <>
      {!seen.mails && (
        <Alert view={view} kind="warning" title={t("roll:noMails.title")}>
          <p>{t("roll:noMails.words")}</p>
        </Alert>
      )}
      <Calls view={view} seen={seen} />
      {table(has("taken", "held"), t("roll:list.taken"), t("roll:list.nobody"))}
      {has("waiting", "offered").length > 0 &&
        table(has("offered", "waiting"), t("roll:list.waiting"), "")}
      {ended.length > 0 && (
        <details>
          <summary>{t("roll:list.endedCount", { count: ended.length })}</summary>
          {table(ended, t("roll:list.ended"), "")}
        </details>
      )}
      {forgotten > 0 && <p class="soft">{t("roll:list.forgotten", { count: forgotten })}</p>}
    </>
  );
}

function columnsOf(view: View, { keeping, one }: RollSeen): Column<Registration>[] {
  const { t, href, lang } = view;
  const at = [keeping.programme.base, keeping.activity.id, one.opening.id] as const;
  return [
    {
      label: t("roll:column.who"),
      heading: true,
      cell: (row) => (
        <a href={href(urls.person(...at, row.id))}>
          {row.people.map((who) => personWords(t, who)).join(", ")}
        </a>
      ),
    },
    {
      label: t("roll:column.contact"),
      cell: ({ phone, email }) => (
        <>
          {phone && <a href={`tel:${phone}`}>{shownPhone(phone)}</a>}
          {phone && email && <br />}
          {email && (
            <a href={`mailto:${email}`}>
              <MailAddress address={email} />
            </a>
          )}
        </>
      ),
    },
    {
      label: t("roll:column.answers"),
      ifAny: true,
      cell: (row) => {
        const given = answersOf(t, one.opening, row);
        return given.length
          ? given.map(({ question, answer }) => (
              <p>
                <span class="soft">{question}</span> {answer}
              </p>
            ))
          : null;
      },
    },
    {
      label: t("roll:column.state"),
      cell: ({ ended, state, place, expiresAt, createdAt }) =>
        ended !== null
          ? t(`roll:ended.${ended}`)
          : state === "waiting"
            ? t("roll:state.waiting", { place: place ?? 1 })
            : state === "offered"
              ? t("roll:state.offered", { at: expiresAt ? momentWords(lang, expiresAt) : "" })
              : t("roll:state.since", { day: longDay(lang, createdAt) }),
    },
  ];
}
