import { shownPhone, type View } from "../../../ui/index.ts";
import type { Section } from "../codes.ts";
import type { Contact } from "../record/fields.ts";
import type { ConfirmSeen } from "./pages.tsx";

/** What the listing says in a section today, as residents read it; "nothing" is said too. */
export function Said({ view, seen, section }: { view: View; seen: ConfirmSeen; section: Section }) {
  const { t } = view;
  const { record, contacts } = seen.holder.situation;
  const lines = linesOf();
  return lines.length ? (
    <>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </>
  ) : (
    <p class="soft">{t("confirming:nothing")}</p>
  );

  function linesOf(): string[] {
    if (section === "prices") return texts(record.prices);
    if (section === "registration") return texts(record.registration);
    if (section === "places")
      return [
        ...seen.venues.map(({ name, address }) => [name, address].filter(Boolean).join(", ")),
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
    return contacts.flatMap((contact) => contactLine(view, contact, seen.holder.contact));
  }
}

const texts = (text: string | null): string[] =>
  (text ?? "").split("\n").filter((line) => line.trim() !== "");

/** A contact as it is published; the reader's own is told whole, with what stays hidden. */
function contactLine({ t }: View, contact: Contact, own: Contact | undefined): string[] {
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
