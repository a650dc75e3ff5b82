import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { record, type Actor } from "../../journal/index.ts";
import { hashToken } from "../../people/index.ts";
import type { Section } from "../codes.ts";

export type Link = {
  id: string;
  associationId: string;
  /** Nobody's, when the link is on paper. */
  contactId: string | null;
  sections: Section[];
  confirmed: Section[];
  expiresAt: Date;
};

/** The link a secret opens, live or not. */
export async function linkOf(tx: Tx, token: string): Promise<Link | undefined> {
  const row = await tx
    .selectFrom("confirmation_link")
    .selectAll()
    .where("token_hash", "=", hashToken(token))
    .executeTakeFirst();
  return (
    row && {
      id: row.link_id,
      associationId: row.association_id,
      contactId: row.contact_id,
      sections: row.sections as Section[],
      confirmed: row.confirmed as Section[],
      expiresAt: row.expires_at,
    }
  );
}

export type NewLink = {
  associationId: string;
  contactId: string | null;
  sections: readonly Section[];
  at: Date;
  token: string;
};

/** Keeps new links; only the hashes of their secrets. */
export async function keepLinks(tx: Tx, links: readonly NewLink[], days: number): Promise<void> {
  for (let from = 0; from < links.length; from += 500)
    await tx
      .insertInto("confirmation_link")
      .values(
        links.slice(from, from + 500).map((link) => ({
          association_id: link.associationId,
          contact_id: link.contactId,
          token_hash: hashToken(link.token),
          sections: [...link.sections],
          made_at: link.at,
          expires_at: new Date(link.at.getTime() + days * 86_400_000),
        })),
      )
      .execute();
}

/** A link serves each of its sections once. */
export async function useLink(tx: Tx, id: string, sections: readonly Section[]): Promise<void> {
  await tx
    .updateTable("confirmation_link")
    .set({ confirmed: sql`array(select distinct unnest(confirmed || ${[...sections]}::text[]))` })
    .where("link_id", "=", id)
    .execute();
}

export type Act = {
  actor: Actor;
  at: Date;
  by: "association" | "agent";
  how: "site" | "link" | "phone" | "paper";
};

/** Says that sections of a listing are true, and who said so. */
export async function confirmSections(
  tx: Tx,
  associationId: string,
  sections: readonly Section[],
  { actor, at, by, how }: Act,
): Promise<void> {
  await tx
    .insertInto("confirmation")
    .values(
      sections.map((section) => ({
        association_id: associationId,
        section,
        confirmed_at: at,
        confirmed_by: actor.kind === "person" ? actor.id : null,
        by_kind: by,
        how,
      })),
    )
    .execute();
  await record(tx, {
    actor,
    at,
    subject: { kind: "association", id: associationId },
    action: "association.confirmed",
    change: { confirmed: [null, [...sections]] },
  });
}

/** Views of the pages of some associations since a day. */
export async function viewsOf(
  tx: Tx,
  ids: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; views: number }>`
    select subject_id as id, sum(views)::integer as views from visit_count
    where page_kind = 'association' and day >= ${day}::date and subject_id = any(${ids}::text[])
    group by subject_id`.execute(tx);
  return new Map(rows.map(({ id, views }) => [id, views]));
}

/** Forgets links that ended before a moment. */
export async function forgetLinks(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom("confirmation_link").where("expires_at", "<", before).execute();
}

const undoMinutes = 10;

/** The last change somebody made to a listing, a moment ago. */
export async function lastEdit(
  tx: Tx,
  associationId: string,
  personId: string,
  now: Date,
  action = "association.edited",
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("journal")
    .select("entry_id")
    .where("subject_kind", "=", "association")
    .where("subject_id", "=", associationId)
    .where("actor_id", "=", personId)
    .where("action", "=", action)
    .where("at", ">=", new Date(now.getTime() - undoMinutes * 60_000))
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.entry_id;
}
