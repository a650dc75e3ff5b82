import { sql } from "kysely";
import { addJob } from "../../../platform/jobs.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { findDuplicates } from "../duplicates/find.ts";
import { duplicateRecordOf, type DuplicateRecord } from "../duplicates/record.ts";
import { factsOf } from "../record/read-facts.ts";

export type Scanned = { found: number; added: number; removed: number };

/**
 * Looks for duplicates in the whole registry and writes what is suspected. What a person decided stays decided:
 * two associations are never suspected again, two records made one neither.
 */
export async function scanForDuplicates(tx: Tx): Promise<Scanned> {
  await sql`select pg_advisory_xact_lock(hashtext('scan_duplicates'), current_commune())`.execute(
    tx,
  );
  const { rows: here } = await sql<{ insee: string | null }>`
    select insee from commune where commune_id = current_commune()`.execute(tx);
  const facts = await factsOf(tx, "all");
  const records = [...facts].map(([id, one]) =>
    townKnown(duplicateRecordOf(id, one), here[0]?.insee),
  );
  const pairs = JSON.stringify(findDuplicates(records));
  const { rows } = await sql<{ fresh: boolean }>`
    insert into duplicate_suggestion as s (first_id, second_id, score, reasons)
    select least(one, other), greatest(one, other), score, reasons
    from jsonb_to_recordset(${pairs}::jsonb) as p(one uuid, other uuid, score double precision, reasons jsonb)
    where not exists (select from association a where a.association_id in (p.one, p.other) and a.merged_into is not null)
      and (select count(*) from association a where a.association_id in (p.one, p.other)) = 2
    on conflict (commune_id, first_id, second_id) do update
      set score = excluded.score, reasons = excluded.reasons
      where s.state = 'open' and (s.score, s.reasons) is distinct from (excluded.score, excluded.reasons)
    returning xmax = 0 as fresh`.execute(tx);
  const gone = await sql`
    delete from duplicate_suggestion s
    where state = 'open' and not exists (
      select from jsonb_to_recordset(${pairs}::jsonb) as p(one uuid, other uuid)
      where least(p.one, p.other) = s.first_id and greatest(p.one, p.other) = s.second_id)`.execute(
    tx,
  );
  return {
    found: (JSON.parse(pairs) as unknown[]).length,
    added: rows.filter((row) => row.fresh).length,
    removed: Number(gone.numAffectedRows ?? 0),
  };
}

/** A record of this commune's registry that says no town is of this town. */
const townKnown = (record: DuplicateRecord, insee: string | null | undefined): DuplicateRecord =>
  record.seat || !insee ? record : { ...record, seat: { insee } };

export const scanTask = "scan_duplicates";

/** Asks the worker to look for duplicates soon; asked twice, it looks once. */
export async function askForScan(tx: Tx): Promise<void> {
  const { rows } = await sql<{ id: number }>`select current_commune() as id`.execute(tx);
  await addJob(tx, scanTask, {}, { key: `${scanTask}:${rows[0]?.id}` });
}
