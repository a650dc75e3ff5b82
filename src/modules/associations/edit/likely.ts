import { sql, type SqlBool } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { acronymsOf, plainWords } from "../identity/names.ts";

export type Likely = { id: string; name: string; acronym: string | null; state: string };

/** Records whose name looks like a new one's, closest first: to look at before adding it. */
export async function likelyMatches(tx: Tx, name: string): Promise<Likely[]> {
  const key = plainWords(name).join(" ");
  const stated = acronymsOf(name).stated;
  return tx
    .selectFrom("association")
    .select(["association_id as id", "name", "acronym", "state"])
    .where("merged_into", "is", null)
    .where(
      sql<SqlBool>`(similarity(name_sort, ${key}) > 0.4 or word_similarity(${key}, name_sort) > 0.75
        or lower(acronym) = any(${stated}) or lower(acronym) = ${key})`,
    )
    .orderBy(sql`similarity(name_sort, ${key})`, "desc")
    .orderBy("name_sort")
    .limit(5)
    .execute();
}
