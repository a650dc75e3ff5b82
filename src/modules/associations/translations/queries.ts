import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { contentLanguages, textFields, type TextField } from "../codes.ts";
import type { Text } from "./rules.ts";

/** The French text a translation `t` of an association `a` stands for. */
export const frenchOfText = sql<
  string | null
>`case t.field when 'aims' then a.aims when 'schedule' then a.schedule
  when 'prices' then a.prices when 'registration' then a.registration else a.access_note end`;

/** Texts of some associations in other languages, in the order of the languages, then of the page. */
export async function textsOfMany(
  tx: Tx,
  ids: readonly string[],
): Promise<(Text & { associationId: string })[]> {
  if (!ids.length) return [];
  const rows = await tx
    .selectFrom("association_translation")
    .select(["association_id", "lang", "field", "body", "french", "by_kind", "written_at"])
    .where("association_id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy(sql`array_position(${[...contentLanguages]}::text[], lang)`)
    .orderBy(sql`array_position(${[...textFields]}::text[], field)`)
    .execute();
  return rows.map((row) => ({
    associationId: row.association_id,
    lang: row.lang,
    field: row.field as TextField,
    body: row.body,
    french: row.french,
    by: row.by_kind as Text["by"],
    at: row.written_at,
  }));
}

/** The same of one association. */
export const textsOf = (tx: Tx, id: string): Promise<Text[]> => textsOfMany(tx, [id]);
