import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { openClub } from "../members/club.testing.ts";
import { elsewhere, referent } from "../registry.testing.ts";
import { answersOf, needsOf, openNeeds } from "./queries.ts";
import { needAfter, toolCode } from "./rules.ts";

let club: Awaited<ReturnType<typeof openClub>>;
before(async () => {
  club = await openClub();
});
after(() => club.site.close());

const president = { as: "president" } as const;
const space = () => `${club.space}/outils`;
const needs = () => club.here((tx) => needsOf(tx, club.id));
const open = async () =>
  (await club.here((tx) => openNeeds(tx, [club.id]))).map(({ tool }) => tool);
const states = async () =>
  Object.fromEntries((await club.here((tx) => answersOf(tx, club.id))).map(({ tool, state }) => [tool, state])); // prettier-ignore

test("a need opens when a tool begins to lack, or when it is asked for again", () => {
  assert.equal(needAfter(undefined, "lacks", false), "open");
  assert.equal(needAfter("has", "lacks", false), "open");
  assert.equal(needAfter("lacks", "lacks", false), "same");
  assert.equal(needAfter("lacks", "lacks", true), "open");
  assert.equal(needAfter("lacks", "has", false), "gone");
  assert.equal(toolCode("caisse", ["caisse"]), "caisse_2");
});

test("an association declares in one tap that it has no connection, and once only", async () => {
  const page = await club.site.get(space(), president);
  assert.deepEqual(await htmlFaults(page.html), []);
  assert.match(page.html, /Nous n’avons pas de connexion internet/);
  const tap = () => club.site.post(`${space()}/besoin`, { tool: "connection" }, president);
  assert.deepEqual([(await tap()).status, (await tap()).status], [303, 303]);
  assert.deepEqual(await open(), ["connection"]);
  const told = await club.site.get(space(), president);
  assert.match(told.html, /La mairie sait que ceci vous manque/);
  assert.doesNotMatch(told.html, /Nous n’avons pas de connexion internet/);
  assert.equal(
    (await club.site.post(`${space()}/besoin`, { tool: "fusee" }, president)).status,
    404,
  );
});

test("one short form says the rest; what lacks is a need, what it has no longer is", async () => {
  const said = { "tool-computer": "has", "tool-printer": "lacks", "tool-video": "no_need" };
  assert.equal((await club.site.post(space(), said, president)).status, 303);
  assert.deepEqual(await states(), { connection: "lacks", computer: "has", printer: "lacks", video: "no_need" }); // prettier-ignore
  assert.deepEqual((await open()).toSorted(), ["connection", "printer"]);
  await club.site.post(space(), { "tool-printer": "has" }, president);
  assert.deepEqual(await open(), ["connection"]);
  assert.deepEqual((await needs()).map(({ closedHow }) => closedHow), [null, "gone"]); // prettier-ignore
  const desk = await club.site.get(`${club.desk}/outils`, referent);
  assert.deepEqual(await htmlFaults(desk.html), []);
  assert.match(desk.html, /présent, dit le 15 septembre 2026 par Jeanne Présidente/);
  assert.match((await club.site.get(club.desk, referent)).html, /id="outils"/);
});

test("the référent finds the need in the list, the queue and a file, and closes it with how it was answered", async () => {
  const [need] = await needs();
  const path = `${club.desk}/besoins/${need?.id}`;
  const list = await club.site.get("/gestion/besoins-declares", referent);
  assert.deepEqual(await htmlFaults(list.html), []);
  assert.match(list.html, new RegExp(path));
  assert.match(list.html, /L’association \(Jeanne Présidente\)/);
  assert.match((await club.site.get("/gestion/file?dans=tous", referent)).html, /Besoin déclaré/);
  const csv = await club.site.get("/gestion/besoins-declares/export.csv", referent);
  assert.match(csv.html, /Chorale du Pont;Une connexion internet;2026-09-15/);
  const xlsx = await club.site.get("/gestion/besoins-declares/export.xlsx", referent);
  assert.equal(new TextDecoder().decode(xlsx.bytes.slice(0, 2)), "PK");
  const page = await club.site.get(path, referent);
  assert.deepEqual(await htmlFaults(page.html), []);
  const words = "Un routeur 4G prêté.";
  const wrong = await club.site.post(path, { how: "", words }, referent);
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Choisissez comment[\s\S]*Un routeur 4G/);
  assert.equal((await club.site.post(path, { how: "loan", words }, referent)).status, 303);
  const late = await club.site.post(path, { how: "help", words: "" }, referent);
  assert.equal(late.status, 422);
  assert.match(late.html, /répondu à ce besoin pendant ce temps/);
  assert.equal((await states())["connection"], "has");
  assert.match((await club.site.get(space(), president)).html, /Un routeur 4G prêté\./);
  const done = await club.site.get("/gestion/besoins-declares?etat=repondus", referent);
  assert.match(done.html, /du matériel a été prêté/);
  const history = await club.site.get(`${club.desk}/historique`, referent);
  assert.match(history.html, /Besoin répondu/);
  assert.doesNotMatch(history.html, /routeur/);
});

test("a need closed by mistake opens again, unless it was declared anew", async () => {
  const [need] = (await needs()).filter(({ tool }) => tool === "connection");
  const again = () => club.site.post(`${club.desk}/besoins/${need?.id}/reprise`, {}, referent);
  await club.site.post(`${space()}/besoin`, { tool: "connection" }, president);
  const refused = await again();
  assert.equal(refused.status, 422);
  assert.match(refused.html, /a déclaré ce besoin de nouveau/);
  await club.site.post(space(), { "tool-connection": "has" }, president);
  assert.equal((await again()).status, 303);
  assert.deepEqual(await open(), ["connection"]);
});

test("the commune edits the list: it adds, ties to what is lent, removes and puts back", async () => {
  const path = "/gestion/reglages/outils-essentiels";
  const page = await club.site.get(path, referent);
  assert.deepEqual(await htmlFaults(page.html), []);
  assert.equal(
    (await club.site.post(path, { name: "Caisse", category: "" }, referent)).status,
    303,
  );
  const twice = await club.site.post(path, { name: "caisse", category: "" }, referent);
  assert.equal(twice.status, 422);
  assert.match(twice.html, /déjà dans la liste/);
  assert.match((await club.site.get(space(), president)).html, /name="tool-caisse"/);
  await club.site.post(`${path}/caisse`, { "category-caisse": "other" }, referent);
  assert.match((await club.site.get(path, referent)).html, /Autre matériel/);
  await club.site.post(`${path}/caisse/retrait`, {}, referent);
  assert.doesNotMatch((await club.site.get(space(), president)).html, /name="tool-caisse"/);
  await club.site.post(`${path}/caisse/remise`, {}, referent);
  assert.match((await club.site.get(space(), president)).html, /name="tool-caisse"/);
  assert.equal((await club.site.get(path, { as: "front_desk" })).status, 403);
});

test("others read or do not enter", async () => {
  assert.equal((await club.site.get(`${club.desk}/outils`, { as: "elected" })).status, 200);
  assert.equal((await club.site.post(`${club.desk}/outils`, {}, { as: "elected" })).status, 403);
  assert.equal((await club.site.get(`${club.desk}/outils`, elsewhere)).status, 404);
  assert.equal((await club.site.get(space(), referent)).status, 403);
  assert.equal((await club.site.get("/gestion/besoins-declares", president)).status, 403);
});
