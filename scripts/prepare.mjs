// Plain Node, nothing installed: installs what is missing, builds what changed, and runs the pinned Node.
import { createHash } from "node:crypto";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (path) => join(root, path);

/** The pinned Node, whatever runs this file. */
export const pinnedNode = at("node_modules/node/bin/node");

/** Installs when the lock changed, builds when a source changed. Leaves on failure with one sentence. */
export function prepare() {
  install();
  build();
}

function install() {
  const lock = () =>
    createHash("sha256")
      .update(readFileSync(at("package-lock.json")))
      .digest("hex");
  const stamp = at("node_modules/.maillage-installed");
  if (existsSync(stamp) && existsSync(pinnedNode) && readFileSync(stamp, "utf8") === lock()) return;
  console.error("Installation des bibliothèques (une minute la première fois)…");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const env = { ...process.env, NODE_ENV: "development" };
  const done = spawnSync(npm, ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env,
  });
  if (done.status !== 0)
    leave(
      "L’installation des bibliothèques a échoué : vérifiez l’accès au registre npm, puis recommencez.",
    );
  if (!existsSync(pinnedNode))
    leave("Node 24 n’a pas pu être installé : recommencez avec npm 10 ou plus récent.");
  writeFileSync(stamp, lock());
}

function build() {
  const stamp = at("dist/.maillage-built");
  const newest = Math.max(
    ...["src", "e2e", "bench", "db/demo", "tsconfig.json", "tsconfig.browser.json"].map((path) =>
      newestChange(at(path)),
    ),
  );
  if (existsSync(stamp) && Number(readFileSync(stamp, "utf8")) >= newest) return;
  for (const project of ["tsconfig.json", "tsconfig.browser.json"]) {
    const done = spawnSync(pinnedNode, [at("node_modules/typescript/bin/tsc"), "-p", at(project)], {
      cwd: root,
      stdio: "inherit",
    });
    if (done.status !== 0) leave("La construction a échoué : les messages ci-dessus disent où.");
  }
  mkdirSync(at("dist"), { recursive: true });
  writeFileSync(stamp, String(newest));
}

function newestChange(path) {
  if (!existsSync(path)) return 0;
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(
    facts.mtimeMs,
    ...readdirSync(path).map((name) => newestChange(join(path, name))),
  );
}

/** Runs a built program under the pinned Node; signals go through, its exit code becomes ours. */
export function run(args, env = {}) {
  // A smaller nursery keeps a large import under 250 MB of resident memory; by default three of 16 MB stay taken.
  const child = spawn(pinnedNode, ["--enable-source-maps", "--max-semi-space-size=8", ...args], {
    cwd: root,
    stdio: "inherit",
    // What is compiled once is not compiled again at the next start.
    env: { NODE_COMPILE_CACHE: join(root, ".cache/compiled"), ...process.env, ...env },
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) =>
    child.on("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0))),
  );
}

export function leave(sentence) {
  console.error(sentence);
  process.exit(1);
}
