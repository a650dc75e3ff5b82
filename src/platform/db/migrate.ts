import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { runMigrations } from "graphile-worker";
import { projectRoot, StartFault } from "../config.ts";
import { openPool } from "./pool.ts";

const folder = join(projectRoot, "db/migrations");

/**
 * Brings a database to the schema of this code, as its owner; each plain SQL file runs once, in its own transaction.
 * `upTo` stops at an earlier schema, for a restore. Then gives the runtime role its rights. Throws a `StartFault` when the database is newer than the code.
 */
export async function migrate(
  ownerUrl: string,
  appUrl: string,
  upTo: readonly string[] = knownMigrations(),
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(4209001)");
    await client.query(
      "create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())",
    );
    for (const name of pendingFiles(await applied(client), upTo)) await apply(client, name);
    const pgPool = openPool(ownerUrl, 1);
    await runMigrations({ pgPool }).finally(() => pgPool.end());
    await grant(client, roleOf(appUrl));
    await client.query("select pg_advisory_unlock(4209001)");
  } finally {
    await client.end();
  }
}

/** Migrations this code knows and a migrated database lacks. Throws a `StartFault` when the database is newer than the code. */
export async function pendingMigrations(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return pendingFiles(await applied(client), knownMigrations());
  } finally {
    await client.end();
  }
}

async function applied(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>("select name from migration order by name");
  return rows.map((row) => row.name);
}

/** Names of the migrations this code knows, in order. */
export const knownMigrations = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();

function pendingFiles(done: readonly string[], upTo: readonly string[]): string[] {
  const known = knownMigrations();
  const stranger = [...done, ...upTo].find((name) => !known.includes(name));
  if (stranger)
    throw new StartFault(
      `La base de données est plus récente que ce logiciel (elle connaît ${stranger}) : mettez Maillage à jour.`,
    );
  return upTo.filter((name) => !done.includes(name));
}

async function apply(client: pg.Client, name: string): Promise<void> {
  const sql = readFileSync(join(folder, name), "utf8");
  const checksum = createHash("sha256").update(sql).digest("hex");
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query("insert into migration (name, checksum) values ($1, $2)", [name, checksum]);
    await client.query("commit");
  } catch (fault) {
    await client.query("rollback");
    throw fault;
  }
}

/** The user name of a PostgreSQL address. */
export const roleOf = (url: string): string =>
  decodeURIComponent(new URL(url.replace("@/", "@local/")).username);

async function grant(client: pg.Client, role: string): Promise<void> {
  const name = pg.escapeIdentifier(role);
  await client.query(`
    grant usage on schema public to ${name};
    grant select, insert, update, delete on all tables in schema public to ${name};
    revoke all on migration from ${name};
    grant select on migration to ${name};
    revoke update, delete on journal from ${name};
    grant update (undone_by) on journal to ${name};
    revoke insert, update, delete on commune_host from ${name};
    revoke insert, delete on commune from ${name};
    grant usage on all sequences in schema public to ${name};
    grant execute on all functions in schema public to ${name};
  `);
}
