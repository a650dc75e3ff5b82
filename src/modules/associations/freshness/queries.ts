import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Section } from "../codes.ts";
import type { Freshness, FreshnessRules } from "./rules.ts";

/** The rules in force, the commune's own or the usual ones (`freshness_rules()` of the database). */
export async function freshnessRules(tx: Tx): Promise<FreshnessRules> {
  const { rows } = await sql<FreshnessRules["sections"][number]>`
    select section, up_to_date_months as "upToDateMonths", to_confirm_months as "toConfirmMonths"
    from freshness_rules()`.execute(tx);
  const { archive_months } = await tx
    .selectFrom("commune")
    .select("archive_months")
    .where("commune_id", "=", sql<number>`current_commune()`)
    .executeTakeFirstOrThrow();
  return { sections: rows, archiveMonths: archive_months ?? undefined };
}

/** Keeps the commune's rules, and has every line of the directory counted again. */
export async function saveFreshnessRules(tx: Tx, rules: FreshnessRules): Promise<void> {
  const rows = rules.sections.map(({ section, upToDateMonths, toConfirmMonths }) => ({
    section,
    up_to_date_months: upToDateMonths,
    to_confirm_months: toConfirmMonths,
  }));
  await tx
    .insertInto("freshness_rule")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["commune_id", "section"]).doUpdateSet((row) => ({
        up_to_date_months: row.ref("excluded.up_to_date_months"),
        to_confirm_months: row.ref("excluded.to_confirm_months"),
      })),
    )
    .execute();
  await tx
    .updateTable("commune")
    .set({ archive_months: rules.archiveMonths ?? null })
    .where("commune_id", "=", sql<number>`current_commune()`)
    .execute();
}

export type SectionState = {
  section: Section;
  level: Exclude<Freshness, "archived">;
  /** Day of the last confirmation, in France. */
  on: string | null;
  by: "association" | "agent" | null;
};

/** Where each section of some listings stands on a day, by listing, in no order. */
export async function sectionStatesOf(
  tx: Tx,
  ids: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, SectionState[]>> {
  const { rows } = await sql<{ id: string; states: SectionState[] }>`
    select association_id as id, jsonb_agg(jsonb_build_object('section', section, 'level', level, 'by', by_kind,
      'on', (confirmed_at at time zone 'Europe/Paris')::date)) as states
    from section_freshness(${day}::date) where association_id = any(${ids}::uuid[])
    group by association_id`.execute(tx);
  return new Map(rows.map(({ id, states }) => [id, states]));
}

/** The same of one listing. */
export const sectionStates = async (tx: Tx, id: string, day: string): Promise<SectionState[]> =>
  (await sectionStatesOf(tx, [id], day)).get(id) ?? [];

/** A line of the public meter: listings at each step, for a section or for the listing as a whole. */
export type MeterLine = { section: Section | "listing" } & Record<Freshness, number>;

/** How many listings stand at each step on a day; those that are shown and have not ceased. */
export async function freshnessMeter(tx: Tx, day: string): Promise<MeterLine[]> {
  const { rows } = await sql<MeterLine>`
    with shown as (
      select association_id from association
      where listed and merged_into is null and state <> 'ceased'),
    steps as (
      select 'listing' as section, level, association_id from listing_freshness(${day}::date)
      union all select section, level, association_id from section_freshness(${day}::date))
    select section, ${sql.join(
      (["up_to_date", "to_confirm", "not_confirmed", "archived"] as const).map(
        (level) => sql`count(*) filter (where level = ${level})::integer as ${sql.ref(level)}`,
      ),
    )}
    from steps join shown using (association_id) group by section
    order by array_position(array['listing', 'places', 'prices', 'registration', 'contact', 'accessibility'], section)`.execute(
    tx,
  );
  return rows;
}
