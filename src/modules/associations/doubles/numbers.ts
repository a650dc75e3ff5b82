import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { nameKey } from "../identity/names.ts";

export type MergedNumbers = {
  /** Id of the living record, by what the absorbed ones were known by. */
  rna: ReadonlyMap<string, string>;
  siret: ReadonlyMap<string, string>;
  siren: ReadonlyMap<string, string>;
  name: ReadonlyMap<string, string>;
};

/** How an absorbed name is looked up: its telling words, then its numbers. */
export function oldNameKey(name: string): string {
  const { words, numbers } = nameKey(name);
  return [...words, ...numbers].join(" ");
}

/** Numbers and names of absorbed records, so that an import that brings them again finds the record kept. */
export async function mergedNumbers(tx: Tx): Promise<MergedNumbers> {
  const { rows } = await sql<
    Record<"id" | "name", string> & Record<"rna" | "siret" | "siren", string | null>
  >`
    with recursive kept as (
      select association_id as absorbed, merged_into as id from association where merged_into is not null
      union all
      select k.absorbed, a.merged_into from kept k join association a on a.association_id = k.id
      where a.merged_into is not null)
    select k.id, old.*
    from association_merge m
    join kept k on k.absorbed = m.absorbed_id
    join association living on living.association_id = k.id and living.merged_into is null
    cross join lateral (values (m.before_images -> 'absorbed' -> 'association'), (m.before_images -> 'kept' -> 'association')) as image(one)
    cross join lateral (select one ->> 'name' as name, one ->> 'rna' as rna, one ->> 'siret' as siret, one ->> 'siren' as siren) old
    where m.undone_at is null
    order by m.merged_at`.execute(tx);
  const found = { rna: new Map(), siret: new Map(), siren: new Map(), name: new Map() };
  for (const row of rows) {
    for (const key of ["rna", "siret", "siren"] as const)
      if (row[key]) found[key].set(row[key], row.id);
    const name = oldNameKey(row.name);
    if (name) found.name.set(name, row.id);
  }
  return found;
}
