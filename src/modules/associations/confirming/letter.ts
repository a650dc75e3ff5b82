import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { queueMail } from "../../../platform/mail.ts";
import { longDay } from "../../../ui/dates.ts";
import { writeLetter } from "../../../ui/index.ts";
import { newToken } from "../../people/index.ts";
import { sectionStates } from "../freshness/queries.ts";
import type { Contact, Situation } from "../record/fields.ts";
import { urls } from "../urls.ts";
import { keepLinks, viewsOf } from "./queries.ts";
import { countedDays, linkDays, toAsk, worthSaying } from "./rules.ts";

/** The first contact with an address, in the association's own order. */
export const mainContact = ({ contacts }: Pick<Situation, "contacts">): Contact | undefined =>
  contacts.toSorted((a, b) => a.position - b.position).find(({ email }) => email);

/** Asks a contact to confirm the listing: what no longer holds, else all of it. The letter carries the page's own figures. */
export async function askToConfirm(
  ask: Ask,
  situation: Situation,
  contact: Contact & { email: string },
): Promise<void> {
  const today = dayOf(ask.now);
  const states = await sectionStates(ask.tx, situation.id, today);
  const token = newToken();
  const link = {
    associationId: situation.id,
    contactId: contact.id,
    sections: toAsk(states),
    at: ask.now,
    token,
  };
  await keepLinks(ask.tx, [link], linkDays);
  const since = addDays(today, -countedDays);
  const views = (await viewsOf(ask.tx, [situation.id], since)).get(situation.id) ?? 0;
  const t = ask.house.words("fr");
  const { name } = situation.record;
  const { phone, siteName } = ask.tenant.view;
  const letter = writeLetter({
    t,
    lang: "fr",
    siteName,
    subject: t("confirming:letter.subject", { name }),
    greeting: contact.name
      ? t("confirming:letter.greeting", { name: contact.name })
      : t("confirming:letter.hello"),
    paragraphs: [
      ...(views >= worthSaying ? [t("confirming:letter.views", { count: views, name })] : []),
      t("confirming:letter.ask", {
        sections: link.sections
          .map((one) => t(`associations:section.${one}`).toLowerCase())
          .join(", "),
      }),
      t("confirming:letter.how"),
    ],
    action: {
      words: t("confirming:letter.action"),
      url: ask.view.origin + urls.confirm(token),
    },
    after: [
      t("confirming:letter.until", { day: longDay("fr", addDays(today, linkDays)) }),
      t("confirming:letter.call"),
    ],
    signature: [ask.tenant.senderName, ...(phone ? [phone] : [])],
  });
  await queueMail(ask.tx, { kind: "confirmation", to: contact.email, ...letter });
}
