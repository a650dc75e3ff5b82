import { readFileSync, readdirSync } from "node:fs";

const ticksPerSecond = 100;

type Facts = { pid: number; parent: number; ticks: number; name: string };

/** Times of a process, its waited-for children included, from /proc. */
function factsOf(pid: number): Facts | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    return { pid, parent: Number(fields[1]), ticks, name: text.slice(text.indexOf("(") + 1, text.lastIndexOf(")")) }; // prettier-ignore
  } catch {
    return undefined;
  }
}

/** CPU milliseconds used so far by a process and its living children. */
export function cpuOf(pid: number): number {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => factsOf(Number(name)) ?? [])
    .filter((one) => one.pid === pid || one.parent === pid);
  return (all.reduce((sum, one) => sum + one.ticks, 0) * 1000) / ticksPerSecond;
}

/** Resident memory of a process, in megabytes. */
export function residentOf(pid: number): number {
  const line = readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)?.[1];
  return Number(line ?? 0) / 1024;
}
