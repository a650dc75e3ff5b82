import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import { sql } from "kysely";
import type { Database, Tx } from "./db/database.ts";
import { addJob, workersAtOnce, type Job } from "./jobs.ts";

export type Message = {
  /** What the mail is, as a code: `sign_in`. */
  kind: string;
  to: string;
  toPersonId?: string;
  replyTo?: string;
  subject: string;
  text: string;
  html?: string;
  /** Address that stops such mails, by one click of the mail program (RFC 8058) or read as a page. */
  unsubscribeUrl?: string;
};

/** What the rooms do when the server of an address refuses it for good. */
export type Refused = (tx: Tx, to: string, kind: string) => Promise<void>;

/** Puts a mail in the outbox of the commune, in the transaction that causes it; the worker sends it when SMTP is configured. */
export async function queueMail(tx: Tx, message: Message): Promise<string> {
  const mailId = randomUUID();
  const kept = tx
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
      unsubscribe_url: message.unsubscribeUrl ?? null,
    })
    .execute();
  await Promise.all([kept, sendSoon(tx, mailId)]);
  return mailId;
}

/** Asks the worker to send a mail of the outbox now, instead of the attempt that waits if there is one. */
export const sendSoon = (tx: Tx, mailId: string): Promise<void> =>
  addJob(tx, "send_mail", { mail_id: mailId }, { key: `mail:${mailId}` });

/**
 * Connections are kept from one mail to the next: no more than jobs that send at once, each renewed after a hundred mails. One the
 * server closed in between is opened again once; after that the fault is the mail's, and its next attempt comes as for any other.
 */
const pooled = { pool: true, maxConnections: workersAtOnce, maxMessages: 100, maxRequeues: 1 } as const; // prettier-ignore

/**
 * Sends a mail of the outbox; repeated after a failure, always with the same Message-ID, save when the address is refused
 * for good. Without SMTP the mail waits in the outbox.
 */
export function sendMailJob(
  database: Database,
  smtpUrl: string | undefined,
  refused: Refused,
): Job {
  const transport = smtpUrl ? createTransport({ url: smtpUrl, ...pooled }) : undefined;
  return {
    task: "send_mail",
    close: () => transport?.close(),
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
          headers: headersOf(mail.unsubscribe_url),
        })
        .then(() => undefined, asFault);
      const bounced = outcome !== undefined && isDeadAddress(outcome);
      await database.write(communeId, async (tx) => {
        await tx
          .updateTable("mail")
          .set({
            attempts: sql`attempts + 1`,
            last_error: outcome === undefined ? null : String(outcome),
            bounced_at: bounced ? sql<Date>`now()` : null,
            ...(outcome === undefined ? { sent_at: sql<Date>`now()` } : {}),
          })
          .where("mail_id", "=", mailId)
          .execute();
        if (bounced) await refused(tx, mail.to_email, mail.kind);
      });
      if (outcome !== undefined && !bounced)
        throw new Error("mail not accepted by the SMTP server");
    },
  };
}

const headersOf = (unsubscribeUrl: string | null): Record<string, string> => ({
  "Auto-Submitted": "auto-generated",
  ...(unsubscribeUrl
    ? {
        "List-Unsubscribe": `<${unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }
    : {}),
});

type Fault = Error & { responseCode?: number; command?: string };
const asFault = (thrown: unknown): Fault =>
  thrown instanceof Error ? thrown : new Error(String(thrown));

/**
 * The address itself is refused for good, at its turn or once the message was read. A refusal of policy (5.7: our server
 * is not trusted) or of the sender says nothing of the address: the mail is tried again.
 */
const isDeadAddress = ({ responseCode = 0, command, message }: Fault): boolean =>
  responseCode >= 500 &&
  responseCode < 600 &&
  !/\b5\.7\.\d/.test(message) &&
  (command === "RCPT TO" || /\b5\.[12]\.\d/.test(message)) &&
  command !== "MAIL FROM";

const unsent = (tx: Tx, mailId: string) =>
  tx
    .selectFrom("mail")
    .innerJoin("commune", "commune.commune_id", "mail.commune_id")
    .select([
      "kind",
      "to_email",
      "reply_to",
      "subject",
      "text_body",
      "html_body",
      "message_id",
      "unsubscribe_url",
      "sender_name",
      "sender_email",
      "commune.name as commune",
    ])
    .where("mail_id", "=", mailId)
    .where("sent_at", "is", null)
    .executeTakeFirst();
