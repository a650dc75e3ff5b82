import { longDay } from "../../../ui/dates.ts";
import { dialled, spoken } from "../../../ui/phone.ts";
import {
  ActionForm,
  Actions,
  besideQueue,
  blankForm,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Facts,
  Form,
  HiddenField,
  type View,
} from "../../../ui/index.ts";
import { sections } from "../codes.ts";
import type { Situation } from "../record/fields.ts";
import type { VenueLine } from "../situation/queries.ts";
import { urls } from "../urls.ts";

export type CheckSeen = {
  situation: Situation;
  venues: readonly VenueLine[];
  /** Day of the last confirmation of places and times. */
  confirmedOn: string | null;
};

/** One listing nobody confirmed: whom to call, what it says, and the answer in one tap. */
export function checkPage(view: View, { situation, venues, confirmedOn }: CheckSeen): string {
  const { t, href } = view;
  const { id, record, contacts } = situation;
  const mail = contacts.some(({ email }) => email);
  const places = venues.map(({ name, detail }) => (detail ? `${name}, ${detail}` : name));
  return deskPage(
    view,
    { title: record.name, section: urls.list, main: "text" },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("registry:list.title"), path: urls.list }]}
        here={record.name}
      />
      <h1>{record.name}</h1>
      <p class="lead">
        {confirmedOn
          ? t("day:check.since", { date: longDay(view.lang, confirmedOn) })
          : t("day:check.never")}
      </p>
      <Calls view={view} contacts={contacts} />
      <h2>{t("day:check.says")}</h2>
      <Facts
        view={view}
        facts={[
          {
            term: t("registry:field.schedule"),
            value: record.schedule ?? t("day:check.nothing"),
            change: href(besideQueue(view, urls.section(id, "horaires"))),
          },
          {
            term: t("registry:field.places"),
            value: places.join(" ; ") || t("day:check.nothing"),
            change: href(besideQueue(view, urls.venues(id))),
          },
          {
            term: t("registry:field.prices"),
            value: record.prices ?? t("day:check.nothing"),
            change: href(besideQueue(view, urls.section(id, "tarifs"))),
          },
          { term: t("registry:field.registration"), value: record.registration },
        ]}
      />
      <Form view={view} form={blankForm} action={href(urls.confirmed(id))}>
        {sections.map((section) => (
          <HiddenField name="section" value={section} />
        ))}
        <Button icon="done">{t("day:check.allTrue")}</Button>
      </Form>
      <Actions>
        {mail && (
          <ActionForm view={view} action={href(urls.confirmAsk(id))} kind="secondary" icon="mail">
            {t("registry:confirm.ask")}
          </ActionForm>
        )}
        <ButtonLink kind="quiet" href={href(urls.one(id))} icon="eye">
          {t("day:check.record")}
        </ButtonLink>
      </Actions>
    </>,
  );
}

/** The numbers to call, one tap each; without one, what is left. */
function Calls({ view, contacts }: { view: View; contacts: Situation["contacts"] }) {
  const { t } = view;
  const reached = contacts.flatMap(({ name, phone }) => (phone ? [{ name, phone }] : []));
  if (!reached.length) return <p>{t("day:check.noPhone")}</p>;
  return (
    <ul class="plain">
      {reached.map(({ name, phone }) => (
        <li>
          <ButtonLink href={`tel:${dialled(phone)}`} kind="secondary" icon="phone">
            {t("day:check.call", { name: name ?? t("day:check.association") })}{" "}
            <span class="nowrap">{spoken(phone)}</span>
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
