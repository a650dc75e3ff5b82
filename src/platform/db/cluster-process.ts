import { existsSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** A PostgreSQL running on a cluster: its process, and its socket folder once it has said it. */
export type RunningPostgres = { pid: number; socket: string | undefined };

/** The PostgreSQL that runs on this cluster, if any. What its pid file says is checked: numbers of processes come back. */
export function runningPostgres(cluster: string): RunningPostgres | undefined {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !alive(pid) || !livesIn(pid, cluster))
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

/** PostgreSQL works from the folder of its cluster. */
function livesIn(pid: number, cluster: string): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch (fault) {
    // Someone else's process cannot be looked into; a process that has just ended has no folder.
    return (fault as NodeJS.ErrnoException).code === "EACCES";
  }
}
