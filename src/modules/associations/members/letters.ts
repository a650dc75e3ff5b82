import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { queueMail } from "../../../platform/mail.ts";
import { longDay } from "../../../ui/dates.ts";
import { writeLetter, type Letter } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Invited } from "./invitations.ts";
import { membersOf } from "./queries.ts";
import { claimDays, invitationDays } from "./rules.ts";

type Words = Omit<Letter, "t" | "lang" | "dir" | "siteName" | "signature">;

/** Sends a letter about an association: in French, signed by the town hall. */
export async function sendLetter(
  ask: Ask,
  kind: string,
  to: { email: string; personId?: string },
  words: Words,
): Promise<void> {
  const { phone, siteName } = ask.tenant.view;
  const letter = writeLetter({
    ...words,
    t: ask.house.words("fr"),
    lang: "fr",
    siteName,
    signature: [ask.tenant.senderName, ...(phone ? [phone] : [])],
  });
  await queueMail(ask.tx, {
    kind,
    to: to.email,
    ...(to.personId ? { toPersonId: to.personId } : {}),
    ...letter,
  });
}

/** The letter that carries a link to enter an association's space. */
export async function sendAccessLink(
  ask: Ask,
  invited: Invited,
  association: string,
  token: string,
): Promise<void> {
  const t = ask.house.words("fr");
  const asked = invited.how === "mail" || invited.how === "code";
  const part = asked ? "claim" : invited.how === "request" ? "accepted" : "invited";
  const days = asked ? claimDays : invitationDays;
  await sendLetter(
    ask,
    "association_access",
    { email: invited.email },
    {
      subject: t(`claiming:letter.${part}.subject`, { name: association }),
      greeting: invited.name
        ? t("claiming:letter.greeting", { name: invited.name })
        : t("claiming:letter.hello"),
      paragraphs: [
        t(`claiming:letter.${part}.words`, { name: association }),
        ...(asked ? [] : [t(`claiming:role.${invited.role}`)]),
      ],
      action: {
        words: t("claiming:letter.action"),
        url: ask.view.origin + urls.access(token),
      },
      after: [
        t("claiming:letter.until", { day: longDay("fr", addDays(dayOf(ask.now), days)) }),
        t(asked ? "claiming:letter.notYou" : "claiming:letter.call"),
      ],
    },
  );
}

/** Tells the people responsible, but for whom did it and whom it is about, what changed among them. */
export async function tellOwners(
  ask: Ask,
  association: { id: string; name: string },
  sentence: string,
  but: readonly (string | undefined)[],
): Promise<void> {
  const t = ask.house.words("fr");
  for (const { id, name, email, role } of await membersOf(ask.tx, association.id))
    if (role === "owner" && !but.includes(id))
      await sendLetter(
        ask,
        "association_people",
        { email, personId: id },
        {
          subject: t("claiming:letter.people.subject", { name: association.name }),
          greeting: t("claiming:letter.greeting", { name }),
          paragraphs: [sentence],
          action: {
            words: t("claiming:letter.people.action"),
            url: ask.view.origin + urls.spacePeople(association.id),
          },
          after: [t("claiming:letter.people.wrong")],
        },
      );
}
