import type { Tx } from "../../../platform/db/database.ts";
import { synonymKeys } from "../../language/index.ts";

export type Group = { id: string; words: string[]; changedAt: Date };

const columns = ["synonym_id as id", "words", "changed_at as changedAt"] as const;

/** The commune's groups of words, by their first one. */
export const groups = (tx: Tx): Promise<Group[]> =>
  tx.selectFrom("synonym").select(columns).orderBy("words").execute();

/** One group, if it exists. */
export const groupById = (tx: Tx, id: string): Promise<Group | undefined> =>
  tx.selectFrom("synonym").select(columns).where("synonym_id", "=", id).executeTakeFirst();

/** Adds a group; gives its id. */
export async function addGroup(
  tx: Tx,
  words: readonly string[],
  by: { at: Date; id: string | null },
): Promise<string> {
  const row = await tx
    .insertInto("synonym")
    .values({ words: [...words], keys: synonymKeys(words), changed_at: by.at, changed_by: by.id })
    .returning("synonym_id")
    .executeTakeFirstOrThrow();
  return row.synonym_id;
}

/** Changes the words of a group. */
export async function changeGroup(
  tx: Tx,
  id: string,
  words: readonly string[],
  by: { at: Date; id: string | null },
): Promise<void> {
  await tx
    .updateTable("synonym")
    .set({ words: [...words], keys: synonymKeys(words), changed_at: by.at, changed_by: by.id })
    .where("synonym_id", "=", id)
    .execute();
}

/** Removes a group. */
export async function removeGroup(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("synonym").where("synonym_id", "=", id).execute();
}
