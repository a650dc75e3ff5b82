import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { parse } from "csv-parse/sync";
import { lists } from "../../resource-places/codes.ts";
import { makePlace, openResourcePlace, texts, type OpenPlace } from "../../resource-places/resource-places.testing.ts"; // prettier-ignore
import { tableFaults } from "../conformity/table-rules.ts";
import { validators } from "../two-communes.testing.ts";
import { nationalPhone } from "./digital-places.ts";
import type { TableSchema } from "./schema.ts";

const path = "/donnees/lieux-mediation-numerique.csv";
const official = join(validators, "lieux-de-mediation-numerique.table-schema.json");

let here: OpenPlace;
before(async () => (here = await openResourcePlace()));
after(() => here.site.close());

const linesOf = async (n: string): Promise<string[][]> => {
  const answer = await here.site.get(`${path}?n=${n}`);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type") ?? "", /^text\/csv/);
  return parse(answer.html, { relax_column_count: true }) as string[][];
};

test("what the file says is what is published, with the hours as OpenStreetMap writes them", async () => {
  const [head = [], line = [], more] = await linesOf("1");
  assert.equal(more, undefined);
  const said = Object.fromEntries(head.map((name, at) => [name, line[at]]));
  assert.equal(said["nom"], "Espace multimédia");
  assert.equal(said["horaires"], "Mo-Fr 09:00-12:00,14:00-18:00; PH off");
  assert.equal(said["services"], "Aide aux démarches administratives|Accès internet et matériel informatique"); // prettier-ignore
  assert.equal(said["modalites_acces"], "Se présenter|Téléphoner");
  assert.equal(said["typologie"], "MUNI");
  assert.equal(said["pivot"], "21499980000013");
  assert.match(said["prise_rdv"] ?? "", /\/lieux-ressources\/espace-multimedia$/);
});

test("a number is written as the schema takes it, in the territories too", () => {
  assert.equal(nationalPhone("02 41 00 00 12"), "+33241000012");
  assert.equal(nationalPhone("+33 2 41 00 00 12"), "+33241000012");
  assert.equal(nationalPhone("0590123456"), "+590590123456");
  assert.equal(nationalPhone("0692123456"), "+262692123456");
  assert.equal(nationalPhone("39 39"), "");
  assert.equal(nationalPhone(null), "");
});

test("every code of the site is a word of the national schema, and the file obeys it", async (t) => {
  const { site } = here;
  await site.database.write(site.communeId, async (tx) => {
    await makePlace(tx, site, { ...texts, ...lists, name: "Tout", phone: "0241000012", email: "tout@valbrume.example", presentation: "Deux\nlignes, « et » \"plus\"." }); // prettier-ignore
    // What has no number cannot be told there: it is left out, not told wrongly.
    await makePlace(tx, site, { ...texts, name: "Sans numéro", siret: null });
  });
  const lines = await linesOf("2");
  assert.deepEqual(lines.slice(1).map((line) => line[2]), ["Espace multimédia", "Tout"]); // prettier-ignore
  if (!existsSync(official)) return t.skip("the official schema is not here");
  const schema = JSON.parse(readFileSync(official, "utf8")) as TableSchema;
  assert.deepEqual(tableFaults({ fields: schema.fields, primaryKey: "id" }, lines), []);
  assert.ok(lines.every((line) => (line[15] ?? "").length <= 280));
  const broken = lines.map((line, at) => (at ? line.with(28, "N’importe quoi|Téléphoner") : line));
  assert.ok(tableFaults({ fields: schema.fields, primaryKey: "id" }, broken).length > 0);
});
