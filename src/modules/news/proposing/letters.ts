import type { Ask } from "../../../platform/http/ask.ts";
import { queueMail } from "../../../platform/mail.ts";
import { writeLetter } from "../../../ui/index.ts";
import type { NewsItem } from "../record/queries.ts";
import { urls } from "../urls.ts";

/** Tells whoever proposed an item that it is published, or why it is not. */
export async function tellProposer(ask: Ask, item: NewsItem, answer: string | null): Promise<void> {
  if (!item.proposerId) return;
  const to = await ask.tx
    .selectFrom("person")
    .select("email")
    .where("person_id", "=", item.proposerId)
    .executeTakeFirst();
  if (!to) return;
  const t = ask.house.words("fr");
  const { phone } = ask.tenant.view;
  const key = answer === null ? "published" : "declined";
  const letter = writeLetter({
    t,
    lang: "fr",
    siteName: ask.tenant.view.siteName,
    subject: t(`newsdesk:mail.${key}Subject`, { title: item.title }),
    greeting: t("newsdesk:mail.greeting"),
    paragraphs: [t(`newsdesk:mail.${key}`, { title: item.title }), ...(answer ? [answer] : [])],
    ...(answer === null
      ? {
          action: {
            words: t("newsdesk:mail.see"),
            url: `${ask.view.origin}${urls.item(item.slug)}`,
          },
        }
      : {}),
    signature: [ask.tenant.senderName, ...(phone ? [phone] : [])],
  });
  await queueMail(ask.tx, { kind: "news_answer", to: to.email, ...letter });
}
