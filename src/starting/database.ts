import pg from "pg";
import { StartFault, type Config } from "../platform/config.ts";
import { startCluster } from "../platform/db/cluster.ts";
import { checkRuntimeRole, openDatabase, type Database } from "../platform/db/database.ts";
import { migrate } from "../platform/db/migrate.ts";

export type Opened = {
  database: Database;
  ownerUrl: string;
  appUrl: string;
  /** Closes the pool and stops the embedded PostgreSQL when it is ours. */
  close: () => Promise<void>;
};

/**
 * Opens the database of this installation, embedded or external, brought to the schema of this code.
 * `serving` takes the lock that keeps two sites off the same embedded data; commands do without it.
 */
export async function openInstallation(config: Config, serving: boolean): Promise<Opened> {
  const place = await addresses(config);
  const guard = serving ? await takeSiteLock(place.ownerUrl, place.embedded) : undefined;
  await migrate(place.ownerUrl, place.appUrl);
  const database = openDatabase(place.appUrl, { replicaUrl: config.databaseReplicaUrl });
  await checkRuntimeRole(database);
  return {
    database,
    ownerUrl: place.ownerUrl,
    appUrl: place.appUrl,
    close: async () => {
      await database.close();
      await guard?.end();
      await place.stop(serving);
    },
  };
}

async function addresses(config: Config) {
  const { databaseUrl, databaseOwnerUrl } = config;
  if (databaseUrl && databaseOwnerUrl) {
    await requireVersion(databaseOwnerUrl);
    return {
      appUrl: databaseUrl,
      ownerUrl: databaseOwnerUrl,
      stop: async () => undefined,
      embedded: false,
    };
  }
  const cluster = await startCluster(config.dataFolder);
  return {
    appUrl: cluster.url("maillage_app", "maillage"),
    ownerUrl: cluster.url("maillage_owner", "maillage"),
    embedded: true,
    // A command that ran beside the site must not stop the site's PostgreSQL.
    stop: async (serving: boolean) => {
      if (serving || !(await siteRunning(cluster.url("maillage_owner", "maillage"))))
        await cluster.stop();
    },
  };
}

async function requireVersion(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    if (Number(rows[0]?.version) < 150_000)
      throw new StartFault("La base externe doit être un PostgreSQL 15 ou plus récent.");
  } catch (fault) {
    if (fault instanceof StartFault) throw fault;
    throw new StartFault(
      `La base externe ne répond pas à DATABASE_OWNER_URL : ${(fault as Error).message}`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

const siteLock = 4_209_003;

/** Several sites may share an external database; the embedded one serves a single site. Freed by PostgreSQL when the site dies. */
async function takeSiteLock(ownerUrl: string, alone: boolean): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, keepAlive: true });
  client.on("error", () => undefined);
  await client.connect();
  const attempt = alone ? "pg_try_advisory_lock" : "pg_try_advisory_lock_shared";
  const { rows } = await client.query<{ taken: boolean }>(`select ${attempt}($1) as taken`, [
    siteLock,
  ]);
  if (!rows[0]?.taken)
    throw new StartFault(
      "Maillage (ou une restauration) travaille déjà sur ces données : arrêtez-le d’abord.",
    );
  return client;
}

async function siteRunning(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ alone: boolean }>(
    "select pg_try_advisory_lock($1) as alone",
    [siteLock],
  );
  await client.end();
  return rows[0]?.alone === false;
}
