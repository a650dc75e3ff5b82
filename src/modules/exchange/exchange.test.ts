import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { publish } from "../communes/index.ts";
import { openNeighbours, plain, turnOn } from "./exchange.testing.ts";

let two: Awaited<ReturnType<typeof openNeighbours>>;
const as = "referent";
let minute = 0;
before(async () => {
  two = await openNeighbours();
  const { site } = two;
  await two.add(site.communeId, [
    { name: "Judo du Val", rna: "W491000001", aims: "Apprendre le judo" },
    { name: "Chorale du Val", aims: "Chanter à plusieurs voix" },
  ]);
  await two.add(site.otherCommuneId, [
    { name: "Judo d’Autreville", rna: "W491000001", aims: "Le même club, vu d’à côté" },
    { name: "Aviron d’Autreville", rna: "W491000003", aims: "Ramer sur la rivière. Appeler le 02 41 22 33 44", themes: ["sport"] }, // prettier-ignore
    { name: "Canoë d’Autreville", aims: "Canoë et kayak", themes: ["sport"] },
  ]);
  await site.database.write(site.otherCommuneId, async (tx) => {
    const { association_id } = await tx.selectFrom("association").select("association_id").where("rna", "=", "W491000003").executeTakeFirstOrThrow(); // prettier-ignore
    await tx.insertInto("association_contact").values({ association_id, position: 1, name: "Zoé Secrète", name_public: true, email: "zoe@exemple.fr", email_public: true, phone: "+33241998877", phone_public: true }).execute(); // prettier-ignore
    await publish(tx);
  });
  await site.runJobs();
});
after(() => two.close());

const later = () => two.site.clock.set(new Date(Date.UTC(2026, 8, 15, 10, (minute += 5))).toISOString()); // prettier-ignore
const look = (address: string, host = "valbrume.test") => {
  later();
  return two.site.post("/gestion/voisins", { address }, { as, host });
};
const deskOf = async (host = "valbrume.test") => (await two.site.get("/gestion/voisins", { as, host })).html; // prettier-ignore
const idIn = (html: string) => /voisins\/([0-9a-f-]{36})/.exec(html)?.[1] ?? "";
const act = async (
  id: string,
  what: string,
  fields: Record<string, string> = {},
  host = "valbrume.test",
) => {
  // prettier-ignore
  later();
  const answer = await two.site.post(`/gestion/voisins/${id}/${what}`, fields, { as, host });
  assert.equal(answer.status, 303, plain(answer.html));
  return answer.location ?? "";
};
const listed = (value: boolean) =>
  two.site.database.write(two.site.communeId, (tx) => tx.updateTable("association").set({ listed: value }).where("rna", "=", "W491000001").execute()); // prettier-ignore
const read = async (path: string, host = "valbrume.test") => {
  const answer = await two.site.get(`${path}${path.includes("?") ? "&" : "?"}n=${(minute += 1)}`, { host }); // prettier-ignore
  return { status: answer.status, words: plain(answer.html), html: answer.html };
};

test("until the commune turns it on nothing is asked, nothing is shown", async () => {
  assert.match(plain(await deskOf()), /n’est pas activée[^]*Un administrateur peut l’activer/);
  const refused = await look(two.there);
  assert.equal(refused.status, 422);
  assert.match(plain(refused.html), /n’est pas activée/);
  assert.equal((await read("/annuaire/voisins")).status, 404);
  assert.doesNotMatch((await read("/annuaire")).words, /communes voisines/);
  assert.equal((await turnOn(two.site, "on")).status, 303);
  assert.equal((await turnOn(two.site, "on", "autreville.test")).status, 303);
  assert.match((await read("/plan-du-site")).html, /annuaire\/voisins/);
  const empty = await read("/annuaire/voisins");
  assert.match(empty.words, /Aucune commune voisine pour l’instant/);
});

test("an address is refused in a sentence by its field: nothing, no site, one’s own feed", async () => {
  for (const [typed, words] of [
    ["", /Donnez l’adresse/],
    ["ftp://x.fr", /n’est pas celle d’un site/],
    ["truc://voisine", /n’est pas celle d’un site/],
    ["http://10.1.2.3/", /réseau privé/],
    [two.here, /de votre propre commune/],
    ["http://valbrume.test/annuaire", /de votre propre commune/],
  ] as const) {
    const answer = await look(typed);
    assert.equal(answer.status, 422, typed);
    assert.match(plain(answer.html), words);
    assert.ok(answer.html.includes(`value="${typed}"`) || !typed, typed);
  }
  assert.match(plain(await deskOf()), /Aucune commune suivie/);
});

test("an agent sees what a neighbour publishes before anybody does, then follows it under a name", async () => {
  const sent = await look(two.there);
  assert.equal(sent.status, 303, plain(sent.html));
  const rehearsal = plain((await two.site.get(sent.location ?? "", { as })).html);
  assert.match(rehearsal, /Avant de suivre Autreville/);
  assert.match(rehearsal, /Associations\s*3[^]*non montrées deux fois\s*1/);
  assert.match(rehearsal, /Les 3 premières associations[^]*Aviron d’Autreville/);
  assert.match((await read("/annuaire/voisins")).words, /Aucune commune voisine/);
  const id = idIn(sent.location ?? "");
  const wrong = await two.site.post(`/gestion/voisins/${id}/suivi`, { name: " <b> " }, { as });
  assert.equal(wrong.status, 422);
  await act(id, "suivi", { name: "Commune d’Autreville" });
  const { words, html } = await read("/annuaire/voisins");
  assert.match(
    words,
    /2 associations[^]*Aviron d’Autreville[^]*Source : Commune d’Autreville, le 15 septembre 2026/,
  );
  assert.ok(html.includes(`href="${two.there}/associations/aviron-d-autreville"`));
  const again = await look(`${two.there}/api/open-referral/`);
  assert.match(plain(again.html), /déjà suivie/);
});

test("a neighbour’s association never brings a name, an e-mail nor a number", async () => {
  const rows = await two.site.database.read(two.site.communeId, (tx) => tx.selectFrom("neighbour_association").selectAll().execute()); // prettier-ignore
  assert.equal(rows.length, 3);
  assert.doesNotMatch(JSON.stringify(rows), /Zoé|zoe@|99 88|22 33/);
});

test("a search that finds little here says what neighbours have, one that finds enough does not", async () => {
  const rowing = await read("/annuaire?q=aviron");
  assert.match(rowing.words, /Chez nos voisins[^]*Aviron d’Autreville/);
  assert.doesNotMatch(rowing.words, /Canoë/);
  assert.match((await read("/annuaire?theme=sport")).words, /Chez nos voisins[^]*Aviron[^]*Canoë/);
  assert.doesNotMatch((await read("/annuaire?q=chorale")).words, /Chez nos voisins/);
  for (const path of ["/annuaire?q=aviron&public=seniors", "/annuaire?q=aviron&vue=carte"])
    // prettier-ignore
    assert.doesNotMatch((await read(path)).words, /Chez nos voisins/, path);
  await two.add(two.site.communeId, ["A", "B", "C", "D", "E"].map((one) => ({ name: `Aviron ${one}` }))); // prettier-ignore
  await two.site.runJobs();
  const { database } = two.site;
  const asked: string[] = [];
  const { ask } = database;
  database.ask = (id, name, question) => (asked.push(name), ask(id, name, question));
  const enough = await read("/annuaire?q=aviron");
  database.ask = ask;
  assert.deepEqual(asked, ["search_directory"], "one round trip, as without neighbours");
  assert.match(enough.words, /Aviron A/);
  assert.doesNotMatch(enough.words, /Autreville/);
  assert.match(enough.words, /Voir aussi les associations des communes voisines/);
  assert.match((await read("/en/annuaire/voisins")).words, /From our neighbours/);
});

test("one that the commune publishes itself is its own: the neighbour’s is shown when ours is no longer", async () => {
  assert.doesNotMatch((await read("/annuaire/voisins?q=judo")).words, /Judo d’Autreville/);
  await listed(false);
  assert.match((await read("/annuaire/voisins?q=judo")).words, /Judo d’Autreville/);
  await listed(true);
});

test("two communes that follow each other never echo: each gives its own only", async () => {
  const host = "autreville.test";
  const sent = await look(two.here, host);
  assert.equal(sent.status, 303, plain(sent.html));
  await act(idIn(sent.location ?? ""), "suivi", { name: "Commune de Valbrume" }, host);
  assert.match((await read("/annuaire/voisins?q=chorale", host)).words, /Chorale du Val/);
  const feed = (await two.site.get("/api/open-referral/organizations?per_page=100", { host })).html;
  assert.match(feed, /Aviron d’Autreville/);
  assert.doesNotMatch(feed, /Chorale du Val/);
  await act(idIn(await deskOf()), "lecture");
  await two.site.runJobs();
  assert.equal((await read("/annuaire/voisins")).words.match(/Source :/g)?.length, 2);
});

test("what neighbours publish is in no file, feed, figure nor widget of ours", async () => {
  for (const path of ["/sitemap.xml", "/donnees/associations.csv", "/donnees/associations.geojson", "/api/open-referral/services?per_page=100", "/api/open-referral/organizations?per_page=100", "/nouveautes.atom", "/integrer/associations", "/integrer/recherche?q=canoe"]) // prettier-ignore
    assert.doesNotMatch((await two.site.get(path)).html, /Canoë d’Autreville|annuaire\/voisins/, path); // prettier-ignore
  assert.match((await read("/annuaire/voisins")).html, /name="robots" content="noindex/);
  const counted = (await two.site.get("/gestion/pilotage", { as })).html;
  assert.doesNotMatch(counted, /Autreville/);
  const needs = await two.site.database.read(two.site.communeId, (tx) => tx.selectFrom("search_document").select("name").execute()); // prettier-ignore
  assert.doesNotMatch(JSON.stringify(needs), /Autreville/);
});

test("paused, it stays as it was and is not asked; stopped, its associations go at once", async () => {
  const id = idIn(await deskOf());
  await act(id, "pause", { paused: "on" });
  assert.match(plain(await deskOf()), /En pause/);
  assert.match((await read("/annuaire/voisins")).words, /Canoë d’Autreville/);
  assert.equal((await two.site.post(`/gestion/voisins/${id}/lecture`, {}, { as })).status, 404);
  await act(id, "pause");
  assert.match(plain(await deskOf()), /Suivie/);
  const back = await act(id, "arret");
  assert.match((await read("/annuaire/voisins")).words, /Aucune commune voisine/);
  assert.ok((await two.site.get(back, { as })).html.includes(`value="${two.there}/api/open-referral/organizations"`)); // prettier-ignore
  const again = await look(`${two.there}/api/open-referral/organizations`);
  await act(idIn(again.location ?? ""), "suivi", { name: "Autreville" });
  assert.match((await read("/annuaire/voisins")).words, /Canoë d’Autreville/);
});

test("a neighbour of one commune is nobody else’s, at the desk as in the search", async () => {
  const id = idIn(await deskOf());
  const host = "autreville.test";
  assert.equal((await two.site.get(`/gestion/voisins/${id}`, { as, host })).status, 404);
  assert.equal((await two.site.post(`/gestion/voisins/${id}/arret`, {}, { as, host })).status, 404);
  assert.doesNotMatch((await read("/annuaire/voisins?q=canoe", host)).words, /Source :/);
  assert.match((await read("/annuaire/voisins?q=canoe")).words, /Source :/);
  for (const other of ["elected", "front_desk", "president"] as const)
    assert.equal((await two.site.get("/gestion/voisins", { as: other })).status, 403);
});
