import { parseArgs } from "node:util";
import { databaseAt, levels } from "../src/modules/scheduling/seats/pressed.testing.ts";
import { readConfig } from "../src/platform/config.ts";
import type { Database } from "../src/platform/db/database.ts";
import { openInstallation } from "../src/starting/database.ts";
import { openGround } from "./ground.ts";
import { keep, machine } from "./report.ts";

type Size = { attempts: number; clients: number };
type Seen = { answers: Record<string, number>; waits: number[]; overbooked: unknown[] };

/** One measure of a crowd: its own option, how many by default, who enters, and what of it must be empty besides `overbooked`. */
type Crowd<S extends Seen> = {
  /** Of the file kept and of the command. */
  name: string;
  clients: number;
  own: { option: string; usual: number };
  run: (
    at: { ownerUrl: string; database: Database },
    size: Size & { own: number },
  ) => Promise<S & { faults: string[] }>;
};

const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

/**
 * Clients at every door at once on a database of their own, at the level asked. Keeps the figures, says them, and ends with 1 when
 * one thing was promised twice or what was answered is not what is kept.
 */
export async function measureCrowd<S extends Seen>(crowd: Crowd<S>): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      attempts: { type: "string", default: "20000" },
      clients: { type: "string", default: String(crowd.clients) },
      [crowd.own.option]: { type: "string", default: String(crowd.own.usual) },
      level: { type: "string", default: "read committed" },
    },
    allowPositionals: true,
  });
  const level = levels.find((one) => one === options.level);
  if (!level) throw new Error(`--level is one of ${levels.join(", ")}`);
  const own = Number((options as Record<string, unknown>)[crowd.own.option]);
  const size = { attempts: Number(options.attempts), clients: Number(options.clients) };
  const ground = await openGround();
  try {
    const opened = await openInstallation(readConfig(ground.env), "site");
    const database = databaseAt(opened.appUrl, level, size.clients);
    say(`${size.attempts} gestes de ${size.clients} personnes, ${level}…`);
    const began = performance.now();
    const seen = await crowd.run({ ownerUrl: opened.ownerUrl, database }, { ...size, own });
    const seconds = (performance.now() - began) / 1000;
    await database.close();
    await opened.close();
    const { waits, overbooked, answers, ...counted } = seen;
    const report = {
      date: new Date().toISOString(),
      machine: machine(),
      level,
      ...size,
      [crowd.own.option]: own,
      seconds: Math.round(seconds),
      ...timesOf(waits, seconds),
      ...outcomesOf(answers),
      ...database.retries,
      ...counted,
      overbooked: overbooked.length,
      answers: Object.fromEntries(Object.entries(answers).sort()),
    };
    const file = keep(`${crowd.name}-${level.replace(" ", "-")}`, report);
    process.stdout.write(`${JSON.stringify(report, null, options.json ? 0 : 2)}\n`);
    say(`\nGardé dans ${file}`);
    process.exitCode = overbooked.length || seen.faults.length ? 1 : 0;
  } finally {
    ground.close();
  }
}

/** Milliseconds, replays included. */
function timesOf(waits: number[], seconds: number) {
  waits.sort((a, b) => a - b);
  const at = (share: number) => Math.round((waits[Math.floor(share * (waits.length - 1))] ?? 0) * 10) / 10; // prettier-ignore
  const perSecond = Math.round(waits.length / seconds);
  return { doors: waits.length, perSecond, p50: at(0.5), p99: at(0.99), longest: at(1) };
}

function outcomesOf(answers: Record<string, number>) {
  const count = (refused: boolean) =>
    Object.entries(answers).reduce((sum, [door, times]) => door.includes(":") === refused ? sum + times : sum, 0); // prettier-ignore
  return { accepted: count(false), refused: count(true) };
}
