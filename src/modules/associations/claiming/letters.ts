import type { Ask } from "../../../platform/http/ask.ts";
import { sendLetter } from "../members/letters.ts";
import { urls } from "../urls.ts";

/** To an address the record does not know: kind, and the two other ways. */
export async function unknownLetter(
  ask: Ask,
  email: string,
  { name, slug }: { name: string; slug: string },
): Promise<void> {
  const t = ask.house.words("fr");
  await sendLetter(
    ask,
    "claim_unknown",
    { email },
    {
      subject: t("claiming:letter.claim.subject", { name }),
      greeting: t("claiming:letter.hello"),
      paragraphs: [
        t("claiming:letter.unknown.words", { name }),
        t("claiming:letter.unknown.account"),
      ],
      action: {
        words: t("claiming:letter.unknown.action"),
        url: ask.view.origin + urls.claimRequest(slug),
      },
      after: [t("claiming:letter.notYou")],
    },
  );
}

/** The town hall says no, and why. */
export async function refusedLetter(
  ask: Ask,
  asked: { email: string; name: string; association: string },
  answer: string,
): Promise<void> {
  const t = ask.house.words("fr");
  const { association } = asked;
  await sendLetter(
    ask,
    "claim_refused",
    { email: asked.email },
    {
      subject: t("claiming:letter.refused.subject", { name: association }),
      greeting: t("claiming:letter.greeting", { name: asked.name }),
      paragraphs: [t("claiming:letter.refused.words", { name: association }), answer],
      action: { words: t("claiming:letter.refused.action"), url: `${ask.view.origin}/contact` },
    },
  );
}
