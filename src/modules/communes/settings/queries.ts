import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { isLegal, legalKeys, sections, type FieldName, type LegalKey } from "./sections.ts";
import type { Values } from "./schema.ts";

export type LegalTexts = Partial<Record<LegalKey, string>>;

/** The commune's own row: row-level security shows no other. */
export const communeRow = (tx: Tx) =>
  tx.selectFrom("commune").selectAll().executeTakeFirstOrThrow();

/** Every setting of the short forms, as the forms write them: blank when never said. */
export async function settingsValues(tx: Tx): Promise<Values> {
  const row = await communeRow(tx);
  const legal = legalOf(row.legal);
  const values: Values = {};
  for (const { fields } of sections)
    for (const { name } of fields)
      values[name] = isLegal(name) ? (legal[name] ?? "") : (row[name] ?? "");
  values.languages = row.languages.filter((code) => code !== "fr");
  return values;
}

/** Only known texts, only strings that say something: the column may hold more than the forms know, and what was emptied. */
export function legalOf(stored: unknown): LegalTexts {
  const texts = (stored ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    legalKeys.flatMap((key) => {
      const text = texts[key];
      return typeof text === "string" && text !== "" ? [[key, text]] : [];
    }),
  );
}

/** Keeps the values of one section. */
export async function saveSettings(tx: Tx, values: Values): Promise<void> {
  const columns: Record<string, unknown> = {};
  const legal: LegalTexts = {};
  for (const [name, value] of Object.entries(values) as [FieldName, string | string[]][])
    if (isLegal(name)) legal[name] = String(value);
    else columns[name] = Array.isArray(value) ? ["fr", ...value] : value || null;
  await tx
    .updateTable("commune")
    .set({ ...columns, legal: sql`legal || ${JSON.stringify(legal)}::jsonb` })
    .where("commune_id", "=", sql<number>`current_commune()`)
    .execute();
}

/** Host names that lead to this commune: the operator adds them, this page only shows them. */
export async function hostsOf(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom("commune_host")
    .select("host")
    .where("commune_id", "=", sql<number>`current_commune()`)
    .orderBy("host")
    .execute();
  return rows.map(({ host }) => host);
}
