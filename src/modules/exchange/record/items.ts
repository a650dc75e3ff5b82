import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { codeWord } from "../../associations/index.ts";
import { fold, indexed } from "../../language/index.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import type { Item } from "../reading/items.ts";

/** The same when what would be kept is the same, in whatever order it was read. */
export const digestOf = (items: readonly Item[]): string =>
  createHash("sha256")
    .update(JSON.stringify([...items].sort((a, b) => (a.id < b.id ? -1 : 1))))
    .digest("hex");

/** Of some identifiers, those of the commune's own associations: a feed that gives them back is an echo. */
export async function ownIds(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select association_id::text as id from association where association_id::text = any(${[...ids]}::text[])`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Writes what a neighbour publishes in place of what was kept of it; what was forgotten stays so. */
export async function keepItems(
  tx: Tx,
  neighbourId: string,
  items: readonly Item[],
  t: Translate,
): Promise<void> {
  await tx
    .deleteFrom("neighbour_association")
    .where("neighbour_id", "=", neighbourId)
    .where("forgotten", "=", false)
    .execute();
  const rows = items.map((item) => ({
    ...item,
    name_sort: fold(item.name),
    words: wordsOf(item, t),
  }));
  await sql`
    insert into neighbour_association (neighbour_id, external_id, rna, name, name_sort, purpose, themes, town, latitude, longitude, url, words)
    select ${neighbourId}::uuid, id, rna, name, name_sort, purpose, themes, town, latitude, longitude, url,
      replace(words, '~', current_commune() || '~')::tsvector
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id text, rna text, name text, name_sort text, purpose text,
      themes text[], town text, latitude double precision, longitude double precision, url text, words text)
    on conflict (commune_id, neighbour_id, external_id) do nothing`.execute(tx);
}

const wordsOf = ({ name, acronym, themes, purpose, town }: Item, t: Translate): string =>
  indexed({
    name,
    acronym,
    texts: [
      ...themes.map((code) => ["B", codeWord(t, "theme", code)] as const),
      ["C", purpose ?? ""],
      ["C", town ?? ""],
    ],
  }).words;

export type KeptItem = {
  name: string;
  rna: string | null;
  purpose: string | null;
  themes: string[];
  url: string | null;
};

/** The first ones kept of a neighbour, and how many of all are shown by the commune's own directory already. */
export async function firstItems(
  tx: Tx,
  neighbourId: string,
  most: number,
): Promise<{ items: KeptItem[]; ours: number }> {
  const items = await tx
    .selectFrom("neighbour_association")
    .select(["name", "rna", "purpose", "themes", "url"])
    .where("neighbour_id", "=", neighbourId)
    .where("forgotten", "=", false)
    .orderBy("name_sort")
    .orderBy("external_id")
    .limit(most)
    .execute();
  const { ours } = await tx
    .selectFrom("neighbour_association as n")
    .innerJoin("association as a", "a.rna", "n.rna")
    .select(({ fn }) => fn.countAll<number>().as("ours"))
    .where("n.neighbour_id", "=", neighbourId)
    .where("a.listed", "=", true)
    .where("a.merged_into", "is", null)
    .executeTakeFirstOrThrow();
  return { items, ours };
}
