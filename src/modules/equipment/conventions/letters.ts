import type { Ask } from "../../../platform/http/ask.ts";
import { queueMail } from "../../../platform/mail.ts";
import { longDay } from "../../../ui/dates.ts";
import { writeLetter } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Convention } from "./queries.ts";

/** Writes to those who hold the record of the association: a convention waits for them, or stands. */
export async function tellConvention(
  ask: Ask,
  convention: Pick<Convention, "id" | "associationId" | "associationName" | "untilDay">,
  news: "proposed" | "valid",
): Promise<void> {
  const owners = await ask.tx
    .selectFrom("association_member as m")
    .innerJoin("person as p", "p.person_id", "m.person_id")
    .select("p.email")
    .where("m.association_id", "=", convention.associationId)
    .where("m.role", "=", "owner")
    .execute();
  const t = ask.house.words("fr");
  const { phone, siteName } = ask.tenant.view;
  for (const { email } of owners) {
    const letter = writeLetter({
      t,
      lang: "fr",
      siteName,
      subject: t(`conventiondesk:mail.${news}Subject`),
      greeting: t("lending:mail.greeting"),
      paragraphs: [
        t(`conventiondesk:mail.${news}`, {
          association: convention.associationName,
          day: longDay("fr", convention.untilDay),
        }),
      ],
      action: {
        words: t(`conventiondesk:mail.${news}Action`),
        url: `${ask.view.origin}${urls.convention(convention.id)}`,
      },
      signature: [ask.tenant.senderName, ...(phone ? [phone] : [])],
    });
    await queueMail(ask.tx, { kind: "convention", to: email, ...letter });
  }
}
