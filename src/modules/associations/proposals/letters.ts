import type { Ask } from "../../../platform/http/ask.ts";
import { queueMail } from "../../../platform/mail.ts";
import { writeLetter } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Proposal } from "./queries.ts";

type Told = { state: "accepted" | "refused"; answer: string | null; slug: string | null };

const keys = {
  new_association: { accepted: "accepted", refused: "refused" },
  error: { accepted: "errorAccepted", refused: "errorRefused" },
} as const;

/** Tells the sender what became of their proposal, when they left an address. */
export async function tellSender(ask: Ask, proposal: Proposal, told: Told): Promise<void> {
  if (!proposal.sender_email) return;
  const t = ask.house.words("fr");
  const name = proposal.association_name ?? proposal.name ?? "";
  const key = keys[proposal.kind as keyof typeof keys][told.state];
  const { phone } = ask.tenant.view;
  const letter = writeLetter({
    t,
    lang: "fr",
    siteName: ask.tenant.view.siteName,
    subject: t(`proposals:mail.${key}Subject`, { name }),
    greeting: t("proposals:mail.greeting"),
    paragraphs: [t(`proposals:mail.${key}`, { name }), ...(told.answer ? [told.answer] : [])],
    ...(told.state === "accepted" && told.slug
      ? {
          action: {
            words: t("proposals:mail.see"),
            url: `${ask.view.origin}${urls.listing(told.slug)}`,
          },
        }
      : {}),
    signature: [ask.tenant.senderName, ...(phone ? [phone] : [])],
  });
  await queueMail(ask.tx, { kind: "proposal_answer", to: proposal.sender_email, ...letter });
}
