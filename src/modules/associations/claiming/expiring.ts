import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import { queueMail } from "../../../platform/mail.ts";
import { writeLetter } from "../../../ui/index.ts";
import { originOfCommune, tenantOf } from "../../communes/index.ts";
import { record } from "../../journal/index.ts";
import { urls } from "../urls.ts";
import { forgetRequest, requestsAskedBefore, type Request } from "./queries.ts";

/** Closes the requests nobody answered: whoever asked is told, and what they said is erased. */
export async function closeUnanswered(
  tx: Tx,
  house: House,
  communeId: number,
  before: Date,
): Promise<void> {
  for (const request of await requestsAskedBefore(tx, before)) {
    await tell(tx, house, communeId, request);
    await forgetRequest(tx, request.request_id);
    await record(tx, {
      actor: { kind: "system" },
      at: house.clock.now(),
      subject: { kind: "association", id: request.association_id },
      action: "association.claim_expired",
      change: { request: request.request_id },
    });
  }
}

async function tell(tx: Tx, house: House, communeId: number, request: Request): Promise<void> {
  const t = house.words("fr");
  const { view, senderName } = await tenantOf(tx, communeId, house.clock.now());
  const origin = await originOfCommune(tx, communeId, house.config);
  const { association: name, slug } = request;
  await queueMail(tx, {
    kind: "claim_expired",
    to: request.email,
    ...writeLetter({
      t,
      lang: "fr",
      siteName: view.siteName,
      subject: t("claiming:letter.refused.subject", { name }),
      greeting: t("claiming:letter.greeting", { name: request.name }),
      paragraphs: [t("claiming:letter.expired.words", { name }), t("claiming:letter.expired.how")],
      action: { words: t("claiming:letter.expired.action"), url: origin + urls.claim(slug) },
      after: [t("claiming:letter.call")],
      signature: [senderName, ...(view.phone ? [view.phone] : [])],
    }),
  });
}
