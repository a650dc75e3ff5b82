import { momentWords } from "../../../ui/dates.ts";
import type { Person } from "../../../platform/http/person.ts";
import {
  ActionForm,
  Alert,
  Breadcrumb,
  Card,
  Doors,
  page,
  Table,
  type Door,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { deviceWords } from "./devices.ts";
import type { OpenSession } from "./queries.ts";

/** What the person can do today, no more. */
export function spacePage(view: View, person: Person): string {
  const { t } = view;
  const doors: Door[] = [
    ...(person.roles.length
      ? [
          {
            title: t("people:space.desk.title"),
            words: t("people:space.desk.words"),
            href: view.href(urls.desk),
            icon: "settings" as const,
          },
        ]
      : []),
    {
      title: t("people:space.devices.title"),
      words: t("people:space.devices.words"),
      href: view.href(urls.devices),
      icon: "key",
    },
    {
      title: t("mine:door.title"),
      words: t("mine:door.words"),
      href: view.href(urls.mine),
      icon: "person",
    },
    {
      title: t("people:space.sessions.title"),
      words: t("people:space.sessions.words"),
      href: view.href(urls.sessions),
      icon: "equipment",
    },
  ];
  return page(
    view,
    { title: t("people:space.title"), section: urls.space, hidden: true },
    <>
      <h1>{t("people:space.hello", { name: person.name })}</h1>
      <p class="soft">{t("people:space.as", { email: person.email })}</p>
      {(person.associations.length > 0 || person.roles.length === 0) && (
        <section class="flow" aria-labelledby="associations">
          <h2 id="associations">
            {t("people:space.associations", { count: person.associations.length })}
          </h2>
          <Associations view={view} person={person} />
        </section>
      )}
      <section class="flow" aria-labelledby="suite">
        <h2 id="suite">{t("people:space.access")}</h2>
        <Doors doors={doors} />
        <SignOut view={view} />
      </section>
    </>,
  );
}

function Associations({ view, person }: { view: View; person: Person }) {
  const { t } = view;
  if (person.associations.length === 0)
    return (
      <Alert view={view} kind="info">
        <p>{t("people:space.none")}</p>
      </Alert>
    );
  return (
    <>
      <ul class="grid plain">
        {person.associations.map(({ id, name, role }) => {
          const writes = role !== "reader";
          return (
            <li>
              <Card title={name} href={view.href(urls.listing(id))}>
                <p>{t(`people:membership.${role}`)}</p>
                <p class="soft">{t(writes ? "people:space.keepTrue" : "people:space.see")}</p>
              </Card>
            </li>
          );
        })}
      </ul>
      <ul>
        {person.associations.map(({ id, name }) => (
          <li>
            <a href={view.href(urls.documents(id))}>{t("people:space.documents", { name })}</a>
          </li>
        ))}
      </ul>
      {person.associations.every(({ role }) => role === "reader") && (
        <p>
          {t("people:space.change")} <a href={view.href("/contact")}>{t("people:space.contact")}</a>
        </p>
      )}
    </>
  );
}

const SignOut = ({ view }: { view: View }) => (
  <ActionForm view={view} kind="secondary" icon="leave" action={view.href(urls.signOut)}>
    {view.t("people:space.sign_out")}
  </ActionForm>
);

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
