import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { wordsOf } from "../../../app.ts";
import { asOwner } from "../../../testing/database.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { fillMany } from "../quality/invented.ts";
import { exampleView } from "../../../testing/example-view.ts";
import { searchFrom } from "../results/address.ts";
import { resultsPage } from "../results/pages.tsx";
import { searchDirectory } from "./ask.ts";
import { codeWords } from "./code-words.ts";
import { refreshAll } from "./refresh.ts";

const today = "2026-09-15";
let site: TestSite;
let databaseName: string;

before(async () => {
  site = await openTestSite();
  databaseName = /\/(test_[0-9a-f]+)/.exec(site.ownerUrl)?.[1] ?? "";
  await site.database.write(site.communeId, async (tx) => {
    await fillMany(tx, today, 5000);
    await refreshAll(tx, { t: wordsOf("fr"), words: codeWords(wordsOf("fr")), today, besides: [] });
  });
  await asOwner(databaseName, (client) => client.query("analyze"));
});
after(() => site.close());

const ask = (text: string, more: object = {}) =>
  site.database.read(site.communeId, (tx) => searchDirectory(tx, { text, ...more }));

test("a selective search among 5,000 documents never reads the whole table", async () => {
  const { rows } = await asOwner(databaseName, (client) =>
    client.query<{ "QUERY PLAN": string }>(
      `explain select association_id from search_document
       where commune_id = ${site.communeId} and words @@ '${site.communeId}~petanqu'::tsquery`,
    ),
  );
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  assert.doesNotMatch(plan, /Seq Scan/, plan);
  assert.match(plan, /search_document_words/, plan);
  const before = await scans();
  await ask("pétanque des quais 1234");
  await ask("", { page: 50 });
  await ask("", { theme: "sport", district: "la-gare" });
  assert.equal(await scans(), before, "the search function itself scanned the whole table");
});

/** Sequential scans of the documents so far, as PostgreSQL counts them. */
const scans = async (): Promise<number> =>
  site.database.read(site.communeId, async (tx) => {
    await sql`select pg_sleep(1.1)`.execute(tx);
    const { rows } = await sql<{ n: number }>`
      select seq_scan::integer as n from pg_stat_all_tables where relname = 'search_document'`.execute(
      tx,
    );
    return rows[0]?.n ?? 0;
  });

test("searches of every kind answer in a few milliseconds among 5,000 documents", async (t) => {
  const kinds: [string, () => Promise<unknown>][] = [
    ["one word", () => ask("petanque")],
    ["two words", () => ask("theatre enfant")],
    ["a sentence", () => ask("quelqu'un pour réparer mon vélo le samedi matin")],
    ["a theme", () => ask("sport")],
    ["a typing error", () => ask("petenke")],
    ["everything, page 50", () => ask("", { page: 50 })],
    ["one filter", () => ask("", { theme: "sport" })],
    ["two filters", () => ask("", { theme: "sport", district: "la-gare" })],
    ["words and filters", () => ask("danse", { public: "children", access: ["step_free"] })],
    ["near a place", () => ask("danse", { near: { lat: 47.307, lon: -0.7 } })],
  ];
  for (const [name, search] of kinds) {
    const times: number[] = [];
    for (let run = 0; run < 30; run++) {
      const start = performance.now();
      await search();
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    t.diagnostic(`${name}: median ${times[15]?.toFixed(1)} ms, worst ${times[29]?.toFixed(1)} ms`);
    assert.ok((times[15] ?? 999) < 150, name);
  }
});

test("a page of twenty results is drawn in a few milliseconds", async (t) => {
  const found = await ask("danse");
  const search = searchFrom(new URLSearchParams("q=danse"));
  const view = exampleView();
  const times: number[] = [];
  for (let run = 0; run < 200; run++) {
    const start = performance.now();
    const html = resultsPage(view, {
      search,
      found,
      themes: [],
      map: undefined,
      beside: { links: [], few: [] },
    });
    times.push(performance.now() - start);
    assert.ok(html.length > 10_000);
  }
  times.sort((a, b) => a - b);
  t.diagnostic(`drawn: median ${times[100]?.toFixed(2)} ms, ${found.lines.length} results`);
  assert.ok((times[100] ?? 999) < 50);
});
