import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import { sql } from "kysely";
import type { Database, Tx } from "./db/database.ts";
import { addJob, type Job } from "./jobs.ts";

export type Message = {
  /** What the mail is, as a code: `sign_in`. */
  kind: string;
  to: string;
  toPersonId?: string;
  replyTo?: string;
  subject: string;
  text: string;
  html?: string;
};

/** Puts a mail in the outbox of the commune, in the transaction that causes it; the worker sends it when SMTP is configured. */
export async function queueMail(tx: Tx, message: Message): Promise<string> {
  const mailId = randomUUID();
  await tx
    .insertInto("mail")
    .values({
      mail_id: mailId,
      kind: message.kind,
      to_email: message.to,
      to_person_id: message.toPersonId ?? null,
      reply_to: message.replyTo ?? null,
      subject: message.subject,
      text_body: message.text,
      html_body: message.html ?? null,
      message_id: `<${mailId}@maillage>`,
    })
    .execute();
  await sendSoon(tx, mailId);
  return mailId;
}

/** Asks the worker to send a mail of the outbox now, instead of the attempt that waits if there is one. */
export const sendSoon = (tx: Tx, mailId: string): Promise<void> =>
  addJob(tx, "send_mail", { mail_id: mailId }, { key: `mail:${mailId}` });

/** Sends a mail of the outbox; repeated after a failure, always with the same Message-ID. Without SMTP the mail waits in the outbox. */
export function sendMailJob(database: Database, smtpUrl: string | undefined): Job {
  const transport = smtpUrl ? createTransport(smtpUrl, {}) : undefined;
  return {
    task: "send_mail",
    run: async (communeId, payload) => {
      if (!transport) return;
      const mailId = String(payload["mail_id"]);
      const mail = await database.read(communeId, (tx) => unsent(tx, mailId));
      if (!mail) return;
      const outcome = await transport
        .sendMail({
          from: {
            name: mail.sender_name ?? mail.commune,
            address: mail.sender_email ?? "ne-pas-repondre@localhost",
          },
          to: mail.to_email,
          ...(mail.reply_to ? { replyTo: mail.reply_to } : {}),
          subject: mail.subject,
          text: mail.text_body,
          ...(mail.html_body ? { html: mail.html_body } : {}),
          messageId: mail.message_id,
          headers: { "Auto-Submitted": "auto-generated" },
        })
        .then(() => undefined, String);
      await database.write(communeId, (tx) =>
        tx
          .updateTable("mail")
          .set({
            attempts: sql`attempts + 1`,
            last_error: outcome ?? null,
            ...(outcome === undefined ? { sent_at: sql<Date>`now()` } : {}),
          })
          .where("mail_id", "=", mailId)
          .execute(),
      );
      if (outcome !== undefined) throw new Error("mail not accepted by the SMTP server");
    },
  };
}

const unsent = (tx: Tx, mailId: string) =>
  tx
    .selectFrom("mail")
    .innerJoin("commune", "commune.commune_id", "mail.commune_id")
    .select([
      "to_email",
      "reply_to",
      "subject",
      "text_body",
      "html_body",
      "message_id",
      "sender_name",
      "sender_email",
      "commune.name as commune",
    ])
    .where("mail_id", "=", mailId)
    .where("sent_at", "is", null)
    .executeTakeFirst();
