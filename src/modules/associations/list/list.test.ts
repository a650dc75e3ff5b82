import assert from "node:assert/strict";
import { writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import readXlsx from "read-excel-file/node";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import type { AssociationFacts } from "../facts.ts";
import { list, referent, registryOf } from "../registry.testing.ts";
import { situationsOf } from "../record/queries.ts";
import { readListing, writeListing } from "./rules.ts";

let site: TestSite;
let ids: string[] = [];

const facts: AssociationFacts[] = [
  {
    name: "Éveil musical",
    themes: ["arts"],
    email: "eveil@valbrume.example",
    places: [{ name: "Halle", latitude: 47.25, longitude: -0.5 }],
  },
  { name: "Abeille et jardin", themes: ["nature"], acronym: "ABJ", rna: "W491000077" },
  { name: "Zumba; pour tous", themes: ["sport"], phone: "+33241000001" },
  { name: "=2+5", themes: ["sport"], state: "ceased", ceasedOn: "2025-01-02" },
];

before(async () => {
  site = await openTestSite();
  const many = Array.from({ length: 60 }, (_, n) => ({ name: `Comité ${100 + n}` }));
  const created = await registryOf(site).createMany([...facts, ...many]);
  ids = created.map(({ id }) => id);
});
after(() => site.close());

const names = (html: string): string[] =>
  [...html.matchAll(/<th scope="row"><a href="[^"]*">([^<]+)</g)].map(([, name]) => name ?? "");
const states = () =>
  site.database
    .read(site.communeId, (tx) => situationsOf(tx, ids.slice(0, 4)))
    .then((all) => ids.slice(0, 4).map((id) => all.find((one) => one.id === id)?.record));

test("an address and the list it asks for say the same thing both ways", () => {
  const address =
    "q=judo&theme=sport&etat=active&referent=aucun&annuaire=non&manque=lieu&tri=-maj&page=3";
  assert.equal(writeListing(readListing(new URLSearchParams(address))).toString(), address);
  const nonsense = "theme=rien&etat=x&page=-4&tri=zz&quartier=1&manque=?";
  assert.equal(writeListing(readListing(new URLSearchParams(nonsense))).toString(), "");
});

test("the list sorts as French does, by fifty, and narrows by every filter", async () => {
  const first = await site.get(list, referent);
  assert.deepEqual(names(first.html).slice(0, 3), ["=2+5", "Abeille et jardin", "Comité 100"]);
  assert.equal(names(first.html).length, 50);
  const second = await site.get(`${list}?page=2`, referent);
  assert.deepEqual(names(second.html).slice(-2), ["Éveil musical", "Zumba; pour tous"]);
  const found = async (query: string) => names((await site.get(`${list}?${query}`, referent)).html);
  assert.deepEqual(await found("q=eveil"), ["Éveil musical"]);
  assert.deepEqual(await found("q=abj"), ["Abeille et jardin"]);
  assert.deepEqual(await found("q=w491000077"), ["Abeille et jardin"]);
  assert.deepEqual(await found("theme=nature"), ["Abeille et jardin"]);
  assert.deepEqual(await found("etat=ceased"), ["=2+5"]);
  assert.equal((await found("manque=lieu&q=zumba")).length, 1);
  assert.equal((await found("manque=contact&q=zumba")).length, 0);
  assert.equal((await found("annuaire=non")).length, 0);
  assert.match(
    (await site.get(`${list}?q=introuvable`, referent)).html,
    /Aucune association ne correspond/,
  );
});

test("the CSV opens in a French spreadsheet: semicolons, decimal commas, no formula", async () => {
  const { html, headers } = await site.get(`${list}/export.csv?theme=arts`, referent);
  assert.match(headers.get("content-disposition") ?? "", /associations-2026-09-15\.csv/);
  const [head = "", line = "", ...rest] = html
    .replace(/^\uFEFF/, "")
    .trim()
    .split("\r\n");
  assert.match(head, /^Nom;Sigle;Forme;/);
  assert.match(line, /Éveil musical;.*;47,25;-0,5;/);
  assert.match(line, /eveil@valbrume\.example/);
  assert.equal(rest.length, 0);
  const all = await site.get(`${list}/export.csv`, referent);
  assert.match(all.html, /'=2\+5;/);
  assert.match(all.html, /"Zumba; pour tous";/);
  const read = await site.get(`${list}/export.csv`, { as: "elected" });
  assert.doesNotMatch(read.html, /valbrume\.example|Courriels/);
});

test("the workbook holds the same rows", async () => {
  const response = await site.app.fetch(
    new Request(`http://valbrume.test${list}/export.xlsx?theme=arts`, {
      headers: { host: "valbrume.test", cookie: `maillage=${site.communeId}-referent` },
    }),
  );
  const path = join(mkdtempSync(join(tmpdir(), "maillage-")), "a.xlsx");
  writeFileSync(path, Buffer.from(await response.arrayBuffer()));
  const sheets = (await readXlsx(path)) as unknown as { data: unknown[][] }[] | unknown[][];
  const [head, row] = Array.isArray(sheets[0])
    ? (sheets as unknown[][])
    : (sheets[0] as { data: unknown[][] }).data;
  assert.equal(head?.[0], "Nom");
  assert.equal(row?.[0], "Éveil musical");
  assert.ok(row?.includes(47.25));
});

test("a bulk change is confirmed, done once, told in each history, and undone but for what changed since", async () => {
  const [one = "", two = "", three = ""] = ids;
  const query = `scope=cochees&act=theme&fiche=${one}&fiche=${two}&fiche=${three}`;
  const table = await site.get(list, referent);
  assert.match(table.html, /<\/table>[\s\S]+href="#plusieurs"[\s\S]+id="plusieurs"[\s\S]+<\/form>/);
  const confirm = await site.get(`${list}/lot?${query}`, referent);
  assert.match(confirm.html, /3 fiches sont concernées/);
  const wrong = await site.post(
    `${list}/lot`,
    { act: "theme", ids: ids.join(" "), value: "rien" },
    referent,
  );
  assert.equal(wrong.status, 422);
  const form = {
    act: "theme",
    ids: `${one} ${two} ${three}`,
    value: "arts",
    _key: crypto.randomUUID(),
  };
  const done = await site.post(`${list}/lot`, form, referent);
  assert.equal(done.status, 303);
  assert.equal((await site.post(`${list}/lot`, form, referent)).location, done.location);
  assert.match((await site.get(done.location ?? "", referent)).html, /2 fiches ont changé/);
  assert.deepEqual((await states())[1]?.themes, ["nature", "arts"]);
  const history = await site.get(`${list}/${two}/historique`, referent);
  assert.match(history.html, /Thèmes\s: Nature et animaux → Nature et animaux, Arts et culture/);
  const { _revision, _base } = await registryOf(site).opened(two, "objet");
  await site.post(
    `${list}/${two}/modifier/objet`,
    { _revision, _base, aims: "", themes: ["health"], keywords: "" },
    referent,
  );
  const undone = await site.post(`${done.location}/annulation`, {}, referent);
  assert.equal(undone.status, 303);
  const after = await site.get(done.location ?? "", referent);
  assert.match(after.html, /1 fiche a changé depuis/);
  const [first, second, third] = await states();
  assert.deepEqual(
    [first?.themes, second?.themes, third?.themes],
    [["arts"], ["health"], ["sport"]],
  );
});

test("every filtered record can be changed at once: a référent, in or out of the directory, asleep", async () => {
  const bulk = async (act: string, value = "") => {
    const page = await site.get(`${list}/lot?scope=toutes&act=${act}&theme=sport`, referent);
    const wanted = page.html.match(/name="ids" value="([^"]*)"/)?.[1] ?? "";
    return site.post(`${list}/lot`, { act, ids: wanted, value }, referent);
  };
  await bulk("referent", site.personId("referent"));
  await bulk("unlist");
  await bulk("dormant");
  const [, , zumba, ceased] = await states();
  assert.deepEqual(
    [zumba?.referent, zumba?.listed, zumba?.state],
    [site.personId("referent"), false, "dormant"],
  );
  assert.equal(ceased?.state, "ceased");
  await bulk("list");
  await bulk("referent", "nobody");
  assert.deepEqual([(await states())[2]?.listed, (await states())[2]?.referent], [true, null]);
  const nothing = await site.get(`${list}/lot?scope=cochees&act=list`, referent);
  assert.equal(nothing.status, 422);
  assert.match(nothing.html, /Cochez au moins une fiche/);
  assert.match(
    (await site.get(`${list}/lot?scope=toutes`, referent)).html,
    /Choisissez ce qu’il faut faire/,
  );
});

test("elected officials read the list and change nothing; another commune sees nothing", async () => {
  const read = await site.get(list, { as: "elected" });
  assert.equal(read.status, 200);
  assert.doesNotMatch(read.html, /type="checkbox" name="fiche"|nouvelle/);
  for (const as of ["elected", "front_desk", "equipment_manager"] as const) {
    assert.equal((await site.get(`${list}/lot?scope=toutes&act=list`, { as })).status, 403);
    assert.equal(
      (await site.post(`${list}/lot`, { act: "list", ids: ids[0] ?? "" }, { as })).status,
      403,
    );
  }
  assert.equal((await site.get(list, { as: "president" })).status, 403);
  const elsewhere = await site.get(list, { as: "referent", host: "autreville.test" });
  assert.equal(names(elsewhere.html).length, 0);
  await site.post(
    `${list}/lot`,
    { act: "unlist", ids: ids[0] ?? "" },
    { as: "referent", host: "autreville.test" },
  );
  assert.equal((await states())[0]?.listed, true);
});
