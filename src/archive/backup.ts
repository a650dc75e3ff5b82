import { createReadStream, createWriteStream, existsSync, statSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { pack, type Pack } from "tar-stream";
import { StartFault } from "../platform/config.ts";
import { partBytes, type ArchivedTable, type Manifest, type WaitingJob } from "./archive-format.ts";

export type BackupReport = {
  file: string;
  tables: number;
  rows: number;
  files: number;
  /** Files the database names and the disk has lost. */
  missing: number;
  bytes: number;
};

/**
 * Writes one consistent archive while the site runs: every table in one REPEATABLE READ snapshot, then the files it names.
 * The archive appears under its name only once whole.
 */
export async function backup(
  ownerUrl: string,
  filesFolder: string,
  target: string,
  progress: (done: number, all: number) => void,
): Promise<BackupReport> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const archive = pack();
  const partial = `${target}.partiel`;
  const written = pipeline(
    archive,
    createGzip({ level: 5 }),
    createWriteStream(partial, { mode: 0o600, flush: true }),
  );
  written.catch(() => undefined);
  try {
    await client.query("begin isolation level repeatable read read only");
    await requireCommune(client);
    const manifest = await describe(client);
    await addText(archive, "manifest.json", JSON.stringify(manifest, null, 2));
    let done = 0;
    const all = manifest.tables.length + 1;
    for (const table of manifest.tables) {
      await addTable(client, archive, table);
      progress(++done, all);
    }
    await addText(archive, "jobs.json", JSON.stringify(await waitingJobs(client)));
    const { kept, missing } = await addFiles(client, archive, filesFolder);
    await client.query("commit");
    archive.finalize();
    await written;
    await rename(partial, target);
    progress(all, all);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return {
      file: target,
      tables: manifest.tables.length,
      rows,
      files: kept,
      missing,
      bytes: statSync(target).size,
    };
  } catch (fault) {
    archive.destroy();
    await written.catch(() => undefined);
    await rm(partial, { force: true });
    throw fault;
  } finally {
    await client.end();
  }
}

/** A backup of nothing is more likely a wrong folder than a wish. */
async function requireCommune(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select 1 from commune limit 1");
  if (!rowCount)
    throw new StartFault(
      "Cette installation n’a aucune commune : rien à sauvegarder. Vérifiez MAILLAGE_DATA ou DATABASE_URL.",
    );
}

async function describe(client: pg.Client): Promise<Manifest> {
  const migrations = await client.query<{ name: string }>(
    "select name from migration order by name",
  );
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select relname as name, array_agg(attname::text order by attnum) as columns
     from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'
     group by relname order by relname`,
  );
  const tables: Manifest["tables"] = [];
  for (const { name, columns } of rows) {
    const counted = await client.query<{ n: number }>(
      `select count(*)::int as n from ${pg.escapeIdentifier(name)}`,
    );
    tables.push({ name, columns, rows: counted.rows[0]?.n ?? 0 });
  }
  const madeAt = await client.query<{ at: Date }>("select now() as at");
  return {
    format: 1,
    madeAt: madeAt.rows[0]?.at.toISOString() ?? "",
    migrations: migrations.rows.map((row) => row.name),
    tables,
  };
}

async function addTable(client: pg.Client, archive: Pack, table: ArchivedTable): Promise<void> {
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(", ");
  const stream = client.query(
    copyTo(`copy ${pg.escapeIdentifier(table.name)} (${columns}) to stdout`),
  );
  let part = 0;
  let chunks: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    if (!size) return;
    await addBytes(
      archive,
      `tables/${table.name}/${String(part++).padStart(5, "0")}.copy`,
      Buffer.concat(chunks),
    );
    chunks = [];
    size = 0;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= partBytes) await flush();
  }
  await flush();
}

async function waitingJobs(client: pg.Client): Promise<WaitingJob[]> {
  const { rows } = await client.query<WaitingJob>(
    `select t.identifier as task, j.payload, j.run_at as "runAt", j.key,
            j.max_attempts as "maxAttempts", j.priority
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where j.attempts < j.max_attempts`,
  );
  return rows;
}

async function addFiles(client: pg.Client, archive: Pack, folder: string) {
  const { rows } = await client.query<{ sha256: string }>("select distinct sha256 from file");
  let [kept, missing] = [0, 0];
  for (const { sha256 } of rows) {
    const path = join(folder, sha256.slice(0, 2), sha256);
    if (!existsSync(path)) {
      missing++;
      continue;
    }
    const entry = archive.entry({ name: `files/${sha256}`, size: statSync(path).size });
    await pipeline(createReadStream(path), entry);
    kept++;
  }
  return { kept, missing };
}

const addText = (archive: Pack, name: string, text: string) =>
  addBytes(archive, name, Buffer.from(text));

const addBytes = (archive: Pack, name: string, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) =>
    archive.entry({ name }, bytes, (fault) => (fault ? reject(fault) : resolve())),
  );
