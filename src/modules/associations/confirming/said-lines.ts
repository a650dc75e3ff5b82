import type { Translate } from "../../../platform/i18n/index.ts";
import { shownPhone } from "../../../ui/phone.ts";
import type { Section } from "../codes.ts";
import type { Contact, Situation } from "../record/fields.ts";
import type { VenueLine } from "../situation/queries.ts";

/** A listing as it is read: by one of its contacts, whose own lines are told whole, or by anybody. */
export type Read = {
  situation: Situation;
  venues: readonly VenueLine[];
  own?: Contact | undefined;
};

/** What a listing says in a section today, as residents read it; nothing, when it says nothing. */
export function saidLines(t: Translate, read: Read, section: Section): string[] {
  const { record, contacts } = read.situation;
  if (section === "prices") return texts(record.prices);
  if (section === "registration") return texts(record.registration);
  if (section === "places")
    return [
      ...read.venues.map(({ name, address }) => [name, address].filter(Boolean).join(", ")),
      ...texts(record.schedule),
    ];
  if (section === "accessibility") {
    const words = (codes: readonly string[]) =>
      codes.map((code) => t(`associations:access.${code}` as "associations:access.step_free"));
    return [
      ...(record.accessYes.length ? [words(record.accessYes).join(", ")] : []),
      ...(record.accessNo.length
        ? [t("confirming:accessNo", { list: words(record.accessNo).join(", ").toLowerCase() })]
        : []),
      ...texts(record.accessNote),
    ];
  }
  return contacts.flatMap((contact) => contactLine(t, contact, read.own));
}

const texts = (text: string | null): string[] =>
  (text ?? "").split("\n").filter((line) => line.trim() !== "");

/** A contact as it is published; the reader's own is told whole, with what stays hidden. */
function contactLine(t: Translate, contact: Contact, own: Contact | undefined): string[] {
  const parts = (all: boolean) =>
    [
      (all || contact.namePublic) && contact.name,
      (all || contact.namePublic) && contact.role,
      (all || contact.phonePublic) && contact.phone && shownPhone(contact.phone),
      (all || contact.emailPublic) && contact.email,
    ].filter((part): part is string => Boolean(part));
  const shown = parts(false);
  if (contact.id !== own?.id) return shown.length ? [shown.join(", ")] : [];
  const hidden = parts(true).filter((part) => !shown.includes(part));
  return [
    ...(shown.length ? [shown.join(", ")] : []),
    ...(hidden.length ? [t("confirming:hidden", { list: hidden.join(", ") })] : []),
  ];
}
