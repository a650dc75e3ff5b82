import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { contactErased } from "../../associations/index.ts";

/** The name of a later import, still in force, that changed what this one wrote; it must be undone first. */
export async function laterImport(tx: Tx, importId: string): Promise<string | undefined> {
  const { rows } = await sql<{ file_name: string }>`
    select later.file_name from import mine
    join import later on later.applied_at > mine.applied_at and later.import_id <> mine.import_id
      and later.state = 'applied'
    where mine.import_id = ${importId} and exists (
      select 1 from import_line a join import_line b on b.association_id = a.association_id
      where a.import_id = ${importId} and a.outcome in ('created', 'changed')
        and b.import_id = later.import_id and b.outcome in ('created', 'changed')
      union all
      select 1 from import_activity a join import_activity b on b.activity_id = a.activity_id
      where a.import_id = ${importId} and a.outcome in ('created', 'changed')
        and b.import_id = later.import_id and b.outcome = 'changed')
    order by later.applied_at desc limit 1`.execute(tx);
  return rows[0]?.file_name;
}

/** Associations an import created that a person has taken up since: edited, confirmed, joined, merged, whose activities they wrote, or that borrows or lends. */
export async function touchedSince(tx: Tx, importId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with mine as (
      select association_id from import_line
      where import_id = ${importId} and outcome = 'created' and association_id is not null)
    select association_id::text as id from association a join mine using (association_id) where merged_into is not null
    union select merged_into::text from association where merged_into in (select association_id from mine)
    union select association_id::text from association_member join mine using (association_id)
    union select association_id::text from confirmation join mine using (association_id)
    union select association_id::text from activity join mine using (association_id)
    union select association_id::text from loan join mine using (association_id)
    union select owner_association_id::text from lending_place join mine on association_id = owner_association_id
    union select j.subject_id from mine
      join journal j on j.subject_kind = 'association' and j.subject_id = mine.association_id::text
      left join import i on i.import_id = j.import_id
      where j.action <> ${contactErased} and j.import_id is distinct from ${importId} and j.undone_by is null and i.state is distinct from 'undone'`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.id));
}

/** Among places an import added, those nobody changed and where nobody meets. */
export async function removablePlaces(tx: Tx, placeIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select place_id as id from place p where place_id = any(${placeIds}::uuid[]) and revision = 1
      and not exists (select 1 from place_uses() u where u.place_id = p.place_id)`.execute(tx);
  return rows.map((row) => row.id);
}
