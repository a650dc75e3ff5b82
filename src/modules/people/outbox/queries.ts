import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

export const mailsPerPage = 30;

export type MailLine = {
  id: string;
  kind: string;
  to: string;
  subject: string;
  createdAt: Date;
  sentAt: Date | null;
  attempts: number;
  lastError: string | null;
};
export type Mail = MailLine & { text: string; html: string | null };

const line = [
  "mail_id as id",
  "kind",
  "to_email as to",
  "subject",
  "created_at as createdAt",
  "sent_at as sentAt",
  "attempts",
  "last_error as lastError",
] as const;

/** One page of the outgoing mails, newest first, and how many there are in all. */
export async function outgoingMails(
  tx: Tx,
  page: number,
): Promise<{ mails: MailLine[]; total: number }> {
  const { total } = await tx
    .selectFrom("mail")
    .select(sql<number>`count(*)::integer`.as("total"))
    .executeTakeFirstOrThrow();
  const mails = await tx
    .selectFrom("mail")
    .select(line)
    .orderBy("created_at", "desc")
    .orderBy("mail_id")
    .limit(mailsPerPage)
    .offset((page - 1) * mailsPerPage)
    .execute();
  return { mails, total };
}

export const mailById = (tx: Tx, id: string): Promise<Mail | undefined> =>
  tx
    .selectFrom("mail")
    .select([...line, "text_body as text", "html_body as html"])
    .where("mail_id", "=", id)
    .executeTakeFirst();
