import { spawn } from "node:child_process";
import { chmodSync, existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot, StartFault } from "../platform/config.ts";
import { startCluster } from "../platform/db/cluster.ts";
import { requireChromium } from "./chromium.ts";
import { startExternalCluster } from "./external-cluster.ts";

/** Starts what the tests need, runs them with Node's own runner, and leaves with its exit code. */
async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), "maillage-test-"));
  chmodSync(folder, 0o755);
  const fast = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: "200",
    // A hundred short databases would be visited one after the other.
    autovacuum_naptime: "1min",
  };
  const cluster = args.includes("--external")
    ? await startExternalCluster(folder, fast)
    : await startCluster(folder, fast);
  try {
    const files = testFiles(args.filter((arg) => !arg.startsWith("--")));
    const env = {
      ...process.env,
      MAILLAGE_TEST_URL: cluster.url("ROLE" as never, "DATABASE"),
      MAILLAGE_TEST_FOLDER: folder,
      LOG_LEVEL: "silent",
    };
    if (files.some((file) => file.includes("/e2e/")))
      Object.assign(env, { CHROMIUM: requireChromium() });
    const options = [
      "--enable-source-maps",
      "--test",
      "--test-concurrency=4",
      "--test-timeout=1200000",
      "--test-force-exit",
    ];
    const pass = args.filter((arg) => arg.startsWith("--test-"));
    return await ended(
      spawn(process.execPath, [...options, ...pass, ...files], {
        cwd: projectRoot,
        stdio: "inherit",
        env,
      }),
    );
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function testFiles(wanted: string[]): string[] {
  const all = globSync("dist/{src,e2e,db}/**/*.test.js", { cwd: projectRoot }).filter((file) =>
    existsSync(sourceOf(file)),
  );
  const chosen = wanted.length
    ? all.filter((file) => wanted.some((path) => file.includes(path.replace(/\.tsx?$/, ""))))
    : all;
  if (!chosen.length) throw new StartFault(`No test matches ${wanted.join(" ")}.`);
  return chosen.sort();
}

/** The source of a built test: a test whose source is gone must not run. */
const sourceOf = (built: string): string => {
  const base = join(projectRoot, built.replace(/^dist\//, "").replace(/\.js$/, ""));
  return existsSync(`${base}.ts`) ? `${base}.ts` : `${base}.tsx`;
};

const ended = (child: ReturnType<typeof spawn>): Promise<number> =>
  new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));

try {
  process.exitCode = await main();
} catch (fault) {
  if (!(fault instanceof StartFault)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
}
