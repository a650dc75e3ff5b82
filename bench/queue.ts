/** `npm run bench -- queue [--json] [--seconds N] [--rounds N] [--associations N] [--profile FOLDER]`: the screens of an agent's day in a commune of 5,000 associations. */
import { parseArgs } from "node:util";
import { buildCommune } from "./commune.ts";
import { openGround } from "./ground.ts";
import type { Measured } from "./load.ts";
import { cpuOf, residentOf } from "./processes.ts";
import { load } from "./programs.ts";
import { keep, machine } from "./report.ts";
import { fillQueue, heavyDay } from "./waiting.ts";

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    seconds: { type: "string", default: "4" },
    rounds: { type: "string", default: "3" },
    associations: { type: "string", default: "5000" },
    profile: { type: "string" },
  },
  allowPositionals: true,
});
const associations = Number(options.associations);
/** An agent asks one page at a time. */
const agents = 1;
const token = "mesure";
const goalMs = 100;
const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

type Line = {
  name: string;
  bytes: number;
  site: Measured;
  appCpuMs: number;
  databaseCpuMs: number;
};

const ground = await openGround();
try {
  await main();
} finally {
  ground.close();
}

async function main(): Promise<void> {
  say(`Une commune de ${associations} associations, un jour chargé…`);
  await ground.fill(async (house, ownerUrl) => {
    const id = await buildCommune(house, ownerUrl, "127.0.0.1", associations);
    await house.database.write(id, (tx) => fillQueue(tx, house.clock.now(), token));
  });
  const { site, postgres } = await ground.start(options.profile);
  const origin = `http://127.0.0.1:${ground.port}`;
  const cookie = `maillage=${token}`;
  const read = async (path: string) => {
    const answer = await fetch(origin + path, { headers: { cookie } });
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    return await answer.text();
  };
  const queue = await read("/gestion/file?dans=tous");
  const screen = /href="(\/gestion\/[^"]*[?&;]file=[^"]*)"/.exec(queue)?.[1]?.replaceAll("&amp;", "&"); // prettier-ignore
  if (!screen) throw new Error("nothing waits in the queue");
  const lines: Line[] = [];
  for (const { name, path } of [
    { name: "accueil de la gestion", path: "/gestion" },
    { name: "file du jour", path: "/gestion/file" },
    { name: "file de tous", path: "/gestion/file?dans=tous" },
    { name: "un écran de la file", path: screen },
  ]) {
    say(`${name}…`);
    const bytes = Buffer.byteLength(await read(path));
    await load(ground.port, [path], 1, agents, cookie);
    const rounds: Line[] = [];
    for (let round = 0; round < Number(options.rounds); round++) {
      const before = { app: cpuOf(site.pid), database: cpuOf(postgres) };
      const measured = await load(ground.port, [path], Number(options.seconds), agents, cookie);
      const spent = (pid: number, since: number) =>
        (cpuOf(pid) - since) / Math.max(measured.requests, 1);
      rounds.push({
        name,
        bytes,
        site: measured,
        appCpuMs: spent(site.pid, before.app),
        databaseCpuMs: spent(postgres, before.database),
      });
    }
    const middle = rounds.sort((a, b) => a.site.p50 - b.site.p50)[Math.floor(rounds.length / 2)];
    if (middle) lines.push(middle);
  }
  const report = {
    date: new Date().toISOString(),
    machine: machine(),
    associations,
    connections: agents,
    waiting: heavyDay,
    lines,
    residentMb: residentOf(site.pid),
    goals: lines.map(({ name, site: { p50 } }) => ({
      goal: `${name} : p50 sous ${goalMs} ms`,
      measured: `${p50} ms`,
      met: p50 < goalMs,
    })),
  };
  await site.end();
  const file = keep("queue", report);
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${drawn(report)}\n`);
  say(`\nGardé dans ${file}`);
}

function drawn({
  lines,
  goals,
  machine: { cores, cpu },
}: {
  lines: Line[];
  goals: { goal: string; measured: string; met: boolean }[];
  machine: ReturnType<typeof machine>;
}): string {
  // prettier-ignore
  const rows = lines.map(({ name, bytes, site, appCpuMs, databaseCpuMs }) =>
    [
      name.padEnd(24),
      `${(bytes / 1024).toFixed(0)} Ko`,
      `p50 ${site.p50} ms`,
      `p99 ${site.p99} ms`,
      `CPU app ${appCpuMs.toFixed(1)} ms`,
      `CPU base ${databaseCpuMs.toFixed(1)} ms`,
    ].join("  "),
  );
  const reached = goals.map(({ goal, measured, met }) => `${met ? "atteint " : "MANQUÉ  "} ${goal} : ${measured}`); // prettier-ignore
  return [`${associations} associations, ${cores} cœurs (${cpu})`, "", ...rows, "", ...reached].join("\n"); // prettier-ignore
}
