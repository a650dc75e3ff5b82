import type { Person } from "../../../platform/http/person.ts";
import {
  ActionForm,
  Alert,
  ButtonLink,
  Card,
  Doors,
  French,
  page,
  Tag,
  type Door,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { SpaceToDo } from "../rooms.ts";

/** What the person has to do, then their associations, then their own access. */
export function spacePage(view: View, person: Person, todo: readonly SpaceToDo[]): string {
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
      title: t("people:space.bookings.title"),
      words: t("people:space.bookings.words"),
      href: view.href(urls.bookings),
      icon: "calendar",
    },
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
      {todo.length > 0 && <ToDo view={view} todo={todo} several={person.associations.length > 1} />}
      {(person.associations.length > 0 || person.roles.length === 0) && (
        <section class="flow" aria-labelledby="associations">
          <h2 id="associations">
            {t("people:space.associations", { count: person.associations.length })}
          </h2>
          <Associations view={view} person={person} todo={todo} />
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

/** The first thing to do has its button; the others wait below, each with its link. */
function ToDo(props: { view: View; todo: readonly SpaceToDo[]; several: boolean }) {
  const { view, several } = props;
  const { t, href } = view;
  const first = props.todo.find(({ path }) => path);
  const others = props.todo.filter((one) => one !== first);
  const named = ({ association, words }: SpaceToDo) =>
    several && association ? `${association.name} : ${words}` : words;
  return (
    <section class="flow" aria-labelledby="a-faire">
      <h2 id="a-faire">{t("people:space.todo")}</h2>
      {first?.path && (
        <Alert view={view} kind="warning" title={named(first)}>
          {first.detail && <p>{first.detail}</p>}
          <ButtonLink icon={first.icon ?? "done"} href={href(first.path)}>
            {first.action}
          </ButtonLink>
        </Alert>
      )}
      {others.length > 0 && (
        <ul>
          {others.map((one) => (
            <li>{one.path ? <a href={href(one.path)}>{named(one)}</a> : named(one)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Associations(props: { view: View; person: Person; todo: readonly SpaceToDo[] }) {
  const { view, person, todo } = props;
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
          const waits = todo.filter(({ association }) => association?.id === id).length;
          return (
            <li>
              <Card title={<French view={view}>{name}</French>} href={view.href(urls.listing(id))}>
                <p>{t(`people:membership.${role}`)}</p>
                {writes && (
                  <p>
                    {waits ? (
                      <Tag icon="wait">{t("people:space.waits", { count: waits })}</Tag>
                    ) : (
                      <Tag tone="success">{t("people:space.upToDate")}</Tag>
                    )}
                  </p>
                )}
                <p class="soft">{t(writes ? "people:space.keepTrue" : "people:space.see")}</p>
              </Card>
            </li>
          );
        })}
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
