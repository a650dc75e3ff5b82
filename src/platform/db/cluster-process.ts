import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** A PostgreSQL running on a cluster: its process, and its socket folder once it has said it. */
export type RunningPostgres = { pid: number; socket: string | undefined };

/** The PostgreSQL that runs on this cluster, if any. What its pid file says is checked: numbers of processes come back. */
export function runningPostgres(cluster: string): RunningPostgres | undefined {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !alive(pid) || !livesIn(pid, cluster, true))
    return undefined;
  return { pid, socket: lines[4] || undefined };
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** PostgreSQL works from the folder of its cluster. `unknown` is the answer for a process that cannot be looked into. */
function livesIn(pid: number, cluster: string, unknown: boolean): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch (fault) {
    // A process that has ended has no folder.
    return (fault as NodeJS.ErrnoException).code === "EACCES" && unknown;
  }
}

/**
 * Forgets the pid files of a PostgreSQL that was killed: the number in them may now be another program's, and the next
 * PostgreSQL would refuse to start. Only once the last of its processes has ended, since they share its memory.
 */
export async function forgetKilled(cluster: string, socket: string): Promise<void> {
  const files = [join(cluster, "postmaster.pid"), join(socket, ".s.PGSQL.5432.lock")];
  if (process.platform !== "linux" || !files.some((file) => existsSync(file))) return;
  const survivors = () =>
    readdirSync("/proc").some(
      (name) => /^\d+$/.test(name) && livesIn(Number(name), cluster, false),
    );
  for (let waited = 0; waited < 600 && survivors(); waited++) await pause(50);
  if (!survivors()) for (const file of files) rmSync(file, { force: true });
}
