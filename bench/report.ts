import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../src/platform/config.ts";
import type { Measured } from "./load.ts";

/** What is wanted of a kind of page: requests per second over those of the bare server, and what else is asked. */
export type Aims = { share: number; p99Ms?: number; cpuMs?: number };

/** One kind of page, beside the bare server sending the same bytes. */
export type Line = {
  name: string;
  aims: Aims;
  bytes: number;
  site: Measured;
  bare: Measured;
  /** Site over bare, requests per second: the median of the rounds. */
  share: number;
  /** Processor milliseconds per page: unlike a rate, it says the same on a busy machine. */
  appCpuMs: number;
  bareCpuMs: number;
  databaseCpuMs: number;
};

export type Report = {
  date: string;
  machine: ReturnType<typeof machine>;
  associations: number;
  connections: number;
  lines: Line[];
  residentMb: number;
  residentMaxMb: number;
  goals: { goal: string; measured: string; met: boolean }[];
};

export const machine = () => ({
  cpu: cpus()[0]?.model ?? "",
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1e9),
  system: `${platform()} ${release()}`,
  node: process.version,
});

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What the project wants of its pages, on two cores shared with the load generator. */
export function goalsOf(lines: readonly Line[], residentMaxMb: number): Report["goals"] {
  const goals: Report["goals"] = [];
  for (const line of lines) {
    const { share, p99Ms, cpuMs } = line.aims;
    const cpu = line.appCpuMs + line.databaseCpuMs;
    goals.push({
      goal: `${line.name} : au moins ${percent(share)} du serveur nu`,
      measured: percent(line.share),
      met: line.share >= share,
    });
    if (p99Ms !== undefined)
      goals.push({
        goal: `${line.name} : p99 sous ${p99Ms} ms`,
        measured: `${line.site.p99} ms`,
        met: line.site.p99 < p99Ms,
      });
    if (cpuMs !== undefined)
      goals.push({
        goal: `${line.name} : au plus ${cpuMs} ms de processeur par page`,
        measured: `${cpu.toFixed(1)} ms`,
        met: cpu <= cpuMs,
      });
  }
  goals.push({
    goal: "mémoire résidente de l’application sous 250 Mo",
    measured: `${Math.round(residentMaxMb)} Mo`,
    met: residentMaxMb < 250,
  });
  return goals;
}

const columns = [
  "page",
  "Ko",
  "pages/s",
  "nu/s",
  "part",
  "p50",
  "p99",
  "CPU app",
  "CPU base",
  "CPU nu",
];

/** The table, for people. */
export function table(report: Report): string {
  const rows = report.lines.map((line) => [
    line.name,
    (line.bytes / 1024).toFixed(1),
    String(Math.round(line.site.perSecond)),
    String(Math.round(line.bare.perSecond)),
    `${Math.round(line.share * 100)} %`,
    `${line.site.p50} ms`,
    `${line.site.p99} ms`,
    `${line.appCpuMs.toFixed(2)} ms`,
    `${line.databaseCpuMs.toFixed(2)} ms`,
    `${line.bareCpuMs.toFixed(3)} ms`,
  ]);
  const widths = columns.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const drawn = [columns, ...rows].map((row) =>
    row
      .map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join("  "),
  );
  const goals = report.goals.map(
    ({ goal, measured, met }) => `${met ? "atteint " : "MANQUÉ  "} ${goal} : ${measured}`,
  );
  const { cpu, cores, node } = report.machine;
  const about = `${report.associations} associations, ${report.connections} visiteurs à la fois, ${cores} cœurs (${cpu}), Node ${node}`;
  const memory = `Mémoire de l’application : ${Math.round(report.residentMb)} Mo à la fin, ${Math.round(report.residentMaxMb)} Mo au plus.`;
  return [about, "", ...drawn, "", memory, "", ...goals].join("\n");
}

/** Keeps the figures beside the machine they were measured on. */
export function keep(name: string, report: { date: string }): string {
  const folder = join(projectRoot, "bench/results");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}-${report.date.slice(0, 16).replace(":", "h")}.json`);
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}
