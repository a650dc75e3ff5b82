import { longDay } from "../../../ui/dates.ts";
import { spoken } from "../../../ui/phone.ts";
import { ActionForm, Card, MailAddress, Tag, type View } from "../../../ui/index.ts";
import type { Contact, Situation } from "../record/fields.ts";
import type { AddressMark } from "../reminders/addresses.ts";
import { urls } from "../urls.ts";

/** Contacts with what is published of each, for those who may read them. */
export function ContactList(props: {
  view: View;
  situation: Situation;
  marks: readonly AddressMark[];
  mayReadContacts: boolean;
  mayWrite: boolean;
}) {
  const { view, situation, mayReadContacts, mayWrite } = props;
  const { t } = view;
  if (!mayReadContacts) return <p class="soft">{t("registry:one.hiddenContacts")}</p>;
  const mark = (shown: boolean) => (
    <Tag icon={shown ? "eye" : "hidden"}>
      {t(shown ? "registry:one.public" : "registry:one.private")}
    </Tag>
  );
  return (
    <>
      {situation.contacts.length === 0 && <p class="soft">{t("registry:one.noContact")}</p>}
      {situation.contacts.map((one) => (
        <Card>
          {one.name && (
            <p class="row">
              <strong>{one.name}</strong> {mark(one.namePublic)}
            </p>
          )}
          {one.role && <p>{one.role}</p>}
          {one.email && (
            <p class="row">
              <a href={`mailto:${one.email}`}>
                <MailAddress address={one.email} />
              </a>{" "}
              {mark(one.emailPublic)}
            </p>
          )}
          {one.email && (
            <AddressState
              view={view}
              id={situation.id}
              contact={one}
              mark={props.marks.find(({ contactId }) => contactId === one.id)}
              mayWrite={mayWrite}
            />
          )}
          {one.phone && (
            <p class="row">
              <a href={`tel:${one.phone}`}>{spoken(one.phone)}</a> {mark(one.phonePublic)}
            </p>
          )}
          {mayWrite && (
            <p>
              <a href={view.href(urls.contact(situation.id, one.id))}>
                {t("registry:edit.change")}
                <span class="sr"> {one.name ?? one.email ?? one.phone}</span>
              </a>
            </p>
          )}
        </Card>
      ))}
      {mayWrite && (
        <p>
          <a href={view.href(urls.newContact(situation.id))}>{t("registry:contact.add")}</a>
        </p>
      )}
    </>
  );
}

/** What is known of an address: refused by its owner, or receiving nothing; an agent may say so too. */
function AddressState(props: {
  view: View;
  id: string;
  contact: Contact;
  mark: AddressMark | undefined;
  mayWrite: boolean;
}) {
  const { view, mark } = props;
  const { t } = view;
  const dead = mark?.deadSince;
  return (
    <>
      {mark?.refusedOn && (
        <p>
          <Tag tone="warning">
            {t("climbing:address.refused", { day: longDay(view.lang, mark.refusedOn) })}
          </Tag>
        </p>
      )}
      {dead && (
        <p>
          <Tag tone="error">{t("climbing:address.dead", { day: longDay(view.lang, dead) })}</Tag>
        </p>
      )}
      {props.mayWrite && (
        <ActionForm
          view={view}
          action={view.href(urls.addressState(props.id, props.contact.id))}
          fields={{ state: dead ? "alive" : "dead" }}
          kind="quiet"
        >
          {t(dead ? "climbing:address.markAlive" : "climbing:address.markDead")}
          <span class="sr"> : {props.contact.email}</span>
        </ActionForm>
      )}
    </>
  );
}
