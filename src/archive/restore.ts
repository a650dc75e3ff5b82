import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import pg from "pg";
import { StartFault } from "../platform/config.ts";
import { migrate } from "../platform/db/migrate.ts";
import { gatherStatistics } from "../platform/db/statistics.ts";
import type { Files } from "../platform/files.ts";
import type { Manifest, WaitingJob } from "./archive-format.ts";
import { addJobs, checkCounts, loadPart, loosen, raiseSequences } from "./rows.ts";
import { openArchive, verify } from "./verify.ts";

export type RestoreReport = { tables: number; rows: number; files: number; madeAt: string };

/** An installation that receives an archive. */
export type Receiver = { ownerUrl: string; appUrl: string; files: Files };

/**
 * Brings an archive back on an empty installation, embedded or external: reads it whole, builds the schema as it was,
 * loads every table in one transaction, then brings it to the schema of this code. Nothing is left behind when it fails.
 */
export async function restore(
  receiver: Receiver,
  source: string,
  progress: (done: number, all: number) => void,
): Promise<RestoreReport> {
  const manifest = await verify(source);
  const client = new pg.Client({ connectionString: receiver.ownerUrl });
  await client.connect();
  const written: string[] = [];
  let files = 0;
  try {
    await requireEmpty(client);
    await rebuild(client, receiver, manifest.migrations);
    await client.query("begin");
    files = await load(client, manifest, receiver.files, source, written, progress);
    await client.query("commit");
  } catch (fault) {
    await client.query("rollback").catch(() => undefined);
    for (const path of written) await rm(path, { force: true });
    await migrate(receiver.ownerUrl, receiver.appUrl);
    throw refusalOf(fault);
  } finally {
    await client.end();
  }
  await migrate(receiver.ownerUrl, receiver.appUrl);
  await gatherStatistics(receiver.ownerUrl);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return { tables: manifest.tables.length, rows, files, madeAt: manifest.madeAt };
}

async function requireEmpty(client: pg.Client): Promise<void> {
  const communes = await client.query("select 1 from commune limit 1");
  if (communes.rowCount)
    throw new StartFault(
      "Cette installation contient déjà une commune : restaurez dans une installation vide (MAILLAGE_DATA ou DATABASE_URL).",
    );
}

/** The schema as it was when the archive was made. */
async function rebuild(
  client: pg.Client,
  { ownerUrl, appUrl }: Receiver,
  migrations: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ line: string }>(`
    select format('drop function if exists %s cascade', p.oid::regprocedure) as line from pg_proc p
      where pronamespace = 'public'::regnamespace and pg_get_userbyid(proowner) = current_user
        and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all select format('drop table if exists %s cascade', oid::regclass) from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_get_userbyid(relowner) = current_user`);
  await client.query("begin");
  for (const { line } of rows) await client.query(line);
  await client.query("commit");
  await migrate(ownerUrl, appUrl, migrations);
}

async function load(
  client: pg.Client,
  manifest: Manifest,
  files: Files,
  source: string,
  written: string[],
  progress: (done: number, all: number) => void,
): Promise<number> {
  let fileCount = 0;
  const tighten = await loosen(client);
  const tables = new Map(manifest.tables.map((table) => [table.name, table]));
  const begun = new Set<string>();
  const { entries, ended } = openArchive(source);
  for await (const packed of entries) {
    const entry = Readable.from(packed);
    const [kind = "", name = ""] = packed.header.name.split("/");
    const table = tables.get(name);
    if (kind === "tables" && table) {
      await loadPart(client, table, entry);
      if (!begun.has(name)) progress(begun.add(name).size, tables.size + 1);
    } else if (kind === "jobs.json")
      await addJobs(client, JSON.parse(await text(entry)) as WaitingJob[]);
    else if (kind === "files") {
      await keepFile(files, name, await buffer(entry), written);
      fileCount++;
    } else entry.resume();
  }
  await ended;
  for (const statement of tighten) await client.query(statement);
  await checkCounts(client, manifest);
  await raiseSequences(client);
  progress(tables.size + 1, tables.size + 1);
  return fileCount;
}

async function keepFile(files: Files, name: string, bytes: Buffer, written: string[]) {
  if (createHash("sha256").update(bytes).digest("hex") !== name)
    throw new StartFault(
      `Un fichier de la sauvegarde est abîmé (${name.slice(0, 12)}…) : rien n’a été restauré.`,
    );
  const path = join(files.folder, name.slice(0, 2), name);
  // One that was already here is not ours to remove when the restoration fails.
  if (!existsSync(path)) written.push(path);
  await files.keep(bytes);
}

/** What the database refuses of an archive that reads well: it was changed by hand. */
function refusalOf(fault: unknown): unknown {
  if (!(fault instanceof pg.DatabaseError)) return fault;
  const place = fault.table ? ` (table ${fault.table})` : "";
  return new StartFault(
    `La base refuse le contenu de la sauvegarde${place} : rien n’a été restauré.`,
  );
}
