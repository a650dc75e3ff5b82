import { createHash } from "node:crypto";
import { z } from "zod";
import { notFound, page, redirect } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { say, shape } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import { queueMail } from "../../../platform/mail.ts";
import { underLimit } from "../../../platform/rate-limit.ts";
import { writeLetter } from "../../../ui/index.ts";
import { mailboxOf, type Listing } from "../listing/queries.ts";
import { withListing } from "../listing/routes.ts";
import { urls } from "../urls.ts";
import { tooManyPage, writePage } from "./pages.tsx";
import { limits, longest } from "./rules.ts";

const fields = ["name", "email", "message"] as const;

const messageSchema = z.object({
  name: z.string().min(1, say("directory:problem.name")).max(120, say("directory:problem.name")),
  email: z
    .string()
    .min(1, say("directory:problem.email"))
    .max(254, say("directory:problem.email"))
    .pipe(z.email(say("directory:problem.email"))),
  message: z
    .string()
    .min(10, say("directory:problem.message"))
    .max(longest, say("directory:problem.messageLong")),
});

export const writingRoutes: Route[] = [
  get(urls.write(":slug"), anyone, (ask) =>
    withListing(ask, urls.write, (listing) => {
      if (!listing.reachable || listing.state === "ceased") return notFound();
      const { person } = ask;
      const values = person ? { name: person.name, email: person.email } : {};
      return page(writePage(ask.view, listing, { values, errors: {} }));
    }),
  ),
  post(urls.write(":slug"), anyone, (ask) =>
    withListing(ask, urls.write, async (listing) => {
      const mailbox = await mailboxOf(ask.tx, listing.id);
      if (!mailbox || listing.state === "ceased") return notFound();
      const done = redirect(
        ask.view.href(urls.association(listing.slug)),
        "directory.message_sent",
      );
      // Only a machine fills in what nobody sees: it is thanked, and nothing leaves.
      if (ask.form.get("site-internet")) return done;
      const shaped = shape(ask.t, messageSchema, ask.form, fields);
      if ("problems" in shaped) {
        const values = Object.fromEntries(fields.map((field) => [field, ask.form.get(field)]));
        const errors = Object.fromEntries(
          shaped.problems.map(({ field, sentence }) => [field, sentence]),
        );
        return page(writePage(ask.view, listing, { values, errors }), 422);
      }
      if (!(await mayWrite(ask, listing))) return page(tooManyPage(ask.view, listing), 429);
      await queueMail(ask.tx, {
        kind: "relayed_message",
        to: mailbox,
        replyTo: shaped.value.email,
        ...letterOf(ask, listing, shaped.value),
      });
      return done;
    }),
  ),
];

async function mayWrite(ask: Ask, listing: Listing): Promise<boolean> {
  const { house, tenant, now } = ask;
  const visitor = createHash("sha256").update(`${tenant.id} ${ask.ip}`).digest("hex").slice(0, 32);
  const under = (bucket: string, limit: { max: number; minutes: number }) =>
    underLimit(house.database, tenant.id, bucket, limit.max, limit.minutes, now);
  return (
    (await under(`directory_write:${visitor}`, limits.visitor)) &&
    (await under(`directory_written:${listing.id}`, limits.association))
  );
}

/** The letter is in French, the language of the association, whatever the visitor reads. */
function letterOf(
  ask: Ask,
  listing: Listing,
  message: { name: string; email: string; message: string },
) {
  const t = ask.house.words("fr");
  return writeLetter({
    t,
    lang: "fr",
    siteName: ask.tenant.view.siteName,
    subject: t("directory:mail.subject", { name: message.name }),
    paragraphs: [
      t("directory:mail.intro", { name: message.name, association: listing.name }),
      ...message.message.split(/\n{2,}/),
      t("directory:mail.reply", { email: message.email }),
    ],
    after: [t("directory:mail.why")],
    signature: [ask.tenant.senderName],
  });
}
