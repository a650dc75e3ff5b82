import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { projectRoot } from "../../platform/config.ts";

/** Files allowed past 200 lines, each with its reason. */
const exceptions: Record<string, string> = {
  "src/platform/db/types.ts": "written by a command from the schema",
  "src/starting/lifetime.test.ts": "one story of a process from start to stop",
};

test("no file passes 200 lines", () => {
  const files = globSync("{src,e2e,bench,scripts}/**/*.{ts,tsx,css,mjs}", { cwd: projectRoot });
  const long = files
    .filter((file) => !(file in exceptions))
    .map((file) => ({
      file,
      lines: readFileSync(join(projectRoot, file), "utf8").split("\n").length - 1,
    }))
    .filter(({ lines }) => lines > 200);
  assert.deepEqual(long, []);
});

test("names say what they hold: no utils, helpers, misc", () => {
  const vague = globSync("src/**/*", { cwd: projectRoot }).filter((file) =>
    /\/(utils?|helpers?|misc|common)(\.|\/|$)/.test(file),
  );
  assert.deepEqual(vague, []);
});
