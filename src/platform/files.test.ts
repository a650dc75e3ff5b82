import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { openFiles } from "./files.ts";

const folder = mkdtempSync(join(tmpdir(), "maillage-files-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("the same bytes kept several times at once are one file, whole, and nothing beside it", async () => {
  const files = openFiles(folder);
  const bytes = Buffer.alloc(1_000_000, "papier");
  const names = await Promise.all([files.keep(bytes), files.keep(bytes), files.keep(bytes)]);
  const [name = ""] = names;
  assert.equal(new Set(names).size, 1);
  assert.deepEqual(Buffer.from((await files.read(name)) ?? []), bytes);
  assert.deepEqual(readdirSync(join(folder, name.slice(0, 2))), [name]);
});
