import { createReadStream } from "node:fs";
import { buffer, text } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { extract } from "tar-stream";
import { z } from "zod";
import { StartFault } from "../platform/config.ts";
import { migrate } from "../platform/db/migrate.ts";
import type { Files } from "../platform/files.ts";
import type { Manifest, WaitingJob } from "./archive-format.ts";

export type RestoreReport = { tables: number; rows: number; files: number; madeAt: string };

/**
 * Brings an archive back on an empty installation, embedded or external: builds the schema as it was, loads every table
 * in one transaction, then brings it to the schema of this code. Nothing is left behind when it fails.
 */
export async function restore(
  ownerUrl: string,
  appUrl: string,
  files: Files,
  source: string,
  progress: (done: number, all: number) => void,
): Promise<RestoreReport> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await requireEmpty(client);
    const report = await load(client, ownerUrl, appUrl, files, source, progress);
    await migrate(ownerUrl, appUrl);
    return report;
  } finally {
    await client.end();
  }
}

async function requireEmpty(client: pg.Client): Promise<void> {
  const known = await client.query<{ exists: boolean }>(
    "select to_regclass('public.commune') is not null as exists",
  );
  if (!known.rows[0]?.exists) return;
  const communes = await client.query("select 1 from commune limit 1");
  if (communes.rowCount)
    throw new StartFault(
      "Cette installation contient déjà une commune : restaurez dans une installation vide (MAILLAGE_DATA ou DATABASE_URL).",
    );
}

async function load(
  client: pg.Client,
  ownerUrl: string,
  appUrl: string,
  files: Files,
  source: string,
  progress: (done: number, all: number) => void,
): Promise<RestoreReport> {
  let manifest: Manifest | undefined;
  let keys: string[] = [];
  let fileCount = 0;
  const seen = new Set<string>();
  const entries = extract();
  const reading = pipeline(createReadStream(source), createGunzip(), entries);
  reading.catch(() => undefined);
  try {
    for await (const packed of entries) {
      const entry = Readable.from(packed);
      const [kind = "", name = ""] = packed.header.name.split("/");
      if (kind === "manifest.json") {
        manifest = await readManifest(entry);
        await rebuild(client, ownerUrl, appUrl, manifest.migrations);
        await client.query("begin");
        keys = await dropForeignKeys(client);
      } else if (!manifest)
        throw new StartFault("Ce fichier n’est pas une sauvegarde de Maillage.");
      else if (kind === "tables") {
        await loadPart(client, manifest, name, entry);
        if (!seen.has(name)) progress(seen.add(name).size, manifest.tables.length);
      } else if (kind === "jobs.json")
        await addJobs(client, JSON.parse(await text(entry)) as WaitingJob[]);
      else if (kind === "files")
        fileCount += (await files.keep(await buffer(entry))) === name ? 1 : wrong(name);
      else entry.resume();
    }
    await reading;
    if (!manifest) throw new StartFault("Ce fichier n’est pas une sauvegarde de Maillage.");
    for (const key of keys) await client.query(key);
    await checkCounts(client, manifest);
    await client.query(
      "select setval(pg_get_serial_sequence('commune', 'commune_id'), greatest((select max(commune_id) from commune), 1))",
    );
    await client.query("commit");
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { tables: manifest.tables.length, rows, files: fileCount, madeAt: manifest.madeAt };
  } catch (fault) {
    await client.query("rollback").catch(() => undefined);
    if (fault instanceof StartFault || !(fault instanceof Error) || !("code" in fault)) throw fault;
    if (
      ["Z_DATA_ERROR", "Z_BUF_ERROR", "ENOENT", "ERR_STREAM_PREMATURE_CLOSE"].includes(
        String(fault.code),
      )
    )
      throw new StartFault(
        `La sauvegarde ${source} est absente ou abîmée : rien n’a été restauré.`,
      );
    throw fault;
  }
}

const manifestShape = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })),
});

async function readManifest(entry: Readable): Promise<Manifest> {
  const read = manifestShape.safeParse(JSON.parse(await text(entry)));
  if (!read.success)
    throw new StartFault(
      "Cette sauvegarde a une forme que ce logiciel ne connaît pas : mettez Maillage à jour.",
    );
  return read.data;
}

/** The schema as it was when the archive was made. */
async function rebuild(
  client: pg.Client,
  ownerUrl: string,
  appUrl: string,
  migrations: string[],
): Promise<void> {
  const { rows } = await client.query<{ line: string }>(`
    select format('drop table %s cascade', oid::regclass) as line from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_get_userbyid(relowner) = current_user
    union all select format('drop function %s cascade', p.oid::regprocedure) from pg_proc p
      where pronamespace = 'public'::regnamespace and pg_get_userbyid(proowner) = current_user
        and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`);
  for (const { line } of rows) await client.query(line);
  await migrate(ownerUrl, appUrl, migrations);
}

/** Foreign keys go while rows arrive in any order; the statements that bring them back are checked against every row. */
async function dropForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; add: string; table: string }>(`
    select conrelid::regclass::text as table,
           format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f'`);
  for (const row of rows) await client.query(row.drop);
  const tables = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  const each = (word: string) =>
    tables.rows.map(({ name }) => `alter table ${pg.escapeIdentifier(name)} ${word} trigger user`);
  for (const line of each("disable")) await client.query(line);
  return [...rows.map((row) => row.add), ...each("enable")];
}

async function loadPart(
  client: pg.Client,
  manifest: Manifest,
  name: string,
  entry: Readable,
): Promise<void> {
  const table = manifest.tables.find((one) => one.name === name);
  if (!table)
    throw new StartFault(
      `La sauvegarde contient une table inconnue (${name}) : rien n’a été restauré.`,
    );
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(", ");
  await pipeline(
    entry,
    client.query(copyFrom(`copy ${pg.escapeIdentifier(name)} (${columns}) from stdin`)),
  );
}

async function addJobs(client: pg.Client, jobs: WaitingJob[]): Promise<void> {
  for (const job of jobs)
    await client.query(
      "select graphile_worker.add_job($1, $2::json, run_at := $3, job_key := $4)",
      [job.task, JSON.stringify(job.payload), job.runAt, job.key],
    );
}

async function checkCounts(client: pg.Client, manifest: Manifest): Promise<void> {
  for (const table of manifest.tables) {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from ${pg.escapeIdentifier(table.name)}`,
    );
    if (rows[0]?.n !== table.rows)
      throw new StartFault(
        `La sauvegarde est incomplète (table ${table.name}) : rien n’a été restauré.`,
      );
  }
}

function wrong(name: string): never {
  throw new StartFault(
    `Un fichier de la sauvegarde est abîmé (${name.slice(0, 12)}…) : rien n’a été restauré.`,
  );
}
