import { sql, type RawBuilder } from "kysely";
import { act, type Tx } from "../../platform/db/database.ts";
import { record, type Actor } from "../journal/index.ts";

/** Someone about to be erased: what to look for. */
export type Erased = { id: string; name: string; email: string; phone: string | null };

/** What another room holds about people, and how it forgets one; collected in `app.ts`. */
export type PersonalData = { erase: (tx: Tx, person: Erased) => Promise<void> };

export type EraseOutcome = "erased" | "unknown_person" | "last_administrator";

/**
 * Erases a person everywhere: identity, roles, sessions, tokens, invitations, their part of the journal, their mails, and
 * their name, address and phone in the mails of others. What they did stays, by nobody. Each room of `rooms` erases its own.
 */
export async function erasePerson(
  tx: Tx,
  personId: string,
  by: { actor: Actor; at: Date; rooms?: readonly PersonalData[] },
): Promise<EraseOutcome> {
  const person = await tx
    .selectFrom("person")
    .select(["person_id as id", "name", "email", "phone"])
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (!person) return "unknown_person";
  const outcome = await act(
    tx,
    { staff_role_administrator_kept: "last_administrator" as const },
    async () => {
      for (const room of by.rooms ?? []) await room.erase(tx, person);
      await forgetInJournal(tx, person);
      await forgetInMails(tx, person);
      await tx.deleteFrom("staff_invitation").where("email", "=", person.email).execute();
      await tx.deleteFrom("sign_in_token").where("email", "=", person.email).execute();
      await tx.deleteFrom("person").where("person_id", "=", person.id).execute();
      await record(tx, {
        actor: by.actor,
        at: by.at,
        subject: { kind: "person", id: person.id },
        action: "person.erased",
      });
    },
  );
  return "refused" in outcome ? outcome.refused : "erased";
}

async function forgetInJournal(tx: Tx, person: Erased): Promise<void> {
  const invitations = await tx
    .selectFrom("staff_invitation")
    .select("invitation_id")
    .where("email", "=", person.email)
    .execute();
  await tx
    .deleteFrom("journal_personal")
    .where("about_kind", "in", ["person", "invitation"])
    .where("about_id", "in", [person.id, ...invitations.map((row) => row.invitation_id)])
    .execute();
}

async function forgetInMails(tx: Tx, person: Erased): Promise<void> {
  await tx
    .deleteFrom("mail")
    .where((eb) => eb.or([eb("to_email", "=", person.email), eb("to_person_id", "=", person.id)]))
    .execute();
  const values = [person.email, person.phone, person.name].filter((value): value is string =>
    Boolean(value),
  );
  const without = (column: string) =>
    values
      .flatMap((value) => [value, asHtml(value)])
      .reduce<RawBuilder<string>>(
        (text, value) => sql<string>`regexp_replace(${text}, ${wholeWords(value)}, '…', 'gi')`,
        sql<string>`${sql.ref(column)}`,
      );
  await tx
    .updateTable("mail")
    .set({
      subject: without("subject"),
      text_body: without("text_body"),
      html_body: without("html_body"),
      reply_to: without("reply_to"),
      last_error: without("last_error"),
    })
    .where(
      sql<boolean>`concat_ws(' ', subject, text_body, html_body, reply_to, last_error) ~* ${values
        .flatMap((value) => [value, asHtml(value)])
        .map(wholeWords)
        .join("|")}`,
    )
    .execute();
}

/** A value as it is written inside HTML. */
const asHtml = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A PostgreSQL pattern that finds a value standing alone: erasing "Anne" leaves "Annexe" whole. */
const wholeWords = (value: string): string =>
  `(?<!\\w)${value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?!\\w)`;
