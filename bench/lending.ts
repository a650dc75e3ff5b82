/**
 * `npm run bench -- lending [--json] [--seconds 6] [--trials 50] [--loans 3000,30000,300000]`: what is lent, asked and calendared in
 * a commune of 300 pools and 1,500 units, at each of these numbers of loans over a year.
 */
import { parseArgs } from "node:util";
import { lentOver } from "../src/modules/equipment/asking/wishes.ts";
import { freeWeeks } from "../src/modules/equipment/models/calendar.ts";
import type { House } from "../src/platform/http/ask.ts";
import { askFor, dayAfter, lastUnit, rounded, twoDays } from "./lending-ask.ts";
import { fillLending, stock as stockOf, type Lending } from "./lending-fill.ts";
import { openGround } from "./ground.ts";
import { load } from "./programs.ts";
import { cpuOf } from "./processes.ts";
import { keep, machine } from "./report.ts";

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    seconds: { type: "string", default: "6" },
    trials: { type: "string", default: "50" },
    loans: { type: "string", default: "3000,30000,300000" },
    profile: { type: "string" },
  },
  allowPositionals: true,
});
const seconds = Number(options.seconds);
const clients = 16;
const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

type Measure = Awaited<ReturnType<typeof measured>>;

const sizes = options.loans.split(",").map(Number);
const measures: Measure[] = [];
for (const loans of sizes) {
  say(`${loans} prêts…`);
  const ground = await openGround();
  try {
    measures.push(await measured(ground, loans));
  } finally {
    ground.close();
  }
}
const report = {
  date: new Date().toISOString(),
  machine: machine(),
  clients,
  measures,
  goals: goalsOf(measures),
};
const file = keep("lending", report);
process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${drawn(report)}\n`);
say(`\nGardé dans ${file}`);

async function measured(ground: Awaited<ReturnType<typeof openGround>>, loans: number) {
  let lending: Lending = { communeId: 0, pools: [] };
  await ground.fill(async (house, ownerUrl) => {
    lending = await fillLending(house, ownerUrl, loans);
  });
  const asked = { calendarMs: 0, catalogueMs: 0 };
  await ground.fill(async (house) => {
    asked.calendarMs = await middle((nth) => calendar(house, lending, nth));
    asked.catalogueMs = await middle((nth) => catalogue(house, lending, nth));
  });
  const { site, postgres } = await ground.start(options.profile);
  const { from, until } = twoDays(30);
  const pages = [`/materiel?du=${from}&au=${until}&n={n}`];
  await load(ground.port, pages, 2, clients);
  const page = await load(ground.port, pages, seconds, clients);
  await askFor(ground.port, lending, { clients, seconds: 2, first: 0 });
  const alone = await askFor(ground.port, lending, { clients: 1, seconds, first: 10_000 });
  const used = () => [cpuOf(site.pid), cpuOf(postgres)] as const;
  const before = used();
  const together = await askFor(ground.port, lending, { clients, seconds, first: 50_000 });
  const answered = Object.values(together.statuses).reduce((sum, count) => sum + count, 0);
  const [appCpuMs, databaseCpuMs] = used().map((ms, at) => rounded((ms - (before[at] ?? 0)) / answered)); // prettier-ignore
  const last = await lastUnit(ground.port, lending, Number(options.trials));
  await site.end();
  const exactlyOne = last.winners.filter((count) => count === 1).length;
  return { loans, ...asked, page, alone, together: { ...together, appCpuMs, databaseCpuMs }, last: { trials: last.winners.length, exactlyOne, statuses: last.statuses } }; // prettier-ignore
}

/** The middle of sixty measures, in milliseconds. */
async function middle(work: (nth: number) => Promise<unknown>): Promise<number> {
  const waits: number[] = [];
  for (let nth = 0; nth < 60; nth += 1) {
    const since = performance.now();
    await work(nth);
    waits.push(performance.now() - since);
  }
  return rounded(waits.sort((a, b) => a - b)[30] ?? 0);
}

function after(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

function calendar(house: House, { communeId, pools }: Lending, nth: number) {
  const counterId = pools[nth % pools.length]?.counterId ?? "";
  const stock = { counterId, count: stockOf.unitsOfPool, timetable: { zone: "Europe/Paris" } };
  const frame = { today: dayAfter(0), now: after(0), bufferMinutes: 60 };
  return house.database.read(communeId, (tx) => freeWeeks(tx, [stock], frame));
}

function catalogue(house: House, { communeId }: Lending, nth: number) {
  return house.database.read(communeId, (tx) => lentOver({ tx, now: after(0) }, twoDays(5 + nth)));
}

function goalsOf(all: readonly Measure[]): { goal: string; measured: string; met: boolean }[] {
  const usual = all.find(({ loans }) => loans === 30_000) ?? all[0];
  if (!usual) return [];
  const { calendarMs, catalogueMs, page, alone, together } = usual;
  const [least, most] = [all[0] ?? usual, all.at(-1) ?? usual];
  const grows = most.catalogueMs / least.catalogueMs;
  const failures = all.flatMap(
    ({ alone: one, together: many, last }) =>
    [one, many, last].flatMap(({ statuses }) => Object.keys(statuses).filter((status) => Number(status) >= 500)), // prettier-ignore
  );
  return [
    { goal: "calendrier de 92 jours d’un lot : p50 sous 5 ms", measured: `${calendarMs} ms`, met: calendarMs < 5 }, // prettier-ignore
    { goal: "tout le catalogue à des dates : p50 sous 30 ms", measured: `${catalogueMs} ms`, met: catalogueMs < 30 }, // prettier-ignore
    { goal: "catalogue de bout en bout : au moins 25 pages par seconde", measured: rounded(page.perSecond).toString(), met: page.perSecond >= 25 }, // prettier-ignore
    { goal: "réservations de bout en bout : au moins 150 par seconde", measured: String(together.perSecond), met: together.perSecond >= 150 }, // prettier-ignore
    { goal: "une réservation seule : p50 sous 15 ms", measured: `${alone.p50} ms`, met: alone.p50 < 15 }, // prettier-ignore
    { goal: "aucune erreur du site", measured: failures.join(", ") || "aucune", met: !failures.length }, // prettier-ignore
    { goal: "seize à la fois pour la dernière : un seul l’a", measured: all.map(({ last }) => `${last.exactlyOne}/${last.trials}`).join(", "), met: all.every(({ last }) => last.exactlyOne === last.trials) }, // prettier-ignore
    { goal: `de ${least.loans} à ${most.loans} prêts : moins que proportionnel`, measured: `× ${rounded(grows)}`, met: grows < most.loans / least.loans || least === most }, // prettier-ignore
  ];
}

function drawn({
  measures: all,
  goals,
}: {
  measures: readonly Measure[];
  goals: ReturnType<typeof goalsOf>;
}): string {
  // prettier-ignore
  const rows = all.map(
    ({ loans, calendarMs, catalogueMs, page, alone, together, last }) =>
      `${loans} prêts : calendrier ${calendarMs} ms, catalogue ${catalogueMs} ms, ${rounded(page.perSecond)} pages/s (p50 ${page.p50} ms), seule ${alone.p50} ms, ${together.perSecond} réservations/s (p50 ${together.p50} ms, p99 ${together.p99} ms, processeur ${together.appCpuMs} + ${together.databaseCpuMs} ms) ${JSON.stringify(together.statuses)}, dernière ${last.exactlyOne}/${last.trials} ${JSON.stringify(last.statuses)}`, // prettier-ignore
  );
  return [...rows, "", ...goals.map(({ goal, measured: is, met }) => `${met ? "atteint " : "MANQUÉ  "} ${goal} : ${is}`)].join("\n"); // prettier-ignore
}
