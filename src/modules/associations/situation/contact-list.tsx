import { spoken } from "../../../ui/phone.ts";
import { Card, Tag, type View } from "../../../ui/index.ts";
import type { Situation } from "../record/fields.ts";
import { urls } from "../urls.ts";

/** Contacts with what is published of each, for those who may read them. */
export function ContactList(props: {
  view: View;
  situation: Situation;
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
              <a href={`mailto:${one.email}`}>{one.email}</a> {mark(one.emailPublic)}
            </p>
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
