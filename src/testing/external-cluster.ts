import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { StartFault } from "../platform/config.ts";
import type { Cluster } from "../platform/db/cluster.ts";

/** Starts a throwaway cluster from an installed PostgreSQL (15 or later), as an operator with their own database would. */
export async function startExternalCluster(
  _folder: string,
  settings: Record<string, string>,
): Promise<Cluster> {
  const binaries = installedBinaries();
  const folder = mkdtempSync("/tmp/maillage-external-");
  const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if (account.uid) chownSync(folder, account.uid, account.gid);
  const place = { cwd: "/tmp", ...account };
  const cluster = join(folder, "cluster");
  mkdirSync(cluster, { mode: 0o700 });
  if (account.uid) chownSync(cluster, account.uid, account.gid);
  const made = spawnSync(
    join(binaries, "initdb"),
    ["-D", cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"],
    place,
  );
  if (made.status !== 0) throw new StartFault(`initdb failed: ${made.stderr}`);
  const fixed = { listen_addresses: "", unix_socket_directories: folder, ...settings };
  const options = Object.entries(fixed).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(binaries, "postgres"), ["-D", cluster, ...options], {
    ...place,
    stdio: "ignore",
  });
  const url: Cluster["url"] = (role, database) =>
    `postgresql://${role}@/${database}?host=${encodeURIComponent(folder)}`;
  await createRoles(url("postgres", "postgres"));
  return {
    url,
    stop: async () => {
      const left = new Promise((resolve) => server.on("exit", resolve));
      server.kill("SIGINT");
      await left;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function installedBinaries(): string {
  const told = spawnSync("which", ["postgres"], { encoding: "utf8" }).stdout.trim();
  const versions = existsSync("/usr/lib/postgresql")
    ? readdirSync("/usr/lib/postgresql").map(Number)
    : [];
  const newest = versions.filter((version) => version >= 15).sort((a, b) => b - a)[0];
  if (newest) return `/usr/lib/postgresql/${newest}/bin`;
  if (told) return join(told, "..");
  throw new StartFault("No installed PostgreSQL (15 or later) was found: nothing to test against.");
}

async function createRoles(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.query(
        "create role maillage_owner login createdb; create role maillage_app login",
      );
      await client.end();
      return;
    } catch (fault) {
      await client.end().catch(() => undefined);
      if (tries > 400) throw fault;
      await pause(25);
    }
  }
}
