/**
 * `npm run bench -- lending-crowd [--json] [--attempts N] [--clients N] [--units N] [--level "read committed"]`: clients at every door of
 * lending at once. All that was promised is counted again by brute force; one thing promised or had twice fails.
 */
import { parseArgs } from "node:util";
import { databaseAt, levels } from "../src/modules/scheduling/seats/crowd.testing.ts";
import { readConfig } from "../src/platform/config.ts";
import { openInstallation } from "../src/starting/database.ts";
import { lendingCrowd } from "../src/testing/lending/crowd.ts";
import { openGround } from "./ground.ts";
import { keep, machine } from "./report.ts";

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    attempts: { type: "string", default: "20000" },
    clients: { type: "string", default: "48" },
    units: { type: "string", default: "12" },
    level: { type: "string", default: "read committed" },
  },
  allowPositionals: true,
});
const size = {
  attempts: Number(options.attempts),
  clients: Number(options.clients),
  units: Number(options.units),
  seed: 20_270_326,
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
  const database = databaseAt(opened.appUrl, level, size.clients);
  say(`${size.attempts} gestes de ${size.clients} personnes, ${level}…`);
  const began = performance.now();
  const seen = await lendingCrowd({ ownerUrl: opened.ownerUrl, database }, size);
  const seconds = (performance.now() - began) / 1000;
  await database.close();
  await opened.close();
  const { waits, overbooked, faults, differences, answers, ...counted } = seen;
  waits.sort((a, b) => a - b);
  const at = (share: number) => Math.round((waits[Math.floor(share * (waits.length - 1))] ?? 0) * 10) / 10; // prettier-ignore
  const report = {
    date: new Date().toISOString(),
    machine: machine(),
    level,
    ...size,
    seconds: Math.round(seconds),
    doors: waits.length,
    p50: at(0.5),
    p99: at(0.99),
    ...counted,
    overbooked: overbooked.length,
    faults,
    differences,
    answers: Object.fromEntries(Object.entries(answers).sort()),
  };
  const file = keep(`lending-crowd-${level.replace(" ", "-")}`, report);
  process.stdout.write(`${JSON.stringify(report, null, options.json ? 0 : 2)}\n`);
  say(`\nGardé dans ${file}`);
  return !overbooked.length && !faults.length && !differences.length;
}
