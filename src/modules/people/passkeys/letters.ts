import type { Ask } from "../../../platform/http/ask.ts";
import type { Person } from "../../../platform/http/person.ts";
import type { Message } from "../../../platform/mail.ts";
import { writeLetter } from "../../../ui/index.ts";
import { letterhead } from "../sign-in/letters.ts";
import { deviceWords, type Device } from "../space/devices.ts";
import { urls } from "../urls.ts";

/** Tells a person that a device was added or removed: the one sign, should it be somebody else. */
export function deviceLetter(
  ask: Ask,
  person: Person,
  what: "added" | "removed",
  device: Device,
): Message {
  const { t } = ask;
  const letter = writeLetter({
    ...letterhead(ask),
    subject: t(`people:letter.device.${what}.subject`, { site: ask.tenant.view.siteName }),
    greeting: t("people:letter.greeting", { name: person.name }),
    paragraphs: [t(`people:letter.device.${what}.words`, { device: deviceWords(t, device) })],
    action: {
      words: t("people:letter.device.action"),
      url: ask.view.origin + ask.view.href(urls.devices),
    },
    after: [t("people:letter.device.not_you")],
  });
  return { kind: `device_${what}`, to: person.email, toPersonId: person.id, ...letter };
}
