import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { TestSite } from "../../../testing/site.ts";
import { searchDirectory } from "../search/ask.ts";
import { openFilledSite } from "./filled-site.ts";
import { slugOf } from "./invented.ts";
import queries from "./queries.json" with { type: "json" };

let site: TestSite;
before(async () => (site = await openFilledSite()));
after(() => site.close());

type Measure = {
  found: number;
  byKind: Map<string, { asked: number; found: number }>;
  missed: string[];
};

/** Asks every labelled query: one is answered when an expected association is among the first five. */
const measure = (): Promise<Measure> =>
  site.database.read(site.communeId, async (tx) => {
    const measured: Measure = { found: 0, byKind: new Map(), missed: [] };
    for (const { q, kind, expected } of queries) {
      const { lines } = await searchDirectory(tx, { text: q });
      const first = lines.slice(0, 5).map((line) => line.slug);
      const found = expected.some((name) => first.includes(slugOf(name)));
      const count = measured.byKind.get(kind) ?? { asked: 0, found: 0 };
      measured.byKind.set(kind, { asked: count.asked + 1, found: count.found + (found ? 1 : 0) });
      if (found) measured.found++;
      else measured.missed.push(`${kind}: ${q} → ${expected.join(" / ")} | ${first.join(", ")}`);
    }
    return measured;
  });

const share = ({ found }: Measure): string => `${((100 * found) / queries.length).toFixed(1)} %`;

test("nine labelled queries in ten find an expected association among the first five results", async (t) => {
  const measured = await measure();
  for (const [kind, count] of measured.byKind)
    t.diagnostic(`${kind}: ${count.found} of ${count.asked}`);
  t.diagnostic(`all: ${measured.found} of ${queries.length} (${share(measured)})`);
  for (const line of measured.missed) t.diagnostic(`missed ${line}`);
  assert.ok(measured.found / queries.length >= 0.9, share(measured));
});

test("the search still finds nearly as well in a commune that has taught it no word", async (t) => {
  await site.database.write(site.communeId, (tx) => tx.deleteFrom("synonym").execute());
  const measured = await measure();
  t.diagnostic(
    `without the commune's synonyms: ${measured.found} of ${queries.length} (${share(measured)})`,
  );
  for (const line of measured.missed) t.diagnostic(`missed ${line}`);
  assert.ok(measured.found / queries.length >= 0.85, share(measured));
});
