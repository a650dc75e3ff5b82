import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Ground } from "./ground.ts";
import { cpuOf, residentOf } from "./processes.ts";
import { bareServer, load } from "./programs.ts";
import { goalsOf, keep, machine, table, type Aims, type Line, type Report } from "./report.ts";

/** A kind of page: the addresses it is asked at, `{n}` a figure never used before, and what is wanted of it. */
export type PageKind = { name: string; paths: readonly string[]; aims: Aims };

/** What every bench of pages is asked with. */
export const readOptions = () =>
  parseArgs({
    options: {
      json: { type: "boolean", default: false },
      seconds: { type: "string", default: "4" },
      rounds: { type: "string", default: "3" },
      associations: { type: "string", default: "5000" },
      only: { type: "string", default: "" },
      profile: { type: "string" },
    },
    allowPositionals: true,
  }).values;

type Options = ReturnType<typeof readOptions>;

const connections = 16;
export const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

/** Measures kinds of pages on a site already filled, beside a bare server that sends the same bytes; keeps and prints the report. */
export async function measurePages(
  ground: Ground,
  options: Options,
  asked: { name: string; associations: number; pages: readonly PageKind[] },
): Promise<void> {
  const { name, associations } = asked;
  const pages = asked.pages.filter((page) => page.name.includes(options.only));
  const { folder, port } = ground;
  const { site, postgres } = await ground.start(options.profile);
  const bare = await bareServer(
    `http://127.0.0.1:${port}`,
    pages.map((page) => (page.paths[0] ?? "").replace("{n}", "0")),
    join(folder, "pages.json"),
  );
  const lines: Line[] = [];
  let residentMaxMb = 0;
  const watch = setInterval(() => (residentMaxMb = Math.max(residentMaxMb, residentOf(site.pid))), 200); // prettier-ignore
  for (const page of pages) {
    say(`${page.name}…`);
    const barePath = (page.paths[0] ?? "").replace("{n}", "0");
    await load(port, page.paths, 2, connections);
    await load(bare.port, [barePath], 1, connections);
    const rounds: Line[] = [];
    for (let round = 0; round < Number(options.rounds); round++) {
      const before = { app: cpuOf(site.pid), database: cpuOf(postgres) };
      const measured = await load(port, page.paths, Number(options.seconds), connections);
      const after = { app: cpuOf(site.pid), database: cpuOf(postgres) };
      const spent = (key: "app" | "database") =>
        (after[key] - before[key]) / Math.max(measured.requests, 1);
      const bareBefore = cpuOf(bare.pid);
      const compared = await load(bare.port, [barePath], Number(options.seconds), connections);
      rounds.push({
        name: page.name,
        aims: page.aims,
        bytes: bare.bytes.get(barePath) ?? 0,
        site: measured,
        bare: compared,
        share: measured.perSecond / compared.perSecond,
        appCpuMs: spent("app"),
        bareCpuMs: (cpuOf(bare.pid) - bareBefore) / Math.max(compared.requests, 1),
        databaseCpuMs: spent("database"),
      });
    }
    const middle = rounds.sort((a, b) => a.share - b.share)[Math.floor(rounds.length / 2)];
    if (middle) lines.push(middle);
  }
  clearInterval(watch);
  const report: Report = {
    date: new Date().toISOString(),
    machine: machine(),
    associations,
    connections,
    lines,
    residentMb: residentOf(site.pid),
    residentMaxMb,
    goals: goalsOf(lines, residentMaxMb),
  };
  await bare.end();
  await site.end();
  const file = keep(name, report);
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${table(report)}\n`);
  say(`\nGardé dans ${file}`);
}
