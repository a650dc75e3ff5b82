import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, testStart, type TestSite } from "../../testing/site.ts";
import { htmlFaults } from "../../testing/valid-html.ts";
import { plainWords } from "../../modules/associations/index.ts";
import { elsewhere, registryOf } from "../../modules/associations/registry.testing.ts";

let site: TestSite;
let ids: string[] = [];
before(async () => {
  site = await openTestSite();
  const created = await registryOf(site).createMany([
    { name: "Fédération des Aînés", acronym: "FDA", rna: "W491000001", email: "lea@aines.example" },
    { name: "Judo", phone: "+33241000042", places: [{ name: "Salle Élan" }] },
  ]);
  ids = created.map(({ id }) => id);
  await site.post("/annuaire/proposer/envoi", {
    name: "Tricot d’été",
    body: "On tricote.",
    theme: "",
    senderName: "Zoé Élan",
  });
});
after(() => site.close());

const withProgramme = () =>
  site.database.write(site.communeId, async (tx) => {
    const association = { association_id: ids[1] ?? "", source: "agent" } as const;
    for (const [title, season, state] of [
      ["Éveil judo", 2026, "draft"],
      ["Goûter d’été", null, "published"],
    ] as const)
      await tx
        .insertInto("activity")
        .values({ ...association, title, season, state, kind: season ? "regular" : "event", slug: plainWords(title).join("-") })
        .execute();
    await tx
      .insertInto("news_item")
      .values({ slug: "tapis", kind: "action", state: "draft", title: "Des tapis neufs", body: "Pour l’éveil au judo.", created_at: new Date(testStart), changed_at: new Date(testStart) })
      .execute();
  }); // prettier-ignore

type As = "front_desk" | "referent" | "elected" | "administrator";
const search = async (q: string, as: As = "referent") =>
  (await site.get(`/gestion/recherche?q=${encodeURIComponent(q)}`, { as })).html;

test("one box finds an association by its name, its acronym, its numbers, its people", async () => {
  const path = new RegExp(`/gestion/associations/${ids[0]}"`);
  for (const q of ["aines", "AÎNÉS", "fda", "W491000001", "w 491 000 001"])
    assert.match(await search(q), path, q);
  assert.match(await search("lea@aines"), /#contacts"[\s\S]*Fédération des Aînés/);
  for (const q of ["02 41 00 00 42", "+33 2 41 00 00 42"])
    assert.match(await search(q), new RegExp(`${ids[1]}#contacts`), q);
});

test("places, proposals, colleagues and screens come grouped; nothing found says what to try", async () => {
  const html = await search("elan");
  assert.match(
    html,
    /Propositions et signalements[\s\S]*Tricot d’été[\s\S]*Lieux[\s\S]*Salle Élan/,
  );
  assert.deepEqual(await htmlFaults(html), []);
  assert.match(await search("camille ref"), /Agents[\s\S]*associations\?referent=/);
  assert.match(await search("fraîcheur"), /Pages de la mairie[\s\S]*annuaire\/fraicheur/);
  assert.match(await search("indicateur"), /gestion\/pilotage/);
  assert.match(await search("zzzz"), /Rien ne correspond/);
  assert.match(
    (await site.get("/gestion", { as: "referent" })).html,
    /action="\/gestion\/recherche"/,
  );
});

test("activities and news are found too, with what tells them apart, by those who may change them", async () => {
  await withProgramme();
  const html = await search("eveil");
  assert.match(
    html,
    /<h2>Activités[\s\S]*activites\/[0-9a-f-]{36}"[\s\S]*Éveil judo[\s\S]*Judo, [^<]*2026[^<]*Brouillon/,
  );
  assert.match(
    html,
    /<h2>Actualités[\s\S]*gestion\/actualites\/[0-9a-f-]{36}"[\s\S]*Des tapis neufs[\s\S]*brouillon/,
  );
  assert.deepEqual(await htmlFaults(html), []);
  assert.match(await search("gouter"), /Goûter d’été/);
  assert.doesNotMatch(await search("eveil", "elected"), /Éveil judo|Des tapis neufs/);
  const desk = await search("eveil", "front_desk");
  assert.match(desk, /Éveil judo/);
  assert.doesNotMatch(desk, /Des tapis neufs/);
  const there = await site.get("/gestion/recherche?q=eveil", elsewhere);
  assert.doesNotMatch(there.html, /Éveil judo|Des tapis neufs/);
});

test("what turns the key off stands at the foot of every page, never among results", async () => {
  const pages = [await search("judo"), (await site.get("/gestion", { as: "referent" })).html];
  for (const html of pages) {
    const [main = "", foot = ""] = html.split("</main>");
    assert.doesNotMatch(main, /data-slash-off/);
    assert.match(foot, /<footer[\s\S]+data-slash-off="Utiliser de nouveau/);
  }
  assert.doesNotMatch((await site.get("/")).html, /data-slash-off/);
});

test("each finds only what they may open, and only in their commune", async () => {
  assert.doesNotMatch(await search("lea@aines", "elected"), /aines\.example|Fédération/);
  assert.doesNotMatch(await search("elan", "elected"), /Tricot/);
  assert.doesNotMatch(await search("rgpd"), /reglages\/effacement"/);
  assert.match(await search("rgpd", "administrator"), /reglages\/effacement"/);
  assert.doesNotMatch((await site.get("/gestion/recherche?q=judo", elsewhere)).html, /Judo</);
  assert.equal((await site.get("/gestion/recherche?q=judo", { as: "president" })).status, 403);
});
