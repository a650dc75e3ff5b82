import { spawn, type ChildProcess } from "node:child_process";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { openSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { projectRoot } from "../src/platform/config.ts";
import type { Measured } from "./load.ts";

const running = new Set<ChildProcess>();

/** Ends what a failed measure left running. */
export const endPrograms = (): void => {
  for (const child of running) child.kill("SIGTERM");
};

/** Starts a built program; `profile` is a folder that receives its CPU profile. */
export function program(
  args: string[],
  settings: Record<string, string>,
  { profile, log }: { profile?: string | undefined; log?: string } = {},
) {
  const profiling = profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : [];
  const child = spawn(process.execPath, [...profiling, ...args], {
    cwd: projectRoot,
    env: {
      PATH: process.env["PATH"],
      ...settings,
    },
    // Its log goes to a file, as it would in use: a pipe nobody reads would stop it.
    stdio: ["ignore", log ? openSync(log, "w") : "pipe", "inherit"],
  });
  running.add(child);
  child.on("exit", () => running.delete(child));
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  return {
    pid: child.pid ?? 0,
    out: child.stdout,
    end: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** Waits until an address answers. */
export async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const ready = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the site does not answer");
}

/** A bare server with the very bytes a browser receives for these pages; `file` holds them. */
export async function bareServer(origin: string, paths: readonly string[], file: string) {
  const kept = [];
  for (const path of paths) {
    // The second answer is the one most visitors get.
    for (const last of [false, true]) {
      const answer = await fetch(origin + path, {
        headers: { "accept-encoding": "gzip, deflate, br", "user-agent": "Mozilla/5.0 Firefox" },
      });
      const headers = Object.fromEntries(answer.headers);
      // It sends the whole at once.
      delete headers["transfer-encoding"];
      const coding = headers["content-encoding"];
      const plain = Buffer.from(await answer.arrayBuffer());
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
      const body = coded(plain, coding);
      headers["content-length"] = String(body.length);
      if (last) kept.push({ path, headers, body: body.toString("base64") });
    }
  }
  writeFileSync(file, JSON.stringify(kept));
  const child = program(["dist/bench/bare.js", file], {});
  const said = await new Promise<string>((resolve) =>
    child.out?.once("data", (chunk: Buffer) => resolve(chunk.toString())),
  );
  const bytes = new Map(kept.map(({ path, body }) => [path, Buffer.from(body, "base64").length]));
  return { port: Number(said), pid: child.pid, bytes, end: child.end };
}

/** fetch has undone the coding: done again as the site does. */
function coded(plain: Buffer, coding: string | undefined): Buffer {
  if (coding === "br")
    return brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return coding === "gzip" ? gzipSync(plain, { level: 2 }) : plain;
}

/** Sends load for some seconds from a process of its own. */
export function load(
  at: number,
  paths: readonly string[],
  seconds: number,
  connections: number,
  cookie?: string,
): Promise<Measured> {
  const asked = { url: `http://127.0.0.1:${at}`, seconds, connections, paths, cookie };
  const child = spawn(process.execPath, ["dist/bench/load.js", JSON.stringify(asked)], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  return new Promise((resolve, reject) =>
    child.on("exit", (code) =>
      code === 0
        ? resolve(JSON.parse(out) as Measured)
        : reject(new Error("the load generator failed")),
    ),
  );
}

/** A port nobody uses. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => resolve(free));
    });
  });
}
