import assert from "node:assert/strict";
import test from "node:test";
import { wordsOf } from "../../../app.ts";
import { openTestSite } from "../../../testing/site.ts";
import { searchDirectory } from "../search/ask.ts";
import { refreshAll } from "../search/refresh.ts";
import { codeWords } from "../search/code-words.ts";
import { fillInvented, slugOf } from "./invented.ts";
import queries from "./queries.json" with { type: "json" };

const today = "2026-09-15";

test("nine labelled queries in ten find an expected association among the first five results", async (t) => {
  const site = await openTestSite();
  t.after(() => site.close());
  const tools = { words: codeWords(wordsOf("fr")), today };
  await site.database.write(site.communeId, async (tx) => {
    await fillInvented(tx, today);
    await refreshAll(tx, tools);
  });
  const byKind = new Map<string, { asked: number; found: number }>();
  const missed: string[] = [];
  await site.database.read(site.communeId, async (tx) => {
    for (const { q, kind, expected } of queries) {
      const { lines, corrected } = await searchDirectory(tx, { text: q });
      const first = lines.slice(0, 5).map((line) => line.slug);
      const found = expected.some((name) => first.includes(slugOf(name)));
      const count = byKind.get(kind) ?? { asked: 0, found: 0 };
      byKind.set(kind, { asked: count.asked + 1, found: count.found + (found ? 1 : 0) });
      if (!found)
        missed.push(
          `${kind}: ${q} → ${expected.join(" / ")} | ${first.join(", ")} ${JSON.stringify(corrected)}`,
        );
    }
  });
  let found = 0;
  for (const [kind, count] of byKind) {
    found += count.found;
    t.diagnostic(`${kind}: ${count.found} of ${count.asked}`);
  }
  t.diagnostic(
    `all: ${found} of ${queries.length} (${((100 * found) / queries.length).toFixed(1)} %)`,
  );
  for (const line of missed) t.diagnostic(`missed ${line}`);
  assert.ok(found / queries.length >= 0.9, `${found} of ${queries.length}`);
});
