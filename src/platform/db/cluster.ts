import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { StartFault } from "../config.ts";
import { clusterPlace, makeOwnedFolder, type ClusterPlace } from "./cluster-place.ts";
import { forgetKilled, runningPostgres } from "./cluster-process.ts";

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
  if (!existsSync(place.cluster)) createCluster(place);
  if (place.apart) sayWhereItLives(place);
  const cluster = clusterAt(place);
  await untilReady(cluster, place, async () => {
    await forgetKilled(place.cluster, place.socket);
    return launch(place, settings);
  });
  await createRoles(cluster);
  return cluster;
}

function makeDataFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true });
    const probe = join(dataFolder, `.writable-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch {
    throw new StartFault(
      `Le dossier des données ${dataFolder} ne peut pas être écrit : donnez-en les droits ou choisissez-en un autre avec MAILLAGE_DATA.`,
    );
  }
}

/** Made beside its place and moved there whole: a start killed midway begins again. */
function createCluster(place: ClusterPlace): void {
  const making = `${place.cluster}.new`;
  rmSync(making, { recursive: true, force: true });
  makeOwnedFolder(making, place.account);
  const options = ["-D", making, "-U", "postgres", "-A", "trust", "-E", "UTF8"];
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const made = spawnSync(join(place.binaries, "bin/initdb"), [...options, ...locale], {
    cwd: making,
    ...place.account,
    encoding: "utf8",
  });
  if (made.status !== 0)
    throw new StartFault(
      `PostgreSQL n’a pas pu créer sa base : ${(made.stderr || String(made.error)).trim()}`,
    );
  renameSync(making, place.cluster);
}

function sayWhereItLives(place: ClusterPlace): void {
  writeFileSync(
    join(place.dataFolder, "LISEZ-MOI.txt"),
    `La base de données de cette installation se trouve dans ${place.cluster}.\n` +
      "PostgreSQL ne tourne pas sous le compte root, et le compte qui le fait tourner ne peut pas entrer dans ce dossier-ci.\n" +
      "Pour sauvegarder, utilisez la commande « npm run maillage -- backup FICHIER.tar.gz » : elle prend la base et les fichiers.\n",
  );
}

const largestLog = 10_000_000;

function launch(place: ClusterPlace, settings: Record<string, string>) {
  const logFile = join(place.dataFolder, "postgres.log");
  if (existsSync(logFile) && statSync(logFile).size > largestLog)
    renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, "a", 0o600);
  const fixed = {
    listen_addresses: "",
    unix_socket_directories: place.socket,
    shared_buffers: "64MB",
    max_connections: "60",
    jit: "off",
    // After an import, pages must not wait a minute for good plans.
    autovacuum_naptime: "10s",
    timezone: "UTC",
    // A statement or a key in the log may hold someone's address.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    log_checkpoints: "off",
    ...settings,
  };
  const options = Object.entries(fixed).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(place.binaries, "bin/postgres"), ["-D", place.cluster, ...options], {
    cwd: place.cluster,
    ...place.account,
    detached: true,
    stdio: ["ignore", log, log],
  });
  server.on("error", () => undefined);
  server.unref();
  closeSync(log);
  return server;
}

function clusterAt(place: ClusterPlace): Cluster {
  return {
    url: (role, database) => {
      const socket = runningPostgres(place.cluster)?.socket ?? place.socket;
      return `postgresql://${role}@/${database}?host=${encodeURIComponent(socket)}`;
    },
    stop: async () => {
      const running = runningPostgres(place.cluster);
      if (!running) return;
      process.kill(running.pid, "SIGINT");
      for (let waited = 0; waited < 600 && runningPostgres(place.cluster); waited++)
        await pause(50);
    },
  };
}

/**
 * Launches PostgreSQL when none runs, and waits for its first answer. One that was found may be leaving: it is then
 * launched again. Recovery after a crash may be long: only one that left is given up before five minutes.
 */
async function untilReady(
  cluster: Cluster,
  place: ClusterPlace,
  start: () => Promise<ReturnType<typeof launch>>,
): Promise<void> {
  let launched: ReturnType<typeof launch> | undefined;
  for (let tries = 0; tries < 12_000; tries++) {
    if (!runningPostgres(place.cluster)) {
      if (launched && (launched.exitCode !== null || launched.pid === undefined)) break;
      launched ??= await start();
    }
    if (await answers(cluster)) return;
    await pause(25);
  }
  const log = join(place.dataFolder, "postgres.log");
  throw new StartFault(`PostgreSQL n’a pas démarré (${lastFault(log)}) : voyez ${log}.`);
}

async function answers(cluster: Cluster): Promise<boolean> {
  const client = new pg.Client({
    connectionString: cluster.url("postgres", "postgres"),
    connectionTimeoutMillis: 2000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const lastFault = (log: string): string =>
  readFileSync(log, "utf8")
    .split("\n")
    .findLast((line) => /FATAL|PANIC/.test(line))
    ?.replace(/^.*?(FATAL|PANIC): */, "") ?? "aucune réponse";

async function createRoles(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url("postgres", "postgres") });
  // One that another is stopping fails the question asked of it, and no more.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const known = await client.query("select 1 from pg_database where datname = 'maillage'");
    if (known.rowCount) return;
    const roles = await client.query("select 1 from pg_roles where rolname = 'maillage_app'");
    if (!roles.rowCount)
      await client.query(
        "create role maillage_owner login createdb; create role maillage_app login nosuperuser nobypassrls",
      );
    await client.query("create database maillage owner maillage_owner");
  } finally {
    await client.end();
  }
}
