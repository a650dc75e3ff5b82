import { createHash } from "node:crypto";
import { dayOf } from "../../../platform/clock.ts";
import { page, redirect } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import { queueMail } from "../../../platform/mail.ts";
import { underLimit } from "../../../platform/rate-limit.ts";
import { blankForm } from "../../../ui/form.tsx";
import { legalUrls } from "../legal/urls.ts";
import { communeRow } from "../settings/queries.ts";
import { contactPage, thanksPage, writePage } from "./pages.tsx";
import { messageReceivers } from "./queries.ts";
import { addressIn, messageSchema } from "./schema.ts";

const perHour = 5;

export const routes: Route[] = [
  get(
    legalUrls.contact,
    anyone,
    async (ask) => page(contactPage(ask.view, (await communeRow(ask.tx)).address ?? undefined)),
    { cached: true },
  ),
  get(legalUrls.thanks, anyone, (ask) => page(thanksPage(ask.view)), { cached: true }),
  get(legalUrls.write, anyone, (ask) => page(writePage(ask.view, blankForm))),
  post(legalUrls.write, anyone, async (ask) => {
    // A program that fills in the unseen field is thanked, and nothing is sent.
    if (ask.form.get("site")) return redirect(ask.view.href(legalUrls.thanks));
    const shaped = shape(ask.t, messageSchema, ask.form, ["name", "replyTo", "message"]);
    if ("problems" in shaped)
      return page(writePage(ask.view, formState(ask.form, shaped.problems)), 422);
    if (!(await mayWrite(ask))) {
      const problem = { field: "", sentence: ask.t("house:contact.problem.often") };
      return page(writePage(ask.view, formState(ask.form, [problem])), 429);
    }
    await send(ask, shaped.value);
    return redirect(ask.view.href(legalUrls.thanks));
  }),
];

/** A few messages an hour from one address; the address itself is never stored. */
function mayWrite({ house, tenant, ip, now }: Ask): Promise<boolean> {
  const hashed = createHash("sha256")
    .update(`${dayOf(now)} ${tenant.id} ${ip}`)
    .digest("hex");
  return underLimit(house.database, tenant.id, `contact ${hashed.slice(0, 32)}`, perHour, 60, now);
}

async function send(
  ask: Ask,
  message: { name: string; replyTo: string; message: string },
): Promise<void> {
  // Agents read French, whatever the language of the page.
  const t = ask.house.words("fr");
  const replyTo = addressIn(message.replyTo);
  for (const to of await messageReceivers(ask.tx))
    await queueMail(ask.tx, {
      kind: "contact",
      to,
      ...(replyTo ? { replyTo } : {}),
      subject: t("house:contact.mail.subject", { name: message.name.replace(/\s+/g, " ") }),
      text: t("house:contact.mail.text", { ...message, site: ask.tenant.view.siteName }),
    });
}
