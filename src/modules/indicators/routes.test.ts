import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { htmlFaults } from "../../testing/valid-html.ts";
import { indicatorIds } from "./ids.ts";
import { yearOf } from "../communes/index.ts";
import { indicatorUrls } from "./urls.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await site.database.write(site.communeId, async (tx) => {
    await tx
      .updateTable("commune")
      .set({ directory_published_on: "2026-03-01", rules_published_on: "2026-04-02" })
      .execute();
    await tx
      .insertInto("association")
      .values([
        {
          slug: "boules",
          name: "=Boules de l’Île",
          name_sort: "boules",
          created_on: "2001-02-03",
          state: "ceased",
          state_source: "registry",
          state_on: "2026-05-06",
        },
        { slug: "choeur", name: "Le Chœur", name_sort: "choeur", created_on: "1999-01-01" },
      ])
      .execute();
    await tx
      .insertInto("visit_count")
      .values({ day: "2026-06-01", page_kind: "home", channel: "site", views: 1234 })
      .execute();
  });
});
after(() => site.close());

const elected = { as: "elected" } as const;
const strip = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

test("any staff reads the 21 indicators; nobody else does", async () => {
  const { html, status } = await site.get(indicatorUrls.all, elected);
  assert.equal(status, 200);
  for (const id of indicatorIds) assert.match(html, new RegExp(`/gestion/pilotage/${id}\\?`));
  assert.equal(html.match(/Pas encore calculé dans cette version/g)?.length, 15);
  assert.deepEqual(await htmlFaults(html), []);
  assert.equal((await site.get(indicatorUrls.all, { as: "president" })).status, 403);
  assert.equal((await site.get(indicatorUrls.all)).status, 303);
});

test("each indicator page says its figure first, then its rows, and is valid HTML", async () => {
  for (const id of indicatorIds) {
    const { html, status } = await site.get(indicatorUrls.one(id), elected);
    assert.equal(status, 200, id);
    assert.deepEqual(await htmlFaults(html), [], id);
    assert.doesNotMatch(strip(html), /undefined|NaN|\{\{/, id);
  }
  const ceased = strip((await site.get(indicatorUrls.one("I1.3"), elected)).html);
  assert.match(ceased, /1 association a cessé son activité , 1 de plus que l’année précédente/);
  assert.match(ceased, /50\s?% \(1 sur 2\)/);
  assert.match(ceased, /La période n’est pas finie/);
  const entry = strip((await site.get(indicatorUrls.one("I2.1"), elected)).html);
  assert.match(entry, /Oui un point d’entrée unique existe depuis le 2 avril 2026/);
  const views = strip((await site.get(indicatorUrls.one("I2.2"), elected)).html);
  assert.match(views, /1\s234 pages de l’annuaire ont été vues/);
});

test("an indicator can be read over any days, and refuses days that are none", async () => {
  const before = await site.get(indicatorUrls.one("I1.3", yearOf(2025)), elected);
  assert.match(strip(before.html), /0 association/);
  const wrong = await site.get(`${indicatorUrls.one("I1.3")}?du=2026-05-01&au=2026-04-01`, elected);
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /La première date vient après la seconde/);
  assert.equal((await site.get("/gestion/pilotage/I9.9", elected)).status, 404);
});

test("the rows are exported for French spreadsheets, and nothing in them runs as a formula", async () => {
  const answer = await site.get(indicatorUrls.rows("I1.3", yearOf(2026)), elected);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-disposition") ?? "", /I1\.3-2026-01-01-2026-12-31\.csv/);
  assert.match(answer.html, /Association;Numéro RNA;Date de fin/);
  assert.match(answer.html, /'=Boules de l’Île;;2026-05-06;Dissolution lue au registre national/);
  assert.equal((await site.get(indicatorUrls.rows("I3.1", yearOf(2026)), elected)).status, 404);
});

test("the référent declares a figure, shown as declared, with who and on what evidence", async () => {
  const path = indicatorUrls.declare("I3.4");
  const said = {
    from: "2025-01-01",
    to: "2025-12-31",
    value: "12,5",
    evidence: "Cahier de l’accueil",
  };
  assert.equal((await site.get(path, elected)).status, 403);
  const form = await site.get(path, { as: "referent" });
  assert.deepEqual(await htmlFaults(form.html), []);
  const wrong = await site.post(path, { ...said, to: "", value: "douze" }, { as: "referent" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Cahier de l’accueil/);
  assert.match(wrong.html, /Donnez deux dates/);
  assert.match(wrong.html, /Écrivez un nombre/);
  assert.equal((await site.post(path, said, { as: "referent" })).status, 303);
  const shown = strip((await site.get(indicatorUrls.one("I3.4"), elected)).html);
  assert.match(shown, /année 2025 12,5 Cahier de l’accueil Camille referent, le 15 septembre 2026/);
  const other = await site.get(indicatorUrls.one("I3.4"), { ...elected, host: "autreville.test" });
  assert.doesNotMatch(other.html, /Cahier/);
});
