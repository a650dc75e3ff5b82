/** `npm run bench -- directory [--json] [--seconds N] [--rounds N] [--only WORD] [--profile FOLDER]`: the directory of a commune of 5,000 associations. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildCommune } from "./commune.ts";
import { openGround } from "./ground.ts";
import { bareServer, load } from "./programs.ts";
import { cpuOf, residentOf } from "./processes.ts";
import { goalsOf, keep, machine, table, type Line, type Report } from "./report.ts";
import { typed } from "./words.ts";

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    seconds: { type: "string", default: "4" },
    rounds: { type: "string", default: "3" },
    associations: { type: "string", default: "5000" },
    only: { type: "string", default: "" },
    profile: { type: "string" },
  },
  allowPositionals: true,
});
const associations = Number(options.associations);
const connections = 16;
const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

const ground = await openGround();
const { folder, port } = ground;
try {
  await main();
} finally {
  ground.close();
}

async function main(): Promise<void> {
  say(`Une commune de ${associations} associations…`);
  const slug = await prepare();
  const { site, postgres } = await ground.start(options.profile);
  const pages = [
    { name: "accueil", cached: true, paths: ["/"] },
    { name: "annuaire", cached: true, paths: ["/annuaire"] },
    { name: "annuaire, page 50", cached: true, paths: ["/annuaire?page=50"] },
    { name: "fiche d’association", cached: true, paths: [`/associations/${slug}`] },
    {
      name: "recherche jamais faite",
      cached: false,
      paths: typed.map((words) => `/annuaire?q=${words.replace(" ", "+")}&vu={n}`),
    },
  ].filter(({ name }) => name.includes(options.only));
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
        cached: page.cached,
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
  const file = keep("directory", report);
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${table(report)}\n`);
  say(`\nGardé dans ${file}`);
}

/** The commune; gives the address of one association. */
async function prepare(): Promise<string> {
  let slug = "";
  await ground.fill(async (house, ownerUrl) => {
    const id = await buildCommune(house, ownerUrl, "127.0.0.1", associations);
    slug = await house.database.read(id, async (tx) => {
      const one = await tx
        .selectFrom("association")
        .select("slug")
        .where("state", "=", "active")
        .orderBy("slug")
        .offset(100)
        .limit(1)
        .executeTakeFirstOrThrow();
      return one.slug;
    });
  });
  return slug;
}
