import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { StartFault } from "../platform/config.ts";
import type { ArchivedTable, Manifest, WaitingJob } from "./archive-format.ts";

const quoted = pg.escapeIdentifier;

/** Foreign keys and triggers go while rows arrive in any order; the statements that bring them back check every row. */
export async function loosen(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f'`);
  for (const row of rows) await client.query(row.drop);
  const tables = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  const each = (word: string) =>
    tables.rows.map(({ name }) => `alter table ${quoted(name)} ${word} trigger user`);
  for (const line of each("disable")) await client.query(line);
  // What a migration wrote by itself is in the archive too, as it had become.
  for (const { name } of tables.rows)
    if (name !== "migration") await client.query(`delete from ${quoted(name)}`);
  return [...rows.map((row) => row.add), ...each("enable")];
}

/** Loads one part of a table. */
export async function loadPart(
  client: pg.Client,
  table: ArchivedTable,
  part: Readable,
): Promise<void> {
  const columns = table.columns.map(quoted).join(", ");
  await pipeline(
    part,
    client.query(copyFrom(`copy ${quoted(table.name)} (${columns}) from stdin`)),
  );
}

/** Work that waited waits again. */
export async function addJobs(client: pg.Client, jobs: readonly WaitingJob[]): Promise<void> {
  for (const job of jobs)
    await client.query(
      "select graphile_worker.add_job($1, $2::json, run_at := $3, job_key := $4, max_attempts := $5, priority := $6)",
      [job.task, JSON.stringify(job.payload), job.runAt, job.key, job.maxAttempts, job.priority],
    );
}

/** Every row the manifest promised has arrived. */
export async function checkCounts(client: pg.Client, manifest: Manifest): Promise<void> {
  for (const table of manifest.tables) {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from ${quoted(table.name)}`,
    );
    if (rows[0]?.n !== table.rows)
      throw new StartFault(
        `La sauvegarde est incomplète (table ${table.name}) : rien n’a été restauré.`,
      );
  }
}

/** Numbers given by a sequence go on after the highest one restored. */
export async function raiseSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ line: string }>(`
    select format('select setval(%L, greatest((select max(%I) from %s), 1))', pg_get_serial_sequence(c.oid::regclass::text, attname), attname, c.oid::regclass) as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped
    where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_get_serial_sequence(c.oid::regclass::text, attname) is not null`);
  for (const { line } of rows) await client.query(line);
}
