import type { Tx } from "../../../platform/db/database.ts";

export type Own = { name: string; phone: string | null; email: string };

/** What somebody wrote of themselves. */
export const ownOf = (tx: Tx, id: string): Promise<Own> =>
  tx
    .selectFrom("person")
    .select(["name", "phone", "email"])
    .where("person_id", "=", id)
    .executeTakeFirstOrThrow();

/** Keeps it anew. A taken address breaks `person_email_unique`. */
export const saveOwn = (tx: Tx, id: string, own: Partial<Own>) =>
  tx.updateTable("person").set(own).where("person_id", "=", id).execute();
