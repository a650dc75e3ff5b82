import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { projectRoot } from "../platform/config.ts";

/** How a program ended, and what it said. */
export type Ended = {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
};

/** The real site in a process of its own. */
export type SiteProcess = {
  address: string;
  pid: number;
  /** Milliseconds between the start of the process and its address. */
  readyIn: number;
  left: Promise<Ended>;
  /** Sends a signal and waits for the end. */
  end: (signal: NodeJS.Signals) => Promise<Ended>;
};

const running = new Set<ChildProcess>();

/** Ends what a failed test left running, so that the run ends too. */
export const endProcesses = (): void => {
  for (const child of running) child.kill("SIGTERM");
};

type Settings = Record<string, string | undefined>;
/** A real installation before its first commune: ready sooner than the demonstration. */
export const bareSettings = { MAILLAGE_DEMO: "0", PUBLIC_URL: "http://localhost" };

type Account = { uid?: number; gid?: number };

const own = /^(PORT|HOST|PUBLIC_URL|MAILLAGE_|DATABASE_|SMTP_URL|TRUSTED_PROXY|LOG_LEVEL|NODE_)/;

/** The environment of a new program: nothing of ours but what a test says. */
const environment = (settings: Settings): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name))),
  PORT: "0",
  ...settings,
});

function launch(program: string, args: string[], settings: Settings, account: Account) {
  const child = spawn(process.execPath, [join(projectRoot, "dist/src", program), ...args], {
    cwd: projectRoot,
    env: environment(settings),
    stdio: ["ignore", "pipe", "pipe"],
    ...account,
  });
  running.add(child);
  child.on("close", () => running.delete(child));
  const said = { out: "", err: "" };
  child.stdout?.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal, ...said })),
  );
  return { child, said, ended };
}

/** Runs the server until it leaves by itself: a start that must fail. */
export const runServer = (settings: Settings, account: Account = {}): Promise<Ended> =>
  launch("server.js", [], settings, account).ended;

/** Runs an operator's command. */
export const runCommand = (args: string[], settings: Settings): Promise<Ended> =>
  launch("cli.js", args, settings, {}).ended;

/** Starts the worker alone on a database of the tests; gives how to kill it. */
export function startWorkerProcess(settings: Settings): () => Promise<Ended> {
  const { child, ended } = launch("testing/worker-process.js", [], settings, {});
  return () => {
    child.kill("SIGKILL");
    return ended;
  };
}

/** Runs a command and kills it some milliseconds after it has said something; it may have ended before. */
export async function killCommand(
  args: string[],
  settings: Settings,
  said: RegExp,
  afterMs: number,
): Promise<Ended> {
  const { child, ended } = launch("cli.js", args, settings, {});
  let heard = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    heard += chunk.toString();
    if (said.test(heard)) setTimeout(() => child.kill("SIGKILL"), afterMs);
  });
  return ended;
}

/** Starts the server and waits until it says its address. */
export async function startServer(settings: Settings, account: Account = {}): Promise<SiteProcess> {
  const begun = performance.now();
  const { child, said, ended } = launch("server.js", [], settings, account);
  const port = await Promise.race([
    saidPort(child, said),
    ended.then((end) => Promise.reject(new Error(`the site did not start: ${end.err || end.out}`))),
  ]);
  return {
    address: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    readyIn: Math.round(performance.now() - begun),
    left: ended,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

const saidPort = (child: ChildProcess, said: { out: string }): Promise<string> =>
  new Promise((resolve) =>
    child.stdout?.on("data", () => {
      const port = said.out.match(/"port":(\d+)/)?.[1] ?? said.out.match(/localhost:(\d+)/)?.[1];
      if (port) resolve(port);
    }),
  );

/** A data folder of its own, that any account may enter, and what leaves nothing behind. */
export function dataFolder() {
  const folder = mkdtempSync(join(tmpdir(), "maillage-process-"));
  chmodSync(folder, 0o755);
  const data = join(folder, "data");
  return { data, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Asks the embedded PostgreSQL of a running installation, as the owner of its database unless said otherwise. */
export async function askOwner<T extends pg.QueryResultRow>(
  data: string,
  sql: string,
  values: unknown[] = [],
  user = "maillage_owner",
): Promise<T[]> {
  const client = await clientOf(data, user);
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Makes every reader of a table wait, until what it gives is called: a request in flight for as long as a test wants. */
export async function lockTable(data: string, table: string): Promise<() => Promise<void>> {
  const client = await clientOf(data, "maillage_owner");
  await client.query(`begin; lock table ${pg.escapeIdentifier(table)} in access exclusive mode`);
  return async () => {
    await client.query("rollback");
    await client.end();
  };
}

async function clientOf(data: string, user: string): Promise<pg.Client> {
  const socket = readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n")[4] ?? "";
  const client = new pg.Client({ host: socket, user, database: "maillage" });
  await client.connect();
  return client;
}
