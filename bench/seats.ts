/**
 * `npm run bench -- seats [--json] [--attempts N] [--clients N] [--counters N] [--level "read committed"]`: clients at every door of
 * counted seats at once, while an oracle that only knows what they were answered counts again. Fails on one seat too many.
 */
import { parseArgs } from "node:util";
import { addCommune } from "../src/modules/communes/index.ts";
import { crowd, databaseAt, levels } from "../src/modules/scheduling/seats/crowd.testing.ts";
import { readConfig } from "../src/platform/config.ts";
import { openInstallation } from "../src/starting/database.ts";
import { openGround } from "./ground.ts";
import { keep, machine } from "./report.ts";

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    attempts: { type: "string", default: "20000" },
    clients: { type: "string", default: "32" },
    counters: { type: "string", default: "8" },
    level: { type: "string", default: "read committed" },
  },
  allowPositionals: true,
});
const size = {
  attempts: Number(options.attempts),
  clients: Number(options.clients),
  counters: Number(options.counters),
  capacity: 12,
  seed: 20_261_001,
};
const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

const ground = await openGround();
try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  ground.close();
}

async function main(): Promise<boolean> {
  const level = levels.find((one) => one === options.level);
  if (!level) throw new Error(`--level is one of ${levels.join(", ")}`);
  const opened = await openInstallation(readConfig(ground.env), "site");
  const id = await addCommune(opened.ownerUrl, { slug: "ici", name: "Ici", hosts: ["127.0.0.1"] });
  const database = databaseAt(opened.appUrl, level, size.clients);
  say(`${size.attempts} gestes de ${size.clients} personnes sur ${size.counters} compteurs, ${level}…`); // prettier-ignore
  const began = performance.now();
  const { answers, waits, overbooked, differences, peak } = await crowd(database, id, size);
  const seconds = (performance.now() - began) / 1000;
  await database.close();
  await opened.close();
  waits.sort((a, b) => a - b);
  const at = (share: number) => Math.round((waits[Math.floor(share * (waits.length - 1))] ?? 0) * 10) / 10; // prettier-ignore
  const report = {
    date: new Date().toISOString(),
    machine: machine(),
    level,
    ...size,
    seconds: Math.round(seconds),
    doors: waits.length,
    perSecond: Math.round(waits.length / seconds),
    p50: at(0.5),
    p99: at(0.99),
    longest: at(1),
    peak,
    overbooked: overbooked.length,
    differences: differences.length,
    answers: Object.fromEntries(Object.entries(answers).sort()),
  };
  const file = keep("seats", report);
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${drawn(report)}\n`);
  say(`\nGardé dans ${file}`);
  return !overbooked.length && !differences.length;
}

function drawn(report: {
  doors: number;
  perSecond: number;
  p50: number;
  p99: number;
  overbooked: number;
  differences: number;
  answers: Record<string, number>;
}): string {
  return [
    `${report.doors} portes, ${report.perSecond} par seconde, p50 ${report.p50} ms, p99 ${report.p99} ms`,
    `places en trop : ${report.overbooked}, désaccords à la fin : ${report.differences}`,
    "",
    ...Object.entries(report.answers).map(([door, count]) => `${door.padEnd(32)} ${count}`),
  ].join("\n");
}
