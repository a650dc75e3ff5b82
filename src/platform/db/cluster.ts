import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { StartFault } from "../config.ts";
import { clusterPlace, type ClusterPlace } from "./cluster-place.ts";

/** A running embedded PostgreSQL and how to reach it: URLs for `pg` through its unix socket. */
export type Cluster = {
  url: (role: "postgres" | "maillage_owner" | "maillage_app", database: string) => string;
  stop: () => Promise<void>;
};

/**
 * Starts the PostgreSQL shipped with Maillage, or takes over the one an earlier app left behind.
 * The first start creates the cluster, the two roles and the database `maillage`.
 */
export async function startCluster(
  dataFolder: string,
  settings: Record<string, string> = {},
): Promise<Cluster> {
  makeDataFolder(dataFolder);
  const place = clusterPlace(dataFolder);
  if (!existsSync(join(place.cluster, "PG_VERSION"))) createCluster(place);
  if (!runningProcess(place)) launch(place, dataFolder, settings);
  const cluster = clusterAt(place);
  await untilReady(cluster, join(dataFolder, "postgres.log"));
  await createRoles(cluster);
  return cluster;
}

function makeDataFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(join(dataFolder, ".writable"), "");
    rmSync(join(dataFolder, ".writable"));
  } catch {
    throw new StartFault(
      `Le dossier des données ${dataFolder} ne peut pas être écrit : donnez-en les droits ou choisissez-en un autre avec MAILLAGE_DATA.`,
    );
  }
}

const inAccount = (place: ClusterPlace) => ({ cwd: place.cluster, ...place.account });

function createCluster(place: ClusterPlace): void {
  const options = ["-D", place.cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8"];
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const made = spawnSync(join(place.binaries, "bin/initdb"), [...options, ...locale], {
    ...inAccount(place),
    encoding: "utf8",
  });
  if (made.status !== 0)
    throw new StartFault(
      `PostgreSQL n’a pas pu créer sa base : ${(made.stderr || String(made.error)).trim()}`,
    );
}

/** The process id of a PostgreSQL already running on this cluster, if any. */
function runningProcess(place: ClusterPlace): number | undefined {
  const file = join(place.cluster, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  try {
    process.kill(pid, 0);
    if (process.platform !== "linux") return pid;
    return readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres") ? pid : undefined;
  } catch {
    return undefined;
  }
}

function launch(place: ClusterPlace, dataFolder: string, settings: Record<string, string>): void {
  const log = openSync(join(dataFolder, "postgres.log"), "a");
  const fixed = {
    listen_addresses: "",
    unix_socket_directories: place.socket,
    shared_buffers: "64MB",
    max_connections: "60",
    jit: "off",
    timezone: "UTC",
    ...settings,
  };
  const options = Object.entries(fixed).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(place.binaries, "bin/postgres"), ["-D", place.cluster, ...options], {
    ...inAccount(place),
    detached: true,
    stdio: ["ignore", log, log],
  });
  server.unref();
  closeSync(log);
}

function clusterAt(place: ClusterPlace): Cluster {
  return {
    url: (role, database) =>
      `postgresql://${role}@/${database}?host=${encodeURIComponent(place.socket)}`,
    stop: async () => {
      const pid = runningProcess(place);
      if (!pid) return;
      process.kill(pid, "SIGINT");
      for (let waited = 0; waited < 300 && runningProcess(place); waited++) await pause(50);
    },
  };
}

async function untilReady(cluster: Cluster, log: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    const client = new pg.Client({ connectionString: cluster.url("postgres", "postgres") });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await client.end().catch(() => undefined);
      await pause(25);
    }
  }
  throw new StartFault(`PostgreSQL ne répond pas après 30 secondes : voyez ${log}.`);
}

async function createRoles(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url("postgres", "postgres") });
  await client.connect();
  try {
    const known = await client.query("select 1 from pg_database where datname = 'maillage'");
    if (known.rowCount) return;
    const roles = await client.query("select 1 from pg_roles where rolname = 'maillage_app'");
    if (!roles.rowCount) {
      await client.query("create role maillage_owner login createdb");
      await client.query("create role maillage_app login nosuperuser nobypassrls");
    }
    await client.query("create database maillage owner maillage_owner");
  } finally {
    await client.end();
  }
}
