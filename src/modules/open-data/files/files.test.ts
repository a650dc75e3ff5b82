import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { check } from "@placemarkio/check-geojson";
import { parse } from "csv-parse/sync";
import { sql } from "kysely";
import readExcel from "read-excel-file/node";
import { publish } from "../../communes/index.ts";
import { tableFaults } from "../conformity/table-rules.ts";
import { openTwoCommunes, readJson, type TwoCommunes } from "../two-communes.testing.ts";
import type { TableSchema } from "./schema.ts";

let two: TwoCommunes;
before(async () => (two = await openTwoCommunes()));
after(() => two.site.close());

const tables = ["associations", "activites"] as const;

test("each CSV obeys its own Table Schema, line by line, and tells as many things as the page counts", async () => {
  for (const host of two.hosts)
    for (const table of tables) {
      const schema = await readJson<TableSchema>(two.site, `/donnees/schemas/${table}.json`, host);
      const file = await two.site.get(`/donnees/${table}.csv`, { host });
      assert.match(file.headers.get("content-type") ?? "", /^text\/csv/);
      const lines = parse(file.html) as string[][];
      assert.deepEqual(tableFaults(schema, lines), [], `${table} of ${host}`);
      if (host === "valbrume.test") assert.ok(lines.length > 10, `${table}: ${lines.length}`);
    }
});

test("each GeoJSON is valid, its features those of the CSV, and every point somewhere in France", async () => {
  for (const host of two.hosts)
    for (const table of tables) {
      const file = await two.site.get(`/donnees/${table}.geojson`, { host });
      const found = check(file.html);
      assert.ok(found.type === "FeatureCollection");
      const lines = parse(
        (await two.site.get(`/donnees/${table}.csv`, { host })).html,
      ) as string[][];
      assert.equal(found.features.length, lines.length - 1);
      for (const { geometry } of found.features) {
        const points =
          geometry?.type === "Point"
            ? [geometry.coordinates]
            : geometry?.type === "MultiPoint"
              ? geometry.coordinates
              : [];
        for (const [lon = 0, lat = 0] of points)
          assert.ok(lat > 41 && lat < 52 && lon > -6 && lon < 10, `${lon} ${lat}`);
      }
    }
});

test("each workbook opens, with titles in words and the same lines", async () => {
  for (const table of tables) {
    const file = await two.site.get(`/donnees/${table}.xlsx`);
    const sheets = await readExcel(Buffer.from(file.bytes));
    const [head = [], ...rows] = sheets[0]?.data ?? [];
    assert.equal(head[0], "Identifiant");
    const lines = parse((await two.site.get(`/donnees/${table}.csv`)).html) as string[][];
    assert.equal(rows.length, lines.length - 1);
  }
});

test("what is read again unchanged is not sent again; what changes is", async () => {
  const path = "/donnees/associations.csv";
  const first = await two.site.get(path);
  const tag = first.headers.get("etag") ?? "";
  assert.equal(first.headers.get("access-control-allow-origin"), "*");
  assert.equal((await two.site.get(path, { headers: { "if-none-match": tag } })).status, 304);
  const since = first.headers.get("last-modified") ?? "";
  const later = new Date(Date.parse(since) + 1000).toUTCString();
  assert.equal((await two.site.get(path, { headers: { "if-modified-since": later } })).status, 304);
  await two.site.database.write(two.site.communeId, publish);
  assert.equal((await two.site.get(path, { headers: { "if-none-match": tag } })).status, 200);
});

test("who asks too much is told so in words, and when to come back; the others still read", async () => {
  const path = "/donnees/schemas/associations.json";
  const ip = "203.0.113.9";
  await two.site.get(path, { ip });
  await two.site.database.write(two.site.communeId, (tx) =>
    sql`update rate_limit set hits = 600 where bucket like 'open_data:%'`.execute(tx),
  );
  const refused = await two.site.get(path, { ip });
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get("retry-after")) > 0);
  assert.equal(refused.headers.get("access-control-allow-origin"), "*");
  assert.match(
    (JSON.parse(refused.html) as { detail: string }).detail,
    /600 demandes en 10 minutes/,
  );
  assert.equal((await two.site.get(path, { ip: "203.0.113.10" })).status, 200);
});
