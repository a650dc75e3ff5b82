// `npm run check`: types, lint, format, dead code, then the tests (arrows, sizes, schema picture and words are among them).
// `npm run check -- --fast` stops before the tests.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pinnedNode, prepare, root, run } from "./prepare.mjs";

prepare();
const tool = (path) => join(root, "node_modules", path);
const steps = [
  ["types", [tool("typescript/bin/tsc"), "-p", "tsconfig.json", "--noEmit"]],
  ["types of the browser", [tool("typescript/bin/tsc"), "-p", "tsconfig.browser.json", "--noEmit"]],
  ["lint", [tool("oxlint/bin/oxlint"), "--deny-warnings"]],
  ["format", [tool("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."]],
  ["dead code", [tool("knip/bin/knip.js"), "--no-progress"]],
];
const failed = [];
for (const [name, args] of steps) {
  const done = spawnSync(pinnedNode, args, { cwd: root, stdio: "inherit" });
  console.log(`${done.status === 0 ? "✔" : "✖"} ${name}`);
  if (done.status !== 0) failed.push(name);
}
if (!process.argv.includes("--fast") && (await run(["dist/src/testing/run.js"])) !== 0)
  failed.push("tests");
if (failed.length) console.error(`To mend: ${failed.join(", ")}.`);
process.exit(failed.length ? 1 : 0);
